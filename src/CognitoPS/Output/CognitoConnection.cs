using CognitoPS.Output;

namespace CognitoPS;

/// <summary>Where the session asks by default, and as whom.</summary>
[TableView("Region:16", "Endpoint:40", "Credentials")]
public sealed class CognitoConnection
{
    internal CognitoConnection(string? region, string? endpoint, string credentials, TimeSpan? timeout, IReadOnlyDictionary<string, double>? rateLimits)
    {
        Region = region;
        Endpoint = endpoint;
        Credentials = credentials;
        Timeout = timeout;
        RateLimits = rateLimits;
    }

    /// <summary>The region; null where it comes from each pool's id, the environment or the profile.</summary>
    public string? Region { get; }

    /// <summary>The endpoint, where it is not the region's own.</summary>
    public string? Endpoint { get; }

    /// <summary>Where credentials come from: never the credentials themselves.</summary>
    public string Credentials { get; }

    /// <summary>How long a request may take; null for the default of 30 seconds.</summary>
    public TimeSpan? Timeout { get; }

    /// <summary>Requests a second that each category is paced at; empty: not paced; null: the service's defaults.</summary>
    public IReadOnlyDictionary<string, double>? RateLimits { get; }
}
