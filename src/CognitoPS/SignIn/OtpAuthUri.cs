using System.Security;
using CognitoPS.Secrets;

namespace CognitoPS.SignIn;

/// <summary>The address that authenticator apps read, by hand or as a QR code. It holds the secret.</summary>
internal static class OtpAuthUri
{
    public static string Build(string issuer, string account, SecureString secret) =>
        $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(account)}?secret={SecureText.Reveal(secret).TrimEnd('=')}&issuer={Uri.EscapeDataString(issuer)}";
}
