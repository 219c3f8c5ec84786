using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.Clients;

/// <summary>Removes one of the two client secrets of an app client.</summary>
/// <remarks>
/// <para>Applications that still use the secret can no longer sign users in. This is the last step of rotating a secret. For all of the
/// steps, see New-CognitoUserPoolClientSecret.</para>
/// <para>Operation: DeleteUserPoolClientSecret.</para>
/// </remarks>
/// <example>
/// Remove one secret after confirmation.
/// <code>Remove-CognitoUserPoolClientSecret -UserPoolId eu-west-1_Customers -ClientId 4example0client0id0api0000 -ClientSecretId 4example0client0id0api0000--1</code>
/// </example>
/// <example>
/// Remove the oldest secret of an app client that has two.
/// <code>Get-CognitoUserPoolClientSecret -UserPoolId eu-west-1_Customers -ClientId 4example0client0id0api0000 | Sort-Object Created | Select-Object -First 1 | Remove-CognitoUserPoolClientSecret</code>
/// </example>
[Cmdlet(
    VerbsCommon.Remove,
    "CognitoUserPoolClientSecret",
    DefaultParameterSetName = Named,
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.High
)]
public sealed class RemoveCognitoUserPoolClientSecretCommand : PoolCommand
{
    /// <summary>The app client's ID.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = Named, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ClientIdCompleter))]
    public string ClientId { get; set; } = "";

    /// <summary>The ID of the secret.</summary>
    [Parameter(Mandatory = true, Position = 2, ParameterSetName = Named, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    public string ClientSecretId { get; set; } = "";

    private protected override object? CurrentTarget => ClientSecretId;

    private protected override Task ProcessAsync()
    {
        var client = Client;
        var request = new DeleteUserPoolClientSecretRequest
        {
            UserPoolId = UserPoolId,
            ClientId = ClientId,
            ClientSecretId = ClientSecretId,
        };
        return RemoveAsync(
            ClientSecretId,
            $"secret {ClientSecretId} of {Target.AppClient(null, ClientId, UserPoolId)}",
            token => client.DeleteUserPoolClientSecretAsync(request, token)
        );
    }
}
