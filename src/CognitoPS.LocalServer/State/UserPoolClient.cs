using System.Text.Json;

namespace CognitoPS.LocalServer.State;

/// <summary>An app client of a pool.</summary>
internal sealed class UserPoolClient(UserPool pool, string id, long sequence, string name, JsonElement settings, long now)
{
    internal UserPool Pool { get; } = pool;

    internal string Id { get; } = id;

    internal long Sequence { get; } = sequence;

    internal string Name { get; set; } = name;

    /// <summary>What was given and what is default; clients that were given nothing share one.</summary>
    internal JsonElement Settings { get; set; } = settings;

    internal JsonElement? SessionConfiguration { get; set; }

    internal ClientSecret[] Secrets { get; set; } = [];

    internal long Created { get; } = now;

    internal long Modified { get; set; } = now;
}
