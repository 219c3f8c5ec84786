using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Settings;

namespace CognitoPS.Cmdlets.SignIn;

/// <summary>Begins the registration of a passkey for the signed-in user.</summary>
/// <remarks>
/// <para>A browser on the pool's relying party makes the passkey: navigator.credentials.create() takes the options, and
/// Complete-CognitoWebAuthnRegistration its answer. No AWS credentials are needed.</para>
/// <para>Operations: StartWebAuthnRegistration.</para>
/// </remarks>
/// <example>
/// The options, for the browser.
/// <code>($s | Start-CognitoWebAuthnRegistration).CredentialCreationOptions | Set-Clipboard</code>
/// </example>
/// <example>
/// Begin, and complete with the browser's answer.
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
