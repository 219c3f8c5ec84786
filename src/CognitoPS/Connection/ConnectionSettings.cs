using System.Security;
using CognitoPS.Pacing;

namespace CognitoPS.Connection;

/// <summary>What a cmdlet or Connect-Cognito was given about where to ask and as whom. Null: not given.</summary>
internal sealed record ConnectionSettings
{
    public static readonly ConnectionSettings None = new();

    public string? Region { get; init; }

    public Uri? EndpointUrl { get; init; }

    public string? ProfileName { get; init; }

    public string? AccessKey { get; init; }

    public SecureString? SecretKey { get; init; }

    public SecureString? SessionToken { get; init; }

    public object? Credential { get; init; }

    public TimeSpan? Timeout { get; init; }

    public RateLimits? RateLimits { get; init; }

    /// <summary>Nobody asks: for operations that are not signed.</summary>
    public bool IsAnonymous { get; private init; }

    /// <summary>Says who asks: any one of profile, keys or credential object.</summary>
    public bool NamesIdentity =>
        ProfileName is not null || AccessKey is not null || SecretKey is not null || SessionToken is not null || Credential is not null;

    /// <summary>Several say who asks.</summary>
    public bool NamesSeveralIdentities =>
        (ProfileName is null ? 0 : 1) + (AccessKey is null && SecretKey is null ? 0 : 1) + (Credential is null ? 0 : 1) > 1;

    /// <summary>These settings, completed by <paramref name="defaults"/>. Who asks is taken whole from one of the two.</summary>
    public ConnectionSettings Or(ConnectionSettings defaults)
    {
        ConnectionSettings identity = NamesIdentity ? this : defaults;
        return new ConnectionSettings
        {
            Region = Region ?? defaults.Region,
            EndpointUrl = EndpointUrl ?? defaults.EndpointUrl,
            Timeout = Timeout ?? defaults.Timeout,
            RateLimits = RateLimits ?? defaults.RateLimits,
            ProfileName = identity.ProfileName,
            AccessKey = identity.AccessKey,
            SecretKey = identity.SecretKey,
            SessionToken = identity.SessionToken,
            Credential = identity.Credential,
        };
    }

    /// <summary>These settings without anybody's credentials.</summary>
    public ConnectionSettings AsNobody() =>
        this with
        {
            ProfileName = null,
            AccessKey = null,
            SecretKey = null,
            SessionToken = null,
            Credential = null,
            IsAnonymous = true,
        };
}
