using System.Text.Json;

namespace CognitoPS.LocalServer.State;

/// <summary>A domain of a pool: a prefix of the service's caller, or a custom one with a certificate.</summary>
internal sealed class PoolDomain(string name, UserPool pool, JsonElement settings, string? distribution)
{
    internal string Name { get; } = name;

    internal UserPool Pool { get; } = pool;

    /// <summary>ManagedLoginVersion, CustomDomainConfig, Routing.</summary>
    internal JsonElement Settings { get; set; } = settings;

    /// <summary>Where a custom domain points to; null for a prefix.</summary>
    internal string? Distribution { get; } = distribution;
}
