using CognitoPS.Output;
using CognitoPS.SignIn;

namespace CognitoPS;

/// <summary>A decoded token, which has not been verified.</summary>
[TableView("Kind:8", "Username:32", "ClientId:28", "Expires:16", "UserPoolId")]
public sealed class Token
{
    internal Token(IReadOnlyDictionary<string, object?> header, IReadOnlyDictionary<string, object?> claims) =>
        (Header, Claims) = (Readable.Table(header), Readable.Table(claims));

    /// <summary>Id, Access, Refresh (opaque: only the service can read it) or Other.</summary>
    public string Kind { get; internal init; } = TokenKind.Other;

    /// <summary>The user pool in the issuer.</summary>
    public string? UserPoolId { get; internal init; }

    /// <summary>The Region of the user pool.</summary>
    public string? Region { get; internal init; }

    /// <summary>The app client: aud of an ID token, client_id of an access token.</summary>
    public string? ClientId { get; internal init; }

    /// <summary>The username; a token issued to an app client itself has none.</summary>
    public string? Username { get; internal init; }

    /// <summary>The sub claim.</summary>
    public string? Subject { get; internal init; }

    /// <summary>The groups of the user.</summary>
    public IReadOnlyList<string> Groups { get; internal init; } = [];

    /// <summary>The scopes of an access token.</summary>
    public IReadOnlyList<string> Scopes { get; internal init; } = [];

    /// <summary>When the user signed in, in local time.</summary>
    public Timestamp? AuthTime { get; internal init; }

    /// <summary>When the token was issued, in local time.</summary>
    public Timestamp? IssuedAt { get; internal init; }

    /// <summary>When the token becomes valid, in local time.</summary>
    public Timestamp? NotBefore { get; internal init; }

    /// <summary>When the token expires, in local time.</summary>
    public Timestamp? Expires { get; internal init; }

    /// <summary>The iss claim.</summary>
    public string? Issuer { get; internal init; }

    /// <summary>The signature algorithm.</summary>
    public string? Algorithm { get; internal init; }

    /// <summary>The ID of the signing key.</summary>
    public string? KeyId { get; internal init; }

    /// <summary>The members of the header.</summary>
    public IReadOnlyDictionary<string, object?> Header { get; }

    /// <summary>The claims in the token; empty for a refresh token.</summary>
    public IReadOnlyDictionary<string, object?> Claims { get; }
}
