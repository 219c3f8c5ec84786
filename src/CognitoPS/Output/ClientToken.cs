using System.Security;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Output;
using CognitoPS.Secrets;

namespace CognitoPS;

/// <summary>An access token of an app client, for calls from one machine to another.</summary>
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

    /// <summary>The id of the user pool, where it was given.</summary>
    public string? UserPoolId { get; }

    /// <summary>The region of the pool.</summary>
    public string Region { get; }

    /// <summary>The token. GetAccessToken() gives its text.</summary>
    public SecureString AccessToken { get; }

    /// <summary>How the token is sent: Bearer.</summary>
    public string? TokenType { get; }

    /// <summary>When the token expires, in UTC, in local time.</summary>
    public Timestamp? Expires { get; }

    /// <summary>The scopes that were asked for; empty for all that the client has.</summary>
    public IReadOnlyList<string> Scopes { get; internal init; } = [];

    /// <summary>The token's text.</summary>
    public string GetAccessToken() => SecureText.Reveal(AccessToken);

    /// <inheritdoc/>
    public override string ToString() => ClientId;
}
