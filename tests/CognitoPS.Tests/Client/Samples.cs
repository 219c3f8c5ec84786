using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using Amazon.Runtime.Documents;

namespace CognitoPS.Tests.Client;

/// <summary>
/// A value for every member of a structure: as the JSON that belongs on the wire, and the same as objects of the client.
/// Lengths and ranges are legal; patterns are not looked at.
/// </summary>
internal static class Samples
{
    private const string ModelNamespace = "Amazon.CognitoIdentityProvider.Model.";
    private const string DocumentText =
        """{"text":"a","whole":7,"large":5000000000,"fraction":1.5,"yes":true,"list":[1,"b"],"inner":{"none":null}}""";
    private static readonly Assembly ClientAssembly = typeof(Amazon.CognitoIdentityProvider.IAmazonCognitoIdentityProvider).Assembly;

    public static Type TypeOf(string structure) => ClientAssembly.GetType(ModelNamespace + structure, throwOnError: true)!;

    /// <summary>The JSON of a structure with all its members.</summary>
    public static JsonObject Json(string structure)
    {
        JsonObject result = [];
        foreach ((string name, JsonNode? facts) in ModelFile.Structures[structure]!.AsObject())
            result[name] = Json((string)facts!["type"]!, name, facts);
        return result;
    }

    private static JsonNode Json(string type, string name, JsonNode facts)
    {
        if (ItemOf(type) is { } item)
        {
            int count = Math.Max(2, (int?)facts["min"] ?? 0);
            JsonObject itemFacts = [];
            if (facts["itemEnum"] is { } itemEnum)
                itemFacts["enum"] = itemEnum.DeepClone();
            IEnumerable<JsonNode> items = Enumerable.Range(1, count).Select(index => Json(item, name + index, itemFacts));
            return type[0] == 'l'
                ? new JsonArray([.. items])
                : new JsonObject(items.Select((value, index) => KeyValuePair.Create<string, JsonNode?>("key" + index, value)));
        }
        return type switch
        {
            "string" when facts["enum"] is { } known => ModelFile.Enums[(string)known!]![0]!.DeepClone(),
            "string" => Text(name, facts),
            "integer" => (int?)facts["max"] ?? (int?)facts["min"] ?? 17,
            "long" => 5_000_000_000,
            "boolean" => true,
            "timestamp" => 1_700_000_000.25m,
            "blob" => Convert.ToBase64String([1, 2, 3, 255]),
            "document" => JsonNode.Parse(DocumentText)!,
            _ => Json(type),
        };
    }

    private static string Text(string name, JsonNode facts)
    {
        int min = (int?)facts["min"] ?? 0,
            max = (int?)facts["max"] ?? 131072;
        return name.PadRight(min, '.')[..Math.Min(max, Math.Max(min, name.Length))];
    }

    /// <summary>The client's object for this JSON.</summary>
    public static object ToObject(string structure, JsonObject json)
    {
        object result = Activator.CreateInstance(TypeOf(structure))!;
        foreach ((string name, JsonNode? facts) in ModelFile.Structures[structure]!.AsObject())
        {
            PropertyInfo property = PropertyOf(structure, name);
            property.SetValue(result, ToValue((string)facts!["type"]!, json[name]!, property.PropertyType));
        }
        return result;
    }

    private static object ToValue(string type, JsonNode json, Type target)
    {
        if (ItemOf(type) is { } item)
        {
            object collection = Activator.CreateInstance(target)!;
            if (collection is IList list)
            {
                foreach (JsonNode? value in json.AsArray())
                    list.Add(ToValue(item, value!, target.GenericTypeArguments[0]));
            }
            else
            {
                foreach ((string key, JsonNode? value) in json.AsObject())
                    ((IDictionary)collection).Add(key, ToValue(item, value!, target.GenericTypeArguments[1]));
            }
            return collection;
        }
        return type switch
        {
            "string" when target.IsSubclassOf(typeof(ConstantClass)) => target.GetMethod("FindValue")!.Invoke(null, [(string)json!])!,
            "string" => (string)json!,
            "integer" => (int)json,
            "long" => (long)json,
            "boolean" => (bool)json,
            "timestamp" => DateTime.UnixEpoch.AddTicks((long)((decimal)json * TimeSpan.TicksPerSecond)),
            "blob" => new MemoryStream(Convert.FromBase64String((string)json!)),
            "document" => ToDocument(json),
            _ => ToObject(type, json.AsObject()),
        };
    }

    private static Document ToDocument(JsonNode? json) =>
        json switch
        {
            null => default,
            JsonArray items => new Document(items.Select(ToDocument).ToList()),
            JsonObject members => new Document(members.ToDictionary(member => member.Key, member => ToDocument(member.Value))),
            JsonValue value when value.TryGetValue(out string? text) => new Document(text),
            JsonValue value when value.TryGetValue(out bool yes) => new Document(yes),
            JsonValue value when value.TryGetValue(out int small) => new Document(small),
            JsonValue value when value.TryGetValue(out long large) => new Document(large),
            _ => new Document((double)json),
        };

    /// <summary>The JSON that an object of the client stands for.</summary>
    public static JsonObject ToJson(string structure, object value)
    {
        JsonObject result = [];
        foreach ((string name, JsonNode? facts) in ModelFile.Structures[structure]!.AsObject())
        {
            if (PropertyOf(structure, name).GetValue(value) is { } member)
                result[name] = ToJsonValue((string)facts!["type"]!, member);
        }
        return result;
    }

    private static JsonNode? ToJsonValue(string type, object value) =>
        value switch
        {
            string text => text,
            ConstantClass known => known.Value,
            int number => number,
            long number => number,
            bool yes => yes,
            DateTime { Kind: DateTimeKind.Utc } time => (decimal)(time - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerSecond,
            MemoryStream bytes => Convert.ToBase64String(bytes.ToArray()),
            Document document => ToJson(document),
            IList list => new JsonArray([.. list.Cast<object>().Select(item => ToJsonValue(ItemOf(type)!, item))]),
            IDictionary map => new JsonObject(
                map.Keys.Cast<string>().Select(key => KeyValuePair.Create(key, ToJsonValue(ItemOf(type)!, map[key]!)))
            ),
            _ => ToJson(type, value),
        };

    private static JsonNode? ToJson(Document document) =>
        document.Type switch
        {
            DocumentType.Null => null,
            DocumentType.Bool => document.AsBool(),
            DocumentType.Int => document.AsInt(),
            DocumentType.Long => document.AsLong(),
            DocumentType.Double => document.AsDouble(),
            DocumentType.String => document.AsString(),
            DocumentType.List => new JsonArray([.. document.AsList().Select(ToJson)]),
            _ => new JsonObject(document.AsDictionary().Select(member => KeyValuePair.Create(member.Key, ToJson(member.Value)))),
        };

    /// <summary>The same JSON as a newer service would send it: each structure with members that the model does not know.</summary>
    public static JsonNode WithUnknownMembers(string type, JsonNode json)
    {
        if (ItemOf(type) is { } item)
        {
            return json is JsonArray items
                ? new JsonArray([.. items.Select(value => WithUnknownMembers(item, value!))])
                : new JsonObject(
                    json.AsObject()
                        .Select(entry => KeyValuePair.Create<string, JsonNode?>(entry.Key, WithUnknownMembers(item, entry.Value!)))
                );
        }
        if (ModelFile.Structures[type] is not JsonObject members)
            return json.DeepClone();
        JsonObject result = new() { ["NewerThanTheModel"] = JsonNode.Parse("""{"a":[1,{"b":null}],"c":"}"}""") };
        foreach ((string name, JsonNode? facts) in members)
            result[name] = WithUnknownMembers((string)facts!["type"]!, json[name]!);
        result["AlsoNewer"] = null;
        return result;
    }

    public static PropertyInfo PropertyOf(string structure, string member) =>
        TypeOf(structure).GetProperty(char.ToUpper(member[0], CultureInfo.InvariantCulture) + member[1..])
        ?? throw new MissingMemberException(structure, member);

    public static string? ItemOf(string type) =>
        type switch
        {
            _ when type.StartsWith("list<", StringComparison.Ordinal) => type[5..^1],
            _ when type.StartsWith("map<string,", StringComparison.Ordinal) => type[11..^1],
            _ => null,
        };
}
