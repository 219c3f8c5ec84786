using System.Management.Automation;
using CognitoPS.Completion;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.IdentityProviders;

/// <summary>Removes identity providers from a user pool.</summary>
/// <remarks>
/// <para>Users from a removed provider stay in the user pool, but they can no longer sign in through it.</para>
/// <para>Operation: DeleteIdentityProvider. Several identity providers are removed at a time.</para>
/// </remarks>
/// <example>
/// Remove one identity provider after confirmation.
/// <code>Remove-CognitoIdentityProvider -UserPoolId eu-west-1_Customers -ProviderName corporate</code>
/// </example>
/// <example>
/// Remove all identity providers whose names start with "test", without prompting for confirmation.
/// <code>Get-CognitoIdentityProvider -UserPoolId eu-west-1_Customers -ProviderName test* | Remove-CognitoIdentityProvider -Confirm:$false</code>
/// </example>
[Cmdlet(
    VerbsCommon.Remove,
    "CognitoIdentityProvider",
    DefaultParameterSetName = Named,
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.High
)]
public sealed class RemoveCognitoIdentityProviderCommand : PoolCommand
{
    /// <summary>The names of the identity providers.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = Named, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ProviderNameCompleter))]
    public string[] ProviderName { get; set; } = [];

    private protected override async Task ProcessAsync()
    {
        (string pool, var client) = (UserPoolId, Client);
        foreach (string name in ProviderName)
            await RemoveAsync(
                name,
                Target.IdentityProvider(name, null, pool),
                token => client.DeleteIdentityProviderAsync(new() { UserPoolId = pool, ProviderName = name }, token)
            );
    }
}
