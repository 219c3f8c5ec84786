using System.Text.Json;
using CognitoPS.LocalServer.Json;

namespace CognitoPS.LocalServer.State;

/// <summary>An app client of a pool.</summary>
internal sealed class UserPoolClient(UserPool pool, string id, long sequence, string name, JsonElement settings, long now)
{
    private static readonly string[] RotatingFlows = ["ALLOW_USER_SRP_AUTH", "ALLOW_CUSTOM_AUTH"];
    private static readonly string[] DefaultFlows = ["ALLOW_REFRESH_TOKEN_AUTH", .. RotatingFlows];

    internal UserPool Pool { get; } = pool;

    internal string Id { get; } = id;

    internal long Sequence { get; } = sequence;

    internal string Name { get; set; } = name;

    /// <summary>What was given and what is default; clients that were given nothing share one.</summary>
    internal JsonElement Settings { get; set; } = settings;

    /// <summary>ExplicitAuthFlows, or what stands for them where the client names none.</summary>
    internal string[] AuthFlows =>
        Settings.Strings("ExplicitAuthFlows") is { Length: > 0 } flows ? flows
        : Settings.Text("RefreshTokenRotation", "Feature") == "ENABLED" ? RotatingFlows
        : DefaultFlows;

    internal JsonElement? SessionConfiguration { get; set; }

    internal ClientSecret[] Secrets { get; set; } = [];

    internal long Created { get; } = now;

    internal long Modified { get; set; } = now;
}
