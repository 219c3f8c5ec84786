using System.Text.Json;
using System.Text.Json.Nodes;

namespace CognitoPS.LocalServer.Json;

/// <summary>Settings as requests give them: kept as JSON, completed with defaults, shown as they stand.</summary>
internal static class JsonSettings
{
    internal static JsonElement Empty { get; } = Parse("{}");

    internal static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;

    /// <summary>The members of a request that are settings: all but those named.</summary>
    internal static JsonObject Of(JsonElement request, params string[] without)
    {
        JsonObject settings = [];
        foreach (JsonProperty member in request.EnumerateObject())
        {
            if (member.Value.ValueKind != JsonValueKind.Null && Array.IndexOf(without, member.Name) < 0)
                settings[member.Name] = JsonNode.Parse(member.Value.GetRawText());
        }
        return settings;
    }

    /// <summary>Adds what is missing, inside objects too.</summary>
    internal static void Fill(this JsonObject settings, JsonElement defaults)
    {
        foreach (JsonProperty member in defaults.EnumerateObject())
        {
            if (settings[member.Name] is not { } given)
                settings[member.Name] = JsonNode.Parse(member.Value.GetRawText());
            else if (given is JsonObject inner && member.Value.ValueKind == JsonValueKind.Object)
                inner.Fill(member.Value);
        }
    }

    /// <summary>Takes these members from the settings before, where they are not given.</summary>
    internal static void Keep(this JsonObject settings, JsonElement before, string[] names)
    {
        foreach (string name in names)
        {
            if (settings[name] is null && before.Find(name) is { } value)
                settings[name] = JsonNode.Parse(value.GetRawText());
        }
    }

    internal static JsonElement Freeze(this JsonNode settings) => Parse(settings.ToJsonString());

    internal static void WriteMembers(this Utf8JsonWriter json, JsonElement settings)
    {
        foreach (JsonProperty member in settings.EnumerateObject())
            member.WriteTo(json);
    }
}
