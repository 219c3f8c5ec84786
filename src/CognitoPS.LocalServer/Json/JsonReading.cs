using System.Text.Json;

namespace CognitoPS.LocalServer.Json;

/// <summary>Looking into JSON that was checked before.</summary>
internal static class JsonReading
{
    internal static JsonElement? Find(this JsonElement element, params string[] path)
    {
        foreach (string name in path)
        {
            if (
                element.ValueKind != JsonValueKind.Object
                || !element.TryGetProperty(name, out element)
                || element.ValueKind == JsonValueKind.Null
            )
                return null;
        }
        return element;
    }

    /// <summary>A boolean of those that take a text too.</summary>
    internal static bool IsTrue(this JsonElement element) =>
        element.ValueKind == JsonValueKind.String
            ? !string.Equals(element.GetString(), "false", StringComparison.OrdinalIgnoreCase)
            : element.GetBoolean();

    internal static string? Text(this JsonElement element, params string[] path) => element.Find(path)?.GetString();

    internal static IEnumerable<JsonElement> Items(this JsonElement element, params string[] path) =>
        element.Find(path) is { } list ? list.EnumerateArray() : [];

    internal static string[] Strings(this JsonElement element, params string[] path) =>
        element.Items(path).Select(item => item.GetString()!).ToArray();
}
