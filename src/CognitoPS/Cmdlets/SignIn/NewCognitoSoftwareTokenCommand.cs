using System.Management.Automation;
using System.Security;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Secrets;
using CognitoPS.SignIn;
using CognitoPS.Threading;

namespace CognitoPS.Cmdlets.SignIn;

/// <summary>Generates the secret of a new authenticator app (TOTP) for the signed-in user.</summary>
/// <remarks>
/// <para>To activate the app, pass one of its codes to Confirm-CognitoSoftwareToken. To use it for sign-in, then run
/// Set-CognitoUserMfaPreference. The result contains the only copy of the secret. The cmdlet needs no AWS credentials.</para>
/// <para>Operations: AssociateSoftwareToken. If a sign-in requires an authenticator app, Connect-CognitoUser and Resume-CognitoSignIn set
/// it up.</para>
/// </remarks>
/// <example>
/// Show a QR code in the terminal for the app on a phone.
/// <code>$app = $s | New-CognitoSoftwareToken -Issuer 'Example Ltd' -ShowQrCode</code>
/// </example>
/// <example>
/// Set up MFA for a test user without an app.
/// <code>$app = $s | New-CognitoSoftwareToken
/// $app | Confirm-CognitoSoftwareToken -UserCode ($app | Get-CognitoTotpCode)</code>
/// </example>
[Cmdlet(VerbsCommon.New, "CognitoSoftwareToken", SupportsShouldProcess = true)]
[OutputType(typeof(SoftwareToken))]
public sealed class NewCognitoSoftwareTokenCommand : SignedInUserCommand
{
    /// <summary>The issuer name that the app shows. Default: the user pool's ID.</summary>
    [Parameter]
    public string? Issuer { get; set; }

    /// <summary>
    /// Shows the QR code in the terminal only, because it contains the secret. Apps can scan it from a dark background; see
    /// -LightBackground.
    /// </summary>
    [Parameter]
    public SwitchParameter ShowQrCode { get; set; }

    /// <summary>Adapts the QR code to a terminal with a light background.</summary>
    [Parameter]
    public SwitchParameter LightBackground { get; set; }

    private protected override async Task ProcessAsync()
    {
        if (!ShouldProcess($"{Me}", "Set up an authenticator app"))
            return;
        AssociateSoftwareTokenResponse reply = await Client.AssociateSoftwareTokenAsync(
            new AssociateSoftwareTokenRequest { AccessToken = Me.Text },
            StopToken
        );
        SecureString secret = SecureText.Hide(reply.SecretCode);
        string uri = OtpAuthUri.Build(Issuer ?? Me.UserPoolId ?? "Amazon Cognito", Me.Username ?? "user", secret);
        if (ShowQrCode)
        {
            using (PipelineLoop.Outside())
                Host.UI.WriteLine(QrCode.Draw(uri, LightBackground));
        }

        WriteObject(new SoftwareToken(Me.Username, Me.UserPoolId, UserRegion, AccessToken, secret, SecureText.Hide(uri)));
    }
}
