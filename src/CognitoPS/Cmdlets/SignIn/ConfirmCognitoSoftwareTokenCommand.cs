using System.Management.Automation;
using System.Security;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Errors;
using CognitoPS.Secrets;

namespace CognitoPS.Cmdlets.SignIn;

/// <summary>Confirms (verifies) the signed-in user's new authenticator app with a TOTP code.</summary>
/// <remarks>
/// <para>To make the app the MFA method, then use Set-CognitoUserMfaPreference -SoftwareTokenMfaSettings @{ Enabled = $true; PreferredMfa =
/// $true }. The cmdlet needs no AWS credentials.</para>
/// <para>Operations: VerifySoftwareToken.</para>
/// </remarks>
/// <example>
/// Confirm with the code that the app shows.
/// <code>$s | Confirm-CognitoSoftwareToken -UserCode 123456 -FriendlyDeviceName telephone</code>
/// </example>
/// <example>
/// Confirm with a computed code.
/// <code>$app | Confirm-CognitoSoftwareToken -UserCode ($app | Get-CognitoTotpCode)</code>
/// </example>
[Cmdlet(VerbsLifecycle.Confirm, "CognitoSoftwareToken", SupportsShouldProcess = true)]
public sealed class ConfirmCognitoSoftwareTokenCommand : SignedInUserCommand
{
    /// <summary>The code that the app shows now: six digits, as a SecureString or as text.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("Code")]
    [SecretText]
    public SecureString UserCode { get; set; } = new();

    /// <summary>A name for the device that the app runs on.</summary>
    [Parameter]
    public string? FriendlyDeviceName { get; set; }

    private protected override async Task ProcessAsync()
    {
        if (!ShouldProcess($"{Me}", "Confirm the authenticator app"))
            return;
        VerifySoftwareTokenResponse reply = await Client.VerifySoftwareTokenAsync(
            new VerifySoftwareTokenRequest
            {
                AccessToken = Me.Text,
                UserCode = SecureText.Reveal(UserCode),
                FriendlyDeviceName = FriendlyDeviceName,
            },
            StopToken
        );
        if (reply.Status?.Value != "SUCCESS")
        {
            throw new CognitoException(
                "SoftwareTokenNotVerified",
                ErrorCategory.AuthenticationError,
                $"The service rejected the code: {reply.Status?.Value}.",
                "Check the clock of the device, and use the code that the authenticator app shows now."
            );
        }
    }
}
