using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.Clients;

/// <summary>Removes one of an app client's two secrets.</summary>
/// <remarks>
/// <para>Applications that still use it can no longer sign anybody in. It is the last step of replacing a secret;
/// New-CognitoUserPoolClientSecret shows all of them.</para>
/// <para>Operation: DeleteUserPoolClientSecret.</para>
/// </remarks>
/// <example>
/// One secret, after a question.
/// <code>Remove-CognitoUserPoolClientSecret -UserPoolId eu-west-1_Customers -ClientId 4example0client0id0api0000 -ClientSecretId 4example0client0id0api0000--1</code>
/// </example>
/// <example>
/// The oldest secret of a client that has two.
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
    /// <summary>The client's id.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = Named, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ClientIdCompleter))]
    public string ClientId { get; set; } = "";

    /// <summary>The secret's id.</summary>
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
