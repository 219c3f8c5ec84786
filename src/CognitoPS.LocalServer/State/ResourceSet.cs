namespace CognitoPS.LocalServer.State;

/// <summary>Resources by key and in the order in which they were made.</summary>
internal sealed class ResourceSet
{
    private readonly Dictionary<string, PoolResource> _byKey = new(StringComparer.Ordinal);

    internal OrderedSet<long, PoolResource> Items { get; } = new(resource => resource.Sequence);

    internal int Count => _byKey.Count;

    internal PoolResource? Find(string key) => _byKey.TryGetValue(key, out PoolResource? resource) ? resource : null;

    internal void Add(PoolResource resource)
    {
        _byKey.Add(resource.Key, resource);
        Items.Add(resource);
    }

    internal void Remove(PoolResource resource)
    {
        _byKey.Remove(resource.Key);
        Items.Remove(resource.Sequence);
    }
}
