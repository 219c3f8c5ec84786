using System.Management.Automation;
using CognitoPS.Completion;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.Clients;

/// <summary>Removes resource servers from a user pool.</summary>
/// <remarks>
/// <para>The resource server's scopes go with it: app clients that ask for them are refused.</para>
/// <para>Operation: DeleteResourceServer. Several are removed at once.</para>
/// </remarks>
/// <example>
/// One resource server, after a question.
/// <code>Remove-CognitoResourceServer -UserPoolId eu-west-1_Customers -Identifier https://api.example.com</code>
/// </example>
/// <example>
/// All whose identifier begins with "test", without a question.
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
