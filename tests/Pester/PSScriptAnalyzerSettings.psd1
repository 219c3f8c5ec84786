@{
    ExcludeRules = @(
        # What BeforeAll sets is used in It and AfterAll, which the rule takes for scopes of their own.
        'PSUseDeclaredVarsMoreThanAssignments'
    )
}
