using System.Management.Automation;
using System.Security;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Pipeline;
using CognitoPS.Secrets;

namespace CognitoPS.Cmdlets.Clients;

/// <summary>Gives an app client a second secret.</summary>
/// <remarks>
/// <para>Both secrets work until one is removed, so a secret is replaced without an interruption: add, deploy, remove. A client has at most
/// two.</para>
/// <para>The new secret is on the object that is written: GetSecretText() gives it as text. No view shows it.</para>
/// <para>Operation: AddUserPoolClientSecret.</para>
/// </remarks>
/// <example>
/// Adds a secret, and hands it to what deploys it.
/// <code>$secret = New-CognitoUserPoolClientSecret -UserPoolId eu-west-1_Customers -ClientId 4example0client0id0api0000
/// $secret.GetSecretText() | Set-Content ./new-secret.txt</code>
/// </example>
/// <example>
/// The whole rotation: add, deploy, then remove every older secret once all instances use the new one.
/// <code>$new = New-CognitoUserPoolClientSecret -UserPoolId eu-west-1_Customers -ClientId 4example0client0id0api0000
/// $new.GetSecretText() | Set-Content ./new-secret.txt
/// $new | Get-CognitoUserPoolClientSecret | Where-Object ClientSecretId -NE $new.ClientSecretId | Remove-CognitoUserPoolClientSecret -Confirm:$false</code>
/// </example>
[Cmdlet(VerbsCommon.New, "CognitoUserPoolClientSecret", DefaultParameterSetName = Named, SupportsShouldProcess = true)]
[OutputType(typeof(UserPoolClientSecret))]
public sealed class NewCognitoUserPoolClientSecretCommand : PoolCommand
{
    /// <summary>The client's id.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = Named, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ClientIdCompleter))]
    public string ClientId { get; set; } = "";

    /// <summary>
    /// The secret: 24 to 64 letters, digits, underscores and plus signs, as a SecureString or as text. Default: the service makes one up.
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
