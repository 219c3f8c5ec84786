using System.Management.Automation;
using CognitoPS.Completion;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.UserPools;

/// <summary>Removes Cognito domains and custom domains from a user pool.</summary>
/// <remarks>
/// <para>Users can no longer sign in at a removed domain. Someone else can claim the prefix of a removed Cognito domain.</para>
/// <para>Operation: DeleteUserPoolDomain.</para>
/// </remarks>
/// <example>
/// Remove one domain after confirmation.
/// <code>Remove-CognitoUserPoolDomain -UserPoolId eu-west-1_Customers -Domain my-company</code>
/// </example>
/// <example>
/// Remove all domains of a test pool without prompting for confirmation.
/// <code>Get-CognitoUserPoolDomain -UserPoolId eu-west-1_Test | Remove-CognitoUserPoolDomain -Confirm:$false</code>
/// </example>
[Cmdlet(
    VerbsCommon.Remove,
    "CognitoUserPoolDomain",
    DefaultParameterSetName = Named,
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.High
)]
public sealed class RemoveCognitoUserPoolDomainCommand : PoolCommand
{
    /// <summary>The domains to remove.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = Named, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(UserPoolDomainCompleter))]
    public string[] Domain { get; set; } = [];

    private protected override async Task ProcessAsync()
    {
        (string pool, var client) = (UserPoolId, Client);
        foreach (string domain in Domain)
            await RemoveAsync(
                domain,
                Target.Domain(domain, pool),
                token => client.DeleteUserPoolDomainAsync(new() { UserPoolId = pool, Domain = domain }, token)
            );
    }
}
