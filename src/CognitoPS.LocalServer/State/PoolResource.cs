using System.Text.Json;

namespace CognitoPS.LocalServer.State;

/// <summary>Something in a pool that is a key and settings: an identity provider, a resource server, branding, terms.</summary>
internal sealed class PoolResource(string key, long sequence, JsonElement settings, long now)
{
    internal string Key { get; } = key;

    internal long Sequence { get; } = sequence;

    internal JsonElement Settings { get; set; } = settings;

    internal long Created { get; } = now;

    internal long Modified { get; set; } = now;
}
