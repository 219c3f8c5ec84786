using System.Security;
using CognitoPS.Output;
using CognitoPS.Secrets;
using CognitoPS.SignIn;

namespace CognitoPS;

/// <summary>An authenticator app that is being set up. It contains the only copy of the secret.</summary>
[TableView("Username:32", "Region")]
public sealed class SoftwareToken : IActsAsUser
{
    internal SoftwareToken(
        string? username,
        string? userPoolId,
        string region,
        SecureString accessToken,
        SecureString secret,
        SecureString uri
    ) => (Username, UserPoolId, Region, AccessToken, SoftwareTokenSecret, Uri) = (username, userPoolId, region, accessToken, secret, uri);

    /// <summary>The user that the app belongs to.</summary>
    public string? Username { get; }

    /// <summary>The ID of the user pool that the user belongs to.</summary>
    public string? UserPoolId { get; }

    /// <summary>The Region of the user pool.</summary>
    public string Region { get; }

    /// <summary>The access token that requested it, which Confirm-CognitoSoftwareToken uses.</summary>
    public SecureString AccessToken { get; }

    /// <summary>The Base32 secret for Get-CognitoTotpCode and Connect-CognitoUser -TotpSecret. Call GetSecret() for plain text.</summary>
    public SecureString SoftwareTokenSecret { get; }

    /// <summary>The otpauth URI for authenticator apps, which contains the secret. Call GetUri() for plain text.</summary>
    public SecureString Uri { get; }

    /// <summary>Returns the secret as plain text, to type into an app.</summary>
    public string GetSecret() => SecureText.Reveal(SoftwareTokenSecret);

    /// <summary>Returns the otpauth URI as plain text.</summary>
    public string GetUri() => SecureText.Reveal(Uri);

    /// <inheritdoc/>
    public override string ToString() => $"{Username}";
}
