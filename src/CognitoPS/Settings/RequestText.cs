using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Amazon.Runtime.Documents;

namespace CognitoPS.Settings;

/// <summary>A request as people read it: what would be sent, as JSON over several lines, secrets masked.</summary>
internal static class RequestText
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(object request)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text, Readable))
            WriteStructure(json, request);
        string name = request.GetType().Name;
        return $"{name.Substring(0, name.Length - "Request".Length)} {Encoding.UTF8.GetString(text.ToArray())}";
    }

    private static void WriteStructure(Utf8JsonWriter json, object structure)
    {
        json.WriteStartObject();
        foreach (PropertyInfo member in SettingMembers.Of(structure.GetType()).Values)
        {
            if (member.GetValue(structure) is not { } value || value is Document document && document.IsNull())
                continue;
            json.WritePropertyName(member.Name);
            WriteValue(json, SettingMembers.IsSecret(member) ? SettingTree.Mask : value);
        }

        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case bool on:
                json.WriteBooleanValue(on);
                break;
            case int or long:
                json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case double number:
                json.WriteNumberValue(number);
                break;
            case Document document:
                WriteValue(json, DocumentSettings.Plain(document));
                break;
            case DateTime date:
                json.WriteStringValue(date);
                break;
            case Stream bytes:
                json.WriteStringValue($"({bytes.Length} bytes)");
                break;
            case IDictionary map:
                json.WriteStartObject();
                foreach (DictionaryEntry pair in map)
                {
                    json.WritePropertyName((string)pair.Key);
                    WriteValue(json, SettingMembers.IsSecret((string)pair.Key) ? SettingTree.Mask : pair.Value);
                }

                json.WriteEndObject();
                break;
            case IList list:
                json.WriteStartArray();
                foreach (object? item in list)
                    WriteValue(json, item);
                json.WriteEndArray();
                break;
            case not null when SettingMembers.IsStructure(value.GetType()):
                WriteStructure(json, value);
                break;
            default:
                json.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }
}
