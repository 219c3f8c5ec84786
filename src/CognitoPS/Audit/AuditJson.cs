using System.Text.Json;

namespace CognitoPS.Audit;

/// <summary>Reads the JSON files of audits, which people edit.</summary>
internal static class AuditJson
{
    public static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>The items of an array; one object stands for an array of one, as ConvertTo-Json writes it.</summary>
    public static IEnumerable<JsonElement> Items(JsonElement root) =>
        root.ValueKind == JsonValueKind.Array ? root.EnumerateArray() : (IEnumerable<JsonElement>)[root];

    /// <summary>A member that is text; null where it is not there.</summary>
    public static string? Text(JsonElement item, string member) =>
        item.ValueKind == JsonValueKind.Object
        && item.TryGetProperty(member, out JsonElement value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
