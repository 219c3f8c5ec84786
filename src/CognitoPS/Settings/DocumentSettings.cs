using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Text.Json;
using Amazon.Runtime.Documents;
using CognitoPS.Errors;

namespace CognitoPS.Settings;

/// <summary>Free-form settings (JSON), from what users write and back.</summary>
internal static class DocumentSettings
{
    /// <summary>A document of JSON text, a hashtable, a list, an object with properties, or a plain value.</summary>
    /// <exception cref="CognitoException">InvalidSetting, NullInList.</exception>
    public static Document Of(object? value, string path) =>
        SettingConverter.Unwrap(value) switch
        {
            null => default,
            Document document => document,
            string json => Parse(json, path),
            var other => Node(other, path),
        };

    /// <summary>The document as dictionaries, lists and plain values.</summary>
    public static object? Plain(Document document) =>
        document switch
        {
            _ when document.IsNull() => null,
            _ when document.IsString() => document.AsString(),
            _ when document.IsBool() => document.AsBool(),
            _ when document.IsInt() => document.AsInt(),
            _ when document.IsLong() => document.AsLong(),
            _ when document.IsDouble() => document.AsDouble(),
            _ when document.IsList() => document.AsList().Select(Plain).ToList(),
            _ => document.AsDictionary().ToDictionary(member => member.Key, member => Plain(member.Value)),
        };

    /// <summary>
    /// <paramref name="current"/> with what <paramref name="change"/> sets: objects member by member, everything else replaced.
    /// </summary>
    public static Document Merge(Document current, Document change)
    {
        if (!current.IsDictionary() || !change.IsDictionary())
            return change.IsNull() ? current : change;
        var merged = new Dictionary<string, Document>(current.AsDictionary());
        foreach (KeyValuePair<string, Document> member in change.AsDictionary())
            merged[member.Key] = merged.TryGetValue(member.Key, out Document before) ? Merge(before, member.Value) : member.Value;
        return new Document(merged);
    }

    /// <summary>A copy in depth.</summary>
    public static Document Copy(Document document) =>
        document switch
        {
            _ when document.IsDictionary() => new Document(
                document.AsDictionary().ToDictionary(member => member.Key, member => Copy(member.Value))
            ),
            _ when document.IsList() => new Document(document.AsList().Select(Copy).ToList()),
            _ => document,
        };

    /// <summary>Whether a setting is a document that is a JSON object.</summary>
    public static bool IsObject(object? value) => value is Document document && document.IsDictionary();

    /// <summary>Takes away what stands at a path of keys, in place.</summary>
    public static void Remove(Document document, IReadOnlyList<string> path)
    {
        foreach (string key in path.Take(path.Count - 1))
        {
            if (!document.IsDictionary() || !document.AsDictionary().TryGetValue(key, out document))
                return;
        }

        if (document.IsDictionary())
            document.AsDictionary().Remove(path[path.Count - 1]);
    }

    /// <summary>About how many bytes the document takes as JSON.</summary>
    public static long Size(Document document) =>
        document switch
        {
            _ when document.IsDictionary() => document.AsDictionary().Sum(member => member.Key.Length + 4 + Size(member.Value)),
            _ when document.IsList() => document.AsList().Sum(item => 1 + Size(item)),
            _ when document.IsString() => document.AsString().Length + 2,
            _ => 8,
        };

    private static Document Parse(string json, string path)
    {
        try
        {
            using var parsed = JsonDocument.Parse(
                json,
                new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }
            );
            return Of(parsed.RootElement);
        }
        catch (JsonException exception)
        {
            throw new CognitoException(
                "InvalidSetting",
                ErrorCategory.InvalidArgument,
                $"'{path}' is not valid JSON: {exception.Message}",
                "Specify JSON text, the path of a JSON file, or a hashtable.",
                exception
            );
        }
    }

    private static Document Of(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => new Document(element.EnumerateObject().ToDictionary(member => member.Name, member => Of(member.Value))),
            JsonValueKind.Array => new Document(element.EnumerateArray().Select(Of).ToList()),
            JsonValueKind.String => new Document(element.GetString()),
            JsonValueKind.Number when element.TryGetInt32(out int small) => new Document(small),
            JsonValueKind.Number when element.TryGetInt64(out long large) => new Document(large),
            JsonValueKind.Number => new Document(element.GetDouble()),
            JsonValueKind.True => new Document(true),
            JsonValueKind.False => new Document(false),
            _ => default,
        };

    private static Document Node(object? value, string path)
    {
        switch (SettingConverter.Unwrap(value))
        {
            case null:
                return default;
            case Document document:
                return document;
            case string text:
                return new Document(text);
            case DateTime date:
                return new Document(DateText.Of(date));
            case bool on:
                return new Document(on);
            case SwitchParameter on:
                return new Document(on.IsPresent);
            case int or short or byte or sbyte or ushort:
                return new Document(Convert.ToInt32(value, CultureInfo.InvariantCulture));
            case long or uint:
                return new Document(Convert.ToInt64(value, CultureInfo.InvariantCulture));
            case double or float or decimal:
                return new Document(Convert.ToDouble(value, CultureInfo.InvariantCulture));
            case IDictionary table:
                return new Document(
                    table.Keys.Cast<object>().ToDictionary(key => key.ToString()!, key => Node(table[key], $"{path}.{key}"))
                );
            case IEnumerable list:
                return new Document(
                    list.Cast<object?>().Select((item, i) => Node(item ?? throw SettingConverter.NullIn(path), $"{path}[{i}]")).ToList()
                );
            case PSObject custom:
                return new Document(
                    SettingConverter
                        .PropertiesOf(custom)
                        .ToDictionary(member => member.Name, member => Node(member.Value, $"{path}.{member.Name}"))
                );
            default:
                throw new CognitoException(
                    "InvalidSetting",
                    ErrorCategory.InvalidArgument,
                    $"'{path}' cannot be set to a value of type {value!.GetType().Name}.",
                    "It accepts what JSON can express: text, numbers, $true or $false, lists and hashtables."
                );
        }
    }
}
