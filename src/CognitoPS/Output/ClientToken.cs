using System.Security;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Output;
using CognitoPS.Secrets;

namespace CognitoPS;

/// <summary>An access token of an app client for machine-to-machine (M2M) authorization.</summary>
[TableView("ClientId:28", "TokenType:10", "Expires:16", "Scopes")]
public sealed class ClientToken
{
    internal ClientToken(ClientAuthenticationResultType source, string clientId, string? userPoolId, string region)
    {
        ClientId = clientId;
        UserPoolId = userPoolId;
        Region = region;
        AccessToken = SecureText.Hide(source.AccessToken);
        TokenType = source.TokenType;
        Expires = Timestamp.Of(DateTime.UtcNow.AddSeconds(source.ExpiresIn ?? 0));
    }

    /// <summary>The app client.</summary>
    public string ClientId { get; }

    /// <summary>The ID of the user pool, if specified.</summary>
    public string? UserPoolId { get; }

    /// <summary>The Region of the user pool.</summary>
    public string Region { get; }

    /// <summary>The token. Call GetAccessToken() for plain text.</summary>
    public SecureString AccessToken { get; }

    /// <summary>The token type: Bearer.</summary>
    public string? TokenType { get; }

    /// <summary>When the token expires, in local time.</summary>
    public Timestamp? Expires { get; }

    /// <summary>The requested scopes; empty for all scopes of the app client.</summary>
    public IReadOnlyList<string> Scopes { get; internal init; } = [];

    /// <summary>Returns the token as plain text.</summary>
    public string GetAccessToken() => SecureText.Reveal(AccessToken);

    /// <inheritdoc/>
    public override string ToString() => ClientId;
}
