using System.Text.Json;
using Amazon.Runtime.Documents;
using Amazon.Runtime.Documents.Internal.Transform;

namespace Amazon.CognitoIdentityProvider;

/// <summary>Reads the value at the reader's current token.</summary>
internal delegate T? JsonItemReader<T>(ref Utf8JsonReader reader);

/// <summary>A response whose body has members.</summary>
internal interface IJsonResponse
{
    /// <summary>Reads members up to the end of the object that the reader is in.</summary>
    void ReadMembers(ref Utf8JsonReader reader);
}

/// <summary>The steps that the generated code reads and writes JSON with. A null counts as absent everywhere.</summary>
internal static class Json
{
    private const long EpochTicks = 621355968000000000;

    /// <summary>Moves to the next member's name, or to the object's end. The length lets a switch skip most comparisons.</summary>
    public static bool ReadName(ref Utf8JsonReader reader, out int length)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.PropertyName)
        {
            length = 0;
            return false;
        }
        length = reader.ValueIsEscaped ? reader.GetString()!.Length : reader.ValueSpan.Length;
        return true;
    }

    public static bool IsObject(ref Utf8JsonReader reader) => IsStart(ref reader, JsonTokenType.StartObject);

    private static bool IsStart(ref Utf8JsonReader reader, JsonTokenType start) =>
        reader.TokenType == start
        || (reader.TokenType == JsonTokenType.Null ? false : throw new JsonException($"Expected {start}, found {reader.TokenType}."));

    public static string? ReadString(ref Utf8JsonReader reader) => reader.GetString();

    public static int? ReadInt32(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : reader.GetInt32();

    public static long? ReadInt64(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : reader.GetInt64();

    public static bool? ReadBoolean(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : reader.GetBoolean();

    public static MemoryStream? ReadBlob(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Null ? null : new MemoryStream(reader.GetBytesFromBase64());

    /// <summary>Epoch seconds with a fraction; some emulators send ISO 8601 instead.</summary>
    public static DateTime? ReadTimestamp(ref Utf8JsonReader reader) =>
        reader.TokenType switch
        {
            JsonTokenType.Null => null,
            JsonTokenType.String => reader.GetDateTimeOffset().UtcDateTime,
            _ => new DateTime(EpochTicks + (long)(reader.GetDecimal() * TimeSpan.TicksPerSecond), DateTimeKind.Utc),
        };

    public static Document ReadDocument(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return new Document(reader.GetString());
            case JsonTokenType.Number:
                return reader.TryGetInt32(out int small) ? new Document(small)
                    : reader.TryGetInt64(out long large) ? new Document(large)
                    : new Document(reader.GetDouble());
            case JsonTokenType.True or JsonTokenType.False:
                return new Document(reader.GetBoolean());
            case JsonTokenType.StartArray:
                List<Document> items = [];
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    items.Add(ReadDocument(ref reader));
                return new Document(items);
            case JsonTokenType.StartObject:
                Dictionary<string, Document> members = [];
                while (ReadName(ref reader, out _))
                {
                    string name = reader.GetString()!;
                    reader.Read();
                    members[name] = ReadDocument(ref reader);
                }
                return new Document(members);
            default:
                return default;
        }
    }

    public static List<T>? ReadList<T>(ref Utf8JsonReader reader, JsonItemReader<T> readItem)
        where T : class
    {
        if (!IsStart(ref reader, JsonTokenType.StartArray))
            return null;
        List<T> result = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (readItem(ref reader) is { } item)
                result.Add(item);
        }
        return result;
    }

    public static Dictionary<string, T>? ReadMap<T>(ref Utf8JsonReader reader, JsonItemReader<T> readItem)
        where T : class
    {
        if (!IsObject(ref reader))
            return null;
        Dictionary<string, T> result = [];
        while (ReadName(ref reader, out _))
        {
            string key = reader.GetString()!;
            reader.Read();
            if (readItem(ref reader) is { } item)
                result[key] = item;
        }
        return result;
    }

    /// <summary>An empty collection counts as set, unless collections start empty by themselves.</summary>
    public static bool IsSet<T>(ICollection<T>? collection) =>
        collection is not null && (collection.Count > 0 || !AWSConfigs.InitializeCollections);

    public static void WriteString(Utf8JsonWriter writer, string value) => writer.WriteStringValue(value);

    public static void WriteTimestamp(Utf8JsonWriter writer, ReadOnlySpan<byte> name, DateTime value) =>
        writer.WriteNumber(name, (decimal)(value.ToUniversalTime().Ticks - EpochTicks) / TimeSpan.TicksPerSecond);

    public static void WriteBlob(Utf8JsonWriter writer, ReadOnlySpan<byte> name, MemoryStream value) =>
        writer.WriteBase64String(name, value.ToArray());

    public static void WriteDocument(Utf8JsonWriter writer, ReadOnlySpan<byte> name, Document value)
    {
        writer.WritePropertyName(name);
        DocumentMarshaller.Instance.Write(writer, value);
    }

    public static void WriteList<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, List<T> items, Action<Utf8JsonWriter, T> writeItem)
    {
        writer.WriteStartArray(name);
        foreach (T item in items)
            writeItem(writer, item);
        writer.WriteEndArray();
    }

    public static void WriteMap<T>(
        Utf8JsonWriter writer,
        ReadOnlySpan<byte> name,
        Dictionary<string, T> items,
        Action<Utf8JsonWriter, T> writeItem
    )
    {
        writer.WriteStartObject(name);
        foreach (KeyValuePair<string, T> item in items)
        {
            writer.WritePropertyName(item.Key);
            writeItem(writer, item.Value);
        }
        writer.WriteEndObject();
    }
}
