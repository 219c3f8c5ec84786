using CognitoPS.Connection;
using CognitoPS.Output;

namespace CognitoPS;

/// <summary>The session's default Region, endpoint and credentials.</summary>
[TableView("Region:16", "EndpointUrl:40", "Credentials")]
public sealed class CognitoConnection
{
    /// <summary>Completes settings with the session's variables and the environment.</summary>
    internal CognitoConnection(ConnectionSettings settings, StoredSession stored)
    {
        Region = ClientFactory.DefaultRegion(settings, stored.Region);
        EndpointUrl = settings.EndpointUrl ?? ClientFactory.EndpointOfEnvironment;
        Credentials = Connection.Credentials.Describe(settings, stored.Credentials);
        Timeout = settings.Timeout;
        RateLimits = settings.RateLimits is { } limits ? Readable.Table(limits.PerSecond) : null;
    }

    /// <summary>
    /// The default Region for requests without a user pool, or with a user pool whose ID contains no other Region; null if none is set.
    /// </summary>
    public string? Region { get; }

    /// <summary>The endpoint, if it is not the Region's own.</summary>
    public Uri? EndpointUrl { get; }

    /// <summary>The source of the credentials, never the credentials themselves.</summary>
    public string Credentials { get; }

    /// <summary>The request timeout; null for the default of 30 seconds.</summary>
    public TimeSpan? Timeout { get; }

    /// <summary>The requests per second that each category is limited to; empty for no limit, null for the service defaults.</summary>
    public IReadOnlyDictionary<string, double>? RateLimits { get; }
}
