using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Connection;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.Clients;

/// <summary>Removes app clients from a user pool.</summary>
/// <remarks>
/// <para>Applications that use a removed client can no longer sign anybody in. It cannot be brought back: a new client gets a new
/// id.</para>
/// <para>Operation: DeleteUserPoolClient. Several clients are removed at once.</para>
/// </remarks>
/// <example>
/// One client, after a question.
/// <code>Remove-CognitoUserPoolClient -UserPoolId eu-west-1_Customers -ClientId 4example0client0id0web0000</code>
/// </example>
/// <example>
/// All clients whose names begin with "test", without a question.
/// <code>Get-CognitoUserPoolClient -UserPoolId eu-west-1_Customers -Name test* | Remove-CognitoUserPoolClient -Confirm:$false</code>
/// </example>
[Cmdlet(
    VerbsCommon.Remove,
    "CognitoUserPoolClient",
    DefaultParameterSetName = Named,
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.High
)]
public sealed class RemoveCognitoUserPoolClientCommand : PoolCommand
{
    /// <summary>The ids of the clients.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = Named, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ClientIdCompleter))]
    public string[] ClientId { get; set; } = [];

    /// <summary>The client's name, taken from the pipeline for the question.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, DontShow = true)]
    public string? ClientName { get; set; }

    private protected override async Task ProcessAsync()
    {
        (string pool, var client) = (UserPoolId, Client);
        foreach (string id in ClientId)
        {
            var request = new DeleteUserPoolClientRequest { UserPoolId = pool, ClientId = id };
            await RemoveAsync(
                id,
                Target.AppClient(ClientName, id, pool),
                token => RequestTracker.OnceGoneAsync<ResourceNotFoundException>(() => client.DeleteUserPoolClientAsync(request, token))
            );
        }
    }
}
