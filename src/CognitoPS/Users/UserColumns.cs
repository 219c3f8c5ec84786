using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Amazon.CognitoIdentityProvider;

namespace CognitoPS.Users;

/// <summary>
/// The attributes that the schema of a pool knows: each is a property of every user of that pool, so that all of them have the same
/// columns.
/// </summary>
/// <param name="pools">The pools' settings.</param>
internal sealed class UserColumns(PoolDescriptions pools)
{
    // A script may run a cmdlet for each user, and far fewer pools than users may be described in a second. A schema only ever grows, and
    // what a user has is shown whether it is known here or not.
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);
    private static readonly ConditionalWeakTable<IAmazonCognitoIdentityProvider, ConcurrentDictionary<string, Schema>> Known = new();

    /// <summary>The names; null when the pool may not be described.</summary>
    public async Task<IReadOnlyList<string>?> OfAsync(
        IAmazonCognitoIdentityProvider client,
        string pool,
        CancellationToken cancellationToken
    )
    {
        ConcurrentDictionary<string, Schema> schemas = Known.GetOrCreateValue(client);
        if (schemas.TryGetValue(pool, out Schema? known) && known.ReadAt > DateTime.UtcNow - Fresh)
            return known.Names;
        var described = await pools.OfAsync(client, pool, cancellationToken).ConfigureAwait(false);
        string[]? names = described?.SchemaAttributes?.Select(attribute => attribute.Name).ToArray();
        schemas[pool] = new Schema(names, DateTime.UtcNow);
        return names;
    }

    /// <summary>Has the schema read again: it was changed.</summary>
    public static void Forget(IAmazonCognitoIdentityProvider client, string pool)
    {
        if (Known.TryGetValue(client, out ConcurrentDictionary<string, Schema>? schemas))
            schemas.TryRemove(pool, out _);
    }

    private sealed record Schema(IReadOnlyList<string>? Names, DateTime ReadAt);
}
