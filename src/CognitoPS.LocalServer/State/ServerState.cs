using System.Collections.Concurrent;

namespace CognitoPS.Local.State;

/// <summary>Everything that the server knows: the pools of all regions, and what is unique across them.</summary>
internal sealed class ServerState(Func<DateTimeOffset> clock, int? seed)
{
    internal const string AccountId = "123456789012";

    private readonly ConcurrentDictionary<string, UserPool> _pools = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, OrderedSet<long, UserPool>> _regions = new(StringComparer.Ordinal);
    private long _sequence;

    /// <summary>App client ids are unique across pools: the unsigned operations name nothing else.</summary>
    internal ConcurrentDictionary<string, UserPoolClient> Clients { get; } = new(StringComparer.Ordinal);

    internal ConcurrentDictionary<string, PoolDomain> Domains { get; } = new(StringComparer.Ordinal);

    /// <summary>Request rates that were raised, by region and category.</summary>
    internal ConcurrentDictionary<(string Region, string Category), int> ProvisionedRates { get; } = [];

    /// <summary>The sign-ins that wait for an answer.</summary>
    internal ConcurrentDictionary<string, AuthSession> AuthSessions { get; } = new(StringComparer.Ordinal);

    internal Ids Ids { get; } = new(seed);

    /// <summary>Now, in milliseconds since 1970.</summary>
    internal long Now => clock().ToUnixTimeMilliseconds();

    /// <summary>The order in which things were made.</summary>
    internal long NextSequence() => Interlocked.Increment(ref _sequence);

    internal UserPool? FindPool(string id) => _pools.TryGetValue(id, out UserPool? pool) ? pool : null;

    /// <summary>The pools of a region in the order in which they were made; lock it to read it.</summary>
    internal OrderedSet<long, UserPool> PoolsOf(string region) =>
        _regions.GetOrAdd(region, _ => new OrderedSet<long, UserPool>(p => p.Sequence));

    internal void Add(UserPool pool)
    {
        _pools[pool.Id] = pool;
        OrderedSet<long, UserPool> region = PoolsOf(pool.Region);
        lock (region)
            region.Add(pool);
    }

    internal void Remove(UserPool pool)
    {
        _pools.TryRemove(pool.Id, out _);
        foreach (UserPoolClient client in pool.Clients.All())
            Clients.TryRemove(client.Id, out _);
        OrderedSet<long, UserPool> region = PoolsOf(pool.Region);
        lock (region)
            region.Remove(pool.Sequence);
    }
}
