@{
    ExcludeRules = @(
        # What BeforeAll sets is used in It and AfterAll, which the rule takes for scopes of their own.
        'PSUseDeclaredVarsMoreThanAssignments'
    )
    Rules = @{
        # A file's parameters are used in its blocks.
        PSReviewUnusedParameter = @{ CommandsToTraverse = @('BeforeAll', 'Describe', 'It', 'Start-Job', 'Start-ThreadJob') }
    }
}
