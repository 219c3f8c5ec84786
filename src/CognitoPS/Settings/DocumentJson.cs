using System.Text;
using System.Text.Json;
using Amazon.Runtime.Documents;
using Amazon.Runtime.Documents.Internal.Transform;

namespace CognitoPS.Settings;

/// <summary>The client's documents as the JSON that browsers speak.</summary>
internal static class DocumentJson
{
    public static string ToJson(Document document)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream))
            DocumentMarshaller.Instance.Write(writer, document);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static Document Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Of(document.RootElement);
    }

    private static Document Of(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => new Document(element.EnumerateObject().ToDictionary(member => member.Name, member => Of(member.Value))),
            JsonValueKind.Array => new Document(element.EnumerateArray().Select(Of).ToList()),
            JsonValueKind.Number => element.TryGetInt32(out int small) ? new Document(small)
            : element.TryGetInt64(out long large) ? new Document(large)
            : new Document(element.GetDouble()),
            JsonValueKind.True or JsonValueKind.False => new Document(element.GetBoolean()),
            JsonValueKind.String => new Document(element.GetString()),
            _ => default,
        };
}
