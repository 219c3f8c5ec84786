using System.Text.Json;

namespace CognitoPS.LocalServer.Model;

/// <summary>
/// The service's API as data: operations, structures and their limits, read from the embedded model. Structures are read when first used.
/// </summary>
internal sealed class ApiModel
{
    // The model's pattern for domains in answers lacks the dots of custom ones.
    private const string PrefixDomain = @"^[a-z0-9](?:[a-z0-9\-]{0,61}[a-z0-9])?$";
    private const string AnyDomain = @"^[a-z0-9](?:[a-z0-9\-.]{0,61}[a-z0-9])?$";

    private static readonly Lazy<ApiModel> Instance = new(() => new ApiModel());

    private readonly JsonElement _structures;
    private readonly JsonElement _enums;
    private readonly Dictionary<string, Structure> _read = [];
    private readonly Dictionary<string, Pattern> _patterns = [];

    private ApiModel()
    {
        using Stream stream = typeof(ApiModel).Assembly.GetManifestResourceStream("cognito-idp.json")!;
        JsonElement root = JsonDocument.Parse(stream).RootElement;
        _structures = root.GetProperty("structures");
        _enums = root.GetProperty("enums");
        Operations = root.GetProperty("operations")
            .EnumerateObject()
            .ToDictionary(operation => operation.Name, operation => new OperationModel(this, operation));
    }

    internal static ApiModel Default => Instance.Value;

    internal IReadOnlyDictionary<string, OperationModel> Operations { get; }

    internal Structure Structure(string name)
    {
        lock (_read)
        {
            if (!_read.TryGetValue(name, out Structure? structure))
            {
                structure = new Structure(name);
                _read[name] = structure;
                structure.Members = _structures.GetProperty(name).EnumerateObject().Select(member => Member(name, member)).ToArray();
            }
            return structure;
        }
    }

    private Member Member(string structure, JsonProperty definition)
    {
        JsonElement value = definition.Value;
        (string, string Name) key = (structure, definition.Name);
        ModelCorrections.Paths.TryGetValue(key, out string? path);
        string? pattern =
            ModelCorrections.Patterns.TryGetValue(key, out string? corrected) ? corrected
            : value.TryGetProperty("pattern", out JsonElement given) ? given.GetString()
            : null;
        return new Member(definition.Name, Type(value.GetProperty("type").GetString()!), path)
        {
            IsLoose = ModelCorrections.LooseBooleans.Contains(key),
            Required = Flag(value, "required"),
            Sensitive = Flag(value, "sensitive"),
            Minimum = Limit(value, "min"),
            Maximum = ModelCorrections.Unlimited.Contains(key) ? null : Limit(value, "max"),
            ItemMaximum = Limit(value, "itemMax"),
            Values = Values(value, "enum"),
            ItemValues = Values(value, "itemEnum"),
            Pattern = pattern is null ? null : Pattern(pattern),
        };
    }

    private ValueType Type(string name)
    {
        if (name.StartsWith("list<", StringComparison.Ordinal))
            return new ValueType(ValueKind.List, Item: Type(name.Substring(5, name.Length - 6)));
        if (name.StartsWith("map<string,", StringComparison.Ordinal))
            return new ValueType(ValueKind.Map, Item: Type(name.Substring(11, name.Length - 12)));
        return name switch
        {
            "string" => new ValueType(ValueKind.String),
            "integer" or "long" => new ValueType(ValueKind.Integer),
            "boolean" => new ValueType(ValueKind.Boolean),
            "timestamp" => new ValueType(ValueKind.Timestamp),
            "blob" => new ValueType(ValueKind.Blob),
            "document" => new ValueType(ValueKind.Document),
            _ => new ValueType(ValueKind.Structure, Structure(name)),
        };
    }

    private Pattern Pattern(string text)
    {
        text = text == PrefixDomain ? AnyDomain : text;
        if (!_patterns.TryGetValue(text, out Pattern? pattern))
            _patterns[text] = pattern = new Pattern(text);
        return pattern;
    }

    private string[]? Values(JsonElement definition, string name) =>
        !definition.TryGetProperty(name, out JsonElement value) ? null
        : ModelCorrections.EnumOrders.TryGetValue(value.GetString()!, out string[]? order) ? order
        : _enums.GetProperty(value.GetString()!).EnumerateArray().Select(member => member.GetString()!).ToArray();

    private static bool Flag(JsonElement definition, string name) =>
        definition.TryGetProperty(name, out JsonElement value) && value.GetBoolean();

    private static long? Limit(JsonElement definition, string name) =>
        definition.TryGetProperty(name, out JsonElement value) ? value.GetInt64() : null;
}
