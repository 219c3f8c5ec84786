using CognitoPS.Output;
using CognitoPS.SignIn;

namespace CognitoPS;

/// <summary>A token taken apart, without any judgement on whether it is genuine.</summary>
[TableView("Kind:8", "Username:32", "ClientId:28", "Expires:16", "UserPoolId")]
public sealed class Token
{
    internal Token(IReadOnlyDictionary<string, object?> header, IReadOnlyDictionary<string, object?> claims) =>
        (Header, Claims) = (Readable.Table(header), Readable.Table(claims));

    /// <summary>Id, Access, Refresh (encrypted: only the service can look into it) or Other.</summary>
    public string Kind { get; internal init; } = TokenKind.Other;

    /// <summary>The user pool named by the issuer.</summary>
    public string? UserPoolId { get; internal init; }

    /// <summary>The region of the user pool.</summary>
    public string? Region { get; internal init; }

    /// <summary>The app client: aud of an id token, client_id of an access token.</summary>
    public string? ClientId { get; internal init; }

    /// <summary>The user's name in the pool; a token made for an app client alone has none.</summary>
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

    /// <summary>Before when the token does not count, in local time.</summary>
    public Timestamp? NotBefore { get; internal init; }

    /// <summary>When the token expires, in local time.</summary>
    public Timestamp? Expires { get; internal init; }

    /// <summary>The iss claim.</summary>
    public string? Issuer { get; internal init; }

    /// <summary>The signature's algorithm.</summary>
    public string? Algorithm { get; internal init; }

    /// <summary>The id of the key that signed.</summary>
    public string? KeyId { get; internal init; }

    /// <summary>The header, member by member.</summary>
    public IReadOnlyDictionary<string, object?> Header { get; }

    /// <summary>The claims as they stand in the token; empty for a refresh token.</summary>
    public IReadOnlyDictionary<string, object?> Claims { get; }
}
