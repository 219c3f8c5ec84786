using System.Collections.Concurrent;
using CognitoPS.LocalServer.Requests;
using CognitoPS.LocalServer.Srp;

namespace CognitoPS.LocalServer.State;

/// <summary>
/// Everything that the server knows: the pools of all regions, what is unique across them, and what goes wrong on purpose.
/// </summary>
internal sealed class ServerState(Func<DateTimeOffset> clock, int? seed, int logSize)
{
    internal const string AccountId = "123456789012";

    private readonly ConcurrentDictionary<string, UserPool> _pools = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, OrderedSet<long, UserPool>> _regions = new(StringComparer.Ordinal);
    private long _sequence;

    /// <summary>App client ids are unique across pools: the unsigned operations name nothing else.</summary>
    internal ConcurrentDictionary<string, UserPoolClient> Clients { get; } = new(StringComparer.Ordinal);

    internal ConcurrentDictionary<string, PoolDomain> Domains { get; } = new(StringComparer.Ordinal);

    internal Faults Faults { get; } = new(seed);

    internal RequestLog Log { get; } = new(logSize);

    internal ServiceRates Rates { get; } = new();

    /// <summary>The answer to the CUSTOM_AUTH flow's challenge; without one, no pool has that flow's triggers.</summary>
    internal string? CustomChallengeAnswer { get; set; }

    /// <summary>Where the server answers, for the addresses that it gives out.</summary>
    internal Uri Endpoint { get; set; } = new("http://127.0.0.1/");

    /// <summary>Seals page tokens, so that none but this server's own are taken back.</summary>
    internal ulong PageTokenSecret { get; } = BitConverter.ToUInt64(SrpGroup.RandomBytes(8), 0);

    /// <summary>The sign-ins that wait for an answer.</summary>
    internal ConcurrentDictionary<string, AuthSession> AuthSessions { get; } = new(StringComparer.Ordinal);

    /// <summary>The ids of sessions that were answered.</summary>
    internal RecentIds UsedSessions { get; } = new();

    internal Ids Ids { get; } = new(seed);

    /// <summary>Now, in milliseconds since 1970.</summary>
    internal long Now => clock().ToUnixTimeMilliseconds();

    /// <summary>The order in which things were made.</summary>
    internal long NextSequence() => Interlocked.Increment(ref _sequence);

    internal UserPool? FindPool(string id) => _pools.TryGetValue(id, out UserPool? pool) ? pool : null;

    /// <summary>The pools of a region in the order in which they were made; lock it to read it.</summary>
    internal OrderedSet<long, UserPool> PoolsOf(string region) =>
        _regions.GetOrAdd(region, _ => new OrderedSet<long, UserPool>(pool => pool.Sequence));

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
