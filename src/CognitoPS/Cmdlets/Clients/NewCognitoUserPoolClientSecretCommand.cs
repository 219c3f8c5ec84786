using System.Management.Automation;
using System.Security;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Pipeline;
using CognitoPS.Secrets;

namespace CognitoPS.Cmdlets.Clients;

/// <summary>Adds a second client secret to an app client, so that you can rotate secrets.</summary>
/// <remarks>
/// <para>Both secrets work until you remove one, so you can rotate a secret without downtime: add, deploy, remove. An app client has at
/// most two secrets.</para>
/// <para>The secret is on the returned object; call GetSecretText() for plain text. Formatted output never shows it.</para>
/// <para>Operation: AddUserPoolClientSecret.</para>
/// </remarks>
/// <example>
/// Add a secret and save it for deployment.
/// <code>$secret = New-CognitoUserPoolClientSecret -UserPoolId eu-west-1_Customers -ClientId 4example0client0id0api0000
/// $secret.GetSecretText() | Set-Content ./new-secret.txt</code>
/// </example>
/// <example>
/// Rotate a secret: add one, deploy it, and remove the older ones when all instances use the new one.
/// <code>$new = New-CognitoUserPoolClientSecret -UserPoolId eu-west-1_Customers -ClientId 4example0client0id0api0000
/// $new.GetSecretText() | Set-Content ./new-secret.txt
/// $new | Get-CognitoUserPoolClientSecret | Where-Object ClientSecretId -NE $new.ClientSecretId | Remove-CognitoUserPoolClientSecret -Confirm:$false</code>
/// </example>
[Cmdlet(VerbsCommon.New, "CognitoUserPoolClientSecret", DefaultParameterSetName = Named, SupportsShouldProcess = true)]
[OutputType(typeof(UserPoolClientSecret))]
public sealed class NewCognitoUserPoolClientSecretCommand : PoolCommand
{
    /// <summary>The app client's ID.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = Named, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ClientIdCompleter))]
    public string ClientId { get; set; } = "";

    /// <summary>
    /// A client secret of your own: 24 to 64 letters, digits, underscores and plus signs, as a SecureString or as text. By default, the
    /// service generates one.
    /// </summary>
    [Parameter]
    [SecretText]
    public SecureString? ClientSecret { get; set; }

    private protected override object? CurrentTarget => ClientId;

    private protected override async Task ProcessAsync()
    {
        var request = new AddUserPoolClientSecretRequest
        {
            UserPoolId = UserPoolId,
            ClientId = ClientId,
            ClientSecret = ClientSecret is null ? null : SecureText.Reveal(ClientSecret),
        };
        if (!ShouldCreate($"another secret of {Target.AppClient(null, ClientId, UserPoolId)}", request))
            return;
        (string region, var client) = (PoolRegion, Client);
        await StartAsync(
            ClientId,
            UserPoolId,
            async token => new UserPoolClientSecret(
                (await client.AddUserPoolClientSecretAsync(request, token)).ClientSecretDescriptor,
                request.UserPoolId,
                request.ClientId,
                region
            )
        );
    }
}
