using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Connection;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.Clients;

/// <summary>Removes app clients from a user pool.</summary>
/// <remarks>
/// <para>Applications that use a removed app client can no longer sign users in. You can't restore an app client: a new one gets a new
/// client ID.</para>
/// <para>Operation: DeleteUserPoolClient. Several app clients are removed at a time.</para>
/// </remarks>
/// <example>
/// Remove one app client after confirmation.
/// <code>Remove-CognitoUserPoolClient -UserPoolId eu-west-1_Customers -ClientId 4example0client0id0web0000</code>
/// </example>
/// <example>
/// Remove all app clients whose names start with "test", without prompting for confirmation.
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
    /// <summary>The IDs of the app clients.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = Named, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ClientIdCompleter))]
    public string[] ClientId { get; set; } = [];

    /// <summary>The app client's name, taken from the pipeline for the confirmation prompt.</summary>
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
