using System.Security;
using CognitoPS.Output;
using CognitoPS.SignIn;

namespace CognitoPS;

/// <summary>A passkey registration that was begun: the browser's navigator.credentials.create() takes the options.</summary>
[TableView("Username:32", "Region:16", "CredentialCreationOptions")]
public sealed class WebAuthnRegistration : IActsAsUser
{
    internal WebAuthnRegistration(string? username, string? userPoolId, string region, SecureString accessToken, string options) =>
        (Username, UserPoolId, Region, AccessToken, CredentialCreationOptions) = (username, userPoolId, region, accessToken, options);

    /// <summary>Who registers a passkey.</summary>
    public string? Username { get; }

    /// <summary>The id of the user's pool.</summary>
    public string? UserPoolId { get; }

    /// <summary>The region of the pool.</summary>
    public string Region { get; }

    /// <summary>The access token that began it, with which Complete-CognitoWebAuthnRegistration goes on.</summary>
    public SecureString AccessToken { get; }

    /// <summary>The options as JSON.</summary>
    public string CredentialCreationOptions { get; }

    /// <inheritdoc/>
    public override string ToString() => CredentialCreationOptions;
}
