using System.Management.Automation;
using System.Security;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Secrets;
using CognitoPS.SignIn;
using CognitoPS.Threading;

namespace CognitoPS.Cmdlets.SignIn;

/// <summary>Gives the signed-in user the secret of a new authenticator app.</summary>
/// <remarks>
/// <para>The app counts once Confirm-CognitoSoftwareToken has been given a code of it, and is asked for at sign-in once
/// Set-CognitoUserMfaPreference says so. What comes out holds the only copy of the secret. No AWS credentials are needed.</para>
/// <para>Operations: AssociateSoftwareToken. During a sign-in that demands an authenticator app, Connect-CognitoUser and
/// Resume-CognitoSignIn do it.</para>
/// </remarks>
/// <example>
/// A QR code in the terminal, for the telephone's app.
/// <code>$app = $s | New-CognitoSoftwareToken -Issuer 'Example Ltd' -ShowQrCode</code>
/// </example>
/// <example>
/// For a test user, without any app.
/// <code>$app = $s | New-CognitoSoftwareToken
/// $app | Confirm-CognitoSoftwareToken -UserCode ($app | Get-CognitoTotpCode)</code>
/// </example>
[Cmdlet(VerbsCommon.New, "CognitoSoftwareToken", SupportsShouldProcess = true)]
[OutputType(typeof(SoftwareToken))]
public sealed class NewCognitoSoftwareTokenCommand : SignedInUserCommand
{
    /// <summary>What the app shows as the service's name. Default: the user pool's id.</summary>
    [Parameter]
    public string? Issuer { get; set; }

    /// <summary>
    /// Draws the QR code in the terminal, and nowhere else: it holds the secret. Apps read it from a dark background; see -LightBackground.
    /// </summary>
    [Parameter]
    public SwitchParameter ShowQrCode { get; set; }

    /// <summary>The terminal has a light background.</summary>
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
