using System.Security;
using CognitoPS.Output;
using CognitoPS.SignIn;

namespace CognitoPS;

/// <summary>A started passkey registration. Pass its options to the browser's navigator.credentials.create().</summary>
[TableView("Username:32", "Region:16", "CredentialCreationOptions")]
public sealed class WebAuthnRegistration : IActsAsUser
{
    internal WebAuthnRegistration(string? username, string? userPoolId, string region, SecureString accessToken, string options) =>
        (Username, UserPoolId, Region, AccessToken, CredentialCreationOptions) = (username, userPoolId, region, accessToken, options);

    /// <summary>The user who registers a passkey.</summary>
    public string? Username { get; }

    /// <summary>The ID of the user pool that the user belongs to.</summary>
    public string? UserPoolId { get; }

    /// <summary>The Region of the user pool.</summary>
    public string Region { get; }

    /// <summary>The access token that started it, which Complete-CognitoWebAuthnRegistration uses.</summary>
    public SecureString AccessToken { get; }

    /// <summary>The options as JSON.</summary>
    public string CredentialCreationOptions { get; }

    /// <inheritdoc/>
    public override string ToString() => CredentialCreationOptions;
}
