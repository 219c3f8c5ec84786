using System.Text.Encodings.Web;
using System.Text.Json;

namespace CognitoPS.LocalServer.Json;

/// <summary>How answers are written, and names that are written often.</summary>
internal static class JsonWriting
{
    internal static readonly JsonWriterOptions WriterOptions = new()
    {
        SkipValidation = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    internal static readonly JsonEncodedText Name = JsonEncodedText.Encode("Name");
    internal static readonly JsonEncodedText Value = JsonEncodedText.Encode("Value");
    internal static readonly JsonEncodedText Sub = JsonEncodedText.Encode("sub");
    internal static readonly JsonEncodedText Username = JsonEncodedText.Encode("Username");
    internal static readonly JsonEncodedText Attributes = JsonEncodedText.Encode("Attributes");
    internal static readonly JsonEncodedText UserAttributes = JsonEncodedText.Encode("UserAttributes");
    internal static readonly JsonEncodedText UserCreateDate = JsonEncodedText.Encode("UserCreateDate");
    internal static readonly JsonEncodedText UserLastModifiedDate = JsonEncodedText.Encode("UserLastModifiedDate");
    internal static readonly JsonEncodedText Enabled = JsonEncodedText.Encode("Enabled");
    internal static readonly JsonEncodedText UserStatus = JsonEncodedText.Encode("UserStatus");
    internal static readonly JsonEncodedText ClientId = JsonEncodedText.Encode("ClientId");
    internal static readonly JsonEncodedText UserPoolId = JsonEncodedText.Encode("UserPoolId");
    internal static readonly JsonEncodedText ClientName = JsonEncodedText.Encode("ClientName");

    /// <summary>A time as the service writes it: seconds since 1970 with milliseconds.</summary>
    internal static void WriteTime(this Utf8JsonWriter json, string name, long milliseconds) =>
        json.WriteNumber(name, Seconds(milliseconds));

    internal static void WriteTime(this Utf8JsonWriter json, JsonEncodedText name, long milliseconds) =>
        json.WriteNumber(name, Seconds(milliseconds));

    internal static void WriteOptional(this Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }

    internal static void WriteStrings(this Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static decimal Seconds(long milliseconds) => new((int)milliseconds, (int)(milliseconds >> 32), 0, false, 3);
}
