using System.Management.Automation;
using CognitoPS.Completion;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.UserPools;

/// <summary>Removes domains from a user pool.</summary>
/// <remarks>
/// <para>Nobody can sign in under a removed domain, and somebody else may take a prefix that has become free.</para>
/// <para>Operation: DeleteUserPoolDomain.</para>
/// </remarks>
/// <example>
/// One domain, after a question.
/// <code>Remove-CognitoUserPoolDomain -UserPoolId eu-west-1_Customers -Domain my-company</code>
/// </example>
/// <example>
/// All domains of a test pool, without a question.
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
    /// <summary>The domains.</summary>
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
