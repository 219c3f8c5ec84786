using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Paging;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.Clients;

/// <summary>Gets the client secrets of an app client.</summary>
/// <remarks>
/// <para>An app client has at most two secrets, so that you can rotate one while the other stays in use. Formatted output never shows a
/// secret. Where the service returns it, call GetSecretText() for plain text.</para>
/// <para>Operation: ListUserPoolClientSecrets.</para>
/// </remarks>
/// <example>
/// List the secrets of one app client.
/// <code>Get-CognitoUserPoolClientSecret -UserPoolId eu-west-1_Customers -ClientId 4example0client0id0api0000</code>
/// </example>
/// <example>
/// Find client secrets that are older than a year.
/// <code>Get-CognitoUserPoolClient -UserPoolId eu-west-1_Customers | Get-CognitoUserPoolClientSecret | Where-Object Created -LT (Get-Date).AddYears(-1)</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "CognitoUserPoolClientSecret", DefaultParameterSetName = Named, SupportsPaging = true)]
[OutputType(typeof(UserPoolClientSecret))]
public sealed class GetCognitoUserPoolClientSecretCommand : PoolCommand
{
    /// <summary>The app client's ID.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = Named, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ClientIdCompleter))]
    public string ClientId { get; set; } = "";

    private protected override object? CurrentTarget => ClientId;

    private protected override Task ProcessAsync()
    {
        (string pool, string region, string clientId) = (UserPoolId, PoolRegion, ClientId);
        return StartListAsync(
            clientId,
            $"{pool}/{clientId}",
            Client,
            ListOperations.UserPoolClientSecrets,
            new ListUserPoolClientSecretsRequest { UserPoolId = pool, ClientId = clientId },
            secret => new UserPoolClientSecret(secret, pool, clientId, region)
        );
    }
}
