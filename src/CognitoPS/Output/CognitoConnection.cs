using CognitoPS.Connection;
using CognitoPS.Output;

namespace CognitoPS;

/// <summary>Where the session asks by default, and as whom.</summary>
[TableView("Region:16", "EndpointUrl:40", "Credentials")]
public sealed class CognitoConnection
{
    /// <summary>What settings come to, completed by the session's variables and the environment.</summary>
    internal CognitoConnection(ConnectionSettings settings, StoredSession stored)
    {
        Region = ClientFactory.DefaultRegion(settings, stored.Region);
        EndpointUrl = settings.EndpointUrl ?? ClientFactory.EndpointOfEnvironment;
        Credentials = Connection.Credentials.Describe(settings, stored.Credentials);
        Timeout = settings.Timeout;
        RateLimits = settings.RateLimits is { } limits ? Readable.Table(limits.PerSecond) : null;
    }

    /// <summary>The region of requests that are about no pool, and of pools whose id does not name another; null: none is set.</summary>
    public string? Region { get; }

    /// <summary>The endpoint, where it is not the region's own.</summary>
    public Uri? EndpointUrl { get; }

    /// <summary>Where credentials come from: never the credentials themselves.</summary>
    public string Credentials { get; }

    /// <summary>How long a request may take; null for the default of 30 seconds.</summary>
    public TimeSpan? Timeout { get; }

    /// <summary>Requests a second that each category is paced at; empty: not paced; null: the service's defaults.</summary>
    public IReadOnlyDictionary<string, double>? RateLimits { get; }
}
