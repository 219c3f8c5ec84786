using System.Security;
using CognitoPS.Output;
using CognitoPS.Secrets;
using CognitoPS.SignIn;

namespace CognitoPS;

/// <summary>An authenticator app that is being set up: its secret is nowhere else.</summary>
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

    /// <summary>Whose app it is.</summary>
    public string? Username { get; }

    /// <summary>The id of the user's pool.</summary>
    public string? UserPoolId { get; }

    /// <summary>The region of the pool.</summary>
    public string Region { get; }

    /// <summary>The access token that asked for it, with which Confirm-CognitoSoftwareToken goes on.</summary>
    public SecureString AccessToken { get; }

    /// <summary>The secret, for Get-CognitoTotpCode and Connect-CognitoUser -TotpSecret. GetSecret() gives its text.</summary>
    public SecureString SoftwareTokenSecret { get; }

    /// <summary>The otpauth address that apps read; it holds the secret. GetUri() gives its text.</summary>
    public SecureString Uri { get; }

    /// <summary>The secret's text, to type into an app.</summary>
    public string GetSecret() => SecureText.Reveal(SoftwareTokenSecret);

    /// <summary>The otpauth address's text.</summary>
    public string GetUri() => SecureText.Reveal(Uri);

    /// <inheritdoc/>
    public override string ToString() => $"{Username}";
}
