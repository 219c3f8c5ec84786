using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Settings;

namespace CognitoPS.Cmdlets.SignIn;

/// <summary>Starts the registration of a passkey (WebAuthn) for the signed-in user.</summary>
/// <remarks>
/// <para>A browser on the user pool's relying party domain creates the passkey: pass the options to navigator.credentials.create(), and its
/// response to Complete-CognitoWebAuthnRegistration. The cmdlet needs no AWS credentials.</para>
/// <para>Operations: StartWebAuthnRegistration.</para>
/// </remarks>
/// <example>
/// Get the options for the browser.
/// <code>($s | Start-CognitoWebAuthnRegistration).CredentialCreationOptions | Set-Clipboard</code>
/// </example>
/// <example>
/// Start a registration and complete it with the browser's response.
/// <code>$r = $s | Start-CognitoWebAuthnRegistration
/// $r | Complete-CognitoWebAuthnRegistration -Credential (Get-Content answer.json -Raw)</code>
/// </example>
[Cmdlet(VerbsLifecycle.Start, "CognitoWebAuthnRegistration", SupportsShouldProcess = true)]
[OutputType(typeof(WebAuthnRegistration))]
public sealed class StartCognitoWebAuthnRegistrationCommand : SignedInUserCommand
{
    private protected override async Task ProcessAsync()
    {
        if (!ShouldProcess($"{Me}", "Start a passkey registration"))
            return;
        StartWebAuthnRegistrationResponse reply = await Client.StartWebAuthnRegistrationAsync(
            new StartWebAuthnRegistrationRequest { AccessToken = Me.Text },
            StopToken
        );
        WriteObject(
            new WebAuthnRegistration(
                Me.Username,
                Me.UserPoolId,
                UserRegion,
                AccessToken,
                DocumentJson.ToJson(reply.CredentialCreationOptions)
            )
        );
    }
}
