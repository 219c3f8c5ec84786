using System.Management.Automation;
using CognitoPS.Completion;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.Clients;

/// <summary>Removes resource servers and their custom scopes from a user pool.</summary>
/// <remarks>
/// <para>The custom scopes are removed with the resource server. Requests for those scopes fail from then on.</para>
/// <para>Operation: DeleteResourceServer. Several resource servers are removed at a time.</para>
/// </remarks>
/// <example>
/// Remove one resource server after confirmation.
/// <code>Remove-CognitoResourceServer -UserPoolId eu-west-1_Customers -Identifier https://api.example.com</code>
/// </example>
/// <example>
/// Remove all resource servers whose identifiers start with "test", without prompting for confirmation.
/// <code>Get-CognitoResourceServer -UserPoolId eu-west-1_Customers -Identifier test* | Remove-CognitoResourceServer -Confirm:$false</code>
/// </example>
[Cmdlet(
    VerbsCommon.Remove,
    "CognitoResourceServer",
    DefaultParameterSetName = Named,
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.High
)]
public sealed class RemoveCognitoResourceServerCommand : PoolCommand
{
    /// <summary>The identifiers of the resource servers.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = Named, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ResourceServerIdentifierCompleter))]
    public string[] Identifier { get; set; } = [];

    private protected override async Task ProcessAsync()
    {
        (string pool, var client) = (UserPoolId, Client);
        foreach (string identifier in Identifier)
            await RemoveAsync(
                identifier,
                Target.ResourceServer(identifier, pool),
                token => client.DeleteResourceServerAsync(new() { UserPoolId = pool, Identifier = identifier }, token)
            );
    }
}
