using System.Security;

namespace CognitoPS.SignIn;

// Classes, not records: a record's ToString would show the secrets.
internal sealed class AuthStart
{
    public required string Flow { get; init; }

    public required IReadOnlyDictionary<string, string> Parameters { get; init; }

    public string? Session { get; init; }
}

internal sealed class AuthAnswer
{
    public required string ChallengeName { get; init; }

    public required IReadOnlyDictionary<string, string> Responses { get; init; }

    public string? Session { get; init; }
}

/// <summary>Either tokens or the next challenge.</summary>
internal sealed class AuthReply
{
    public string? ChallengeName { get; init; }

    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<string> AvailableChallenges { get; init; } = [];

    public string? Session { get; init; }

    public AuthTokens? Tokens { get; init; }

    public string? this[string parameter] => Parameters.TryGetValue(parameter, out string? value) && value.Length > 0 ? value : null;

    public AuthReply WithSession(string? session) =>
        new()
        {
            ChallengeName = ChallengeName,
            Parameters = Parameters,
            AvailableChallenges = AvailableChallenges,
            Session = session,
        };
}

internal sealed class AuthTokens
{
    public required string AccessToken { get; init; }

    public string? IdToken { get; init; }

    /// <summary>A refresh gives a new one only when the app client rotates them.</summary>
    public string? RefreshToken { get; init; }

    public string? TokenType { get; init; }

    /// <summary>Seconds.</summary>
    public int ExpiresIn { get; init; }

    public string? NewDeviceKey { get; init; }

    public string? NewDeviceGroupKey { get; init; }
}

internal sealed class SoftwareTokenAssociation
{
    public required SecureString Secret { get; init; }

    public string? Session { get; init; }
}

internal sealed class DeviceConfirmation
{
    public required string AccessToken { get; init; }

    public required string DeviceKey { get; init; }

    public string? DeviceName { get; init; }

    public required string Salt { get; init; }

    public required string PasswordVerifier { get; init; }
}
