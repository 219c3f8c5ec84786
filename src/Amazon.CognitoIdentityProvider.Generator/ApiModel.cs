namespace Amazon.CognitoIdentityProvider.Generator;

/// <summary>What cognito-idp.json says.</summary>
internal sealed class ApiModel
{
    public List<Operation> Operations { get; } = [];
    public List<Structure> Structures { get; } = [];
    public List<KeyValuePair<string, List<string>>> Enums { get; } = [];
    public List<ServiceException> Exceptions { get; } = [];

    public static ApiModel Parse(string json)
    {
        ApiModel model = new();
        var root = (JsonObject)JsonParser.Parse(json)!;
        foreach ((string name, JsonObject facts) in Members(root, "operations"))
            model.Operations.Add(
                new Operation(
                    name,
                    facts.Get<string>("input")!,
                    facts.Get<string>("output"),
                    facts.Get<bool>("public"),
                    Paginated(facts.Get<JsonObject>("paginated"))
                )
            );
        foreach ((string name, JsonObject members) in Members(root, "structures"))
            model.Structures.Add(new Structure(name, [.. members.Select(member => new Member(member.Key, (JsonObject)member.Value!))]));
        foreach (KeyValuePair<string, object?> values in root.Get<JsonObject>("enums")!)
            model.Enums.Add(new(values.Key, [.. ((List<object?>)values.Value!).Cast<string>()]));
        foreach ((string name, JsonObject facts) in Members(root, "exceptions"))
            model.Exceptions.Add(
                new ServiceException(name, facts.Get<string>("fault")!, [.. facts.Get<List<object?>>("members")!.Cast<string>()])
            );
        return model;
    }

    private static Pagination? Paginated(JsonObject? facts) =>
        facts is null
            ? null
            : new Pagination(
                facts.Get<string>("input")!,
                facts.Get<string>("output")!,
                facts.Get<string>("size")!,
                facts.Get<string>("items")!
            );

    private static IEnumerable<(string Name, JsonObject Value)> Members(JsonObject root, string name) =>
        root.Get<JsonObject>(name)!.Select(member => (member.Key, (JsonObject)member.Value!));
}

internal sealed record Operation(string Name, string Input, string? Output, bool IsPublic, Pagination? Pagination);

/// <summary>The members that carry a page's token in and out, its size and its items.</summary>
internal sealed record Pagination(string Input, string Output, string Size, string Items);

internal sealed record Structure(string Name, List<Member> Members);

internal sealed record ServiceException(string Name, string Fault, List<string> Members);

internal sealed class Member(string wireName, JsonObject facts)
{
    public string WireName { get; } = wireName;
    public string Name { get; } = Names.Pascal(wireName);
    public ModelType Type { get; } = new(facts.Get<string>("type")!, facts.Get<string>("enum"));
    public bool IsRequired { get; } = facts.Get<bool>("required");
    public bool IsSensitive { get; } = facts.Get<bool>("sensitive");
    public long? Min { get; } = facts.Get<long?>("min");
    public long? Max { get; } = facts.Get<long?>("max");
}

/// <summary>A type of the model and how C# declares, reads and writes it.</summary>
internal sealed class ModelType
{
    private readonly string _name;
    private readonly string? _enumName;

    public ModelType(string name, string? enumName = null)
    {
        _name = name;
        _enumName = enumName;
        if (name.StartsWith("list<", StringComparison.Ordinal))
            Item = new ModelType(name.Substring(5, name.Length - 6));
        else if (name.StartsWith("map<string,", StringComparison.Ordinal))
            Item = new ModelType(name.Substring(11, name.Length - 12));
    }

    /// <summary>The type of a list's items or a map's values.</summary>
    public ModelType? Item { get; }

    public bool IsMap => Item is not null && _name[0] == 'm';

    public string CSharp =>
        (_enumName ?? _name) switch
        {
            "integer" => "int?",
            "long" => "long?",
            "boolean" => "bool?",
            "timestamp" => "DateTime?",
            "blob" => "MemoryStream",
            "document" => "Document",
            _ when Item is not null => IsMap ? $"Dictionary<string, {Item.CSharp}>" : $"List<{Item.CSharp}>",
            string other => other,
        };

    /// <summary>An expression that reads the value at the reader's current token.</summary>
    public string ReadExpression =>
        _name switch
        {
            "integer" => "Json.ReadInt32(ref reader)",
            "long" => "Json.ReadInt64(ref reader)",
            "boolean" => "Json.ReadBoolean(ref reader)",
            "timestamp" => "Json.ReadTimestamp(ref reader)",
            "blob" => "Json.ReadBlob(ref reader)",
            "document" => "Json.ReadDocument(ref reader)",
            "string" => _enumName is null ? "reader.GetString()" : $"{_enumName}.FindValue(reader.GetString())",
            _ when Item is not null => $"Json.{(IsMap ? "ReadMap" : "ReadList")}(ref reader, {Item.ItemReader})",
            _ => $"{_name}.Read(ref reader)",
        };

    /// <summary>A statement that writes the property, if it has a value.</summary>
    public string WriteStatement(Member member)
    {
        string property = member.Name,
            name = $"\"{member.WireName}\"u8";
        return _name switch
        {
            "integer" or "long" => $"if ({property}.HasValue) writer.WriteNumber({name}, {property}.Value);",
            "boolean" => $"if ({property}.HasValue) writer.WriteBoolean({name}, {property}.Value);",
            "timestamp" => $"if ({property}.HasValue) Json.WriteTimestamp(writer, {name}, {property}.Value);",
            "blob" => $"if ({property} is not null) Json.WriteBlob(writer, {name}, {property});",
            "document" => $"if (!{property}.IsNull()) Json.WriteDocument(writer, {name}, {property});",
            "string" => $"if ({property} is not null) writer.WriteString({name}, {(_enumName is null ? "" : "(string)")}{property});",
            _ when Item is not null =>
                $"if (Json.IsSet({property})) Json.{(IsMap ? "WriteMap" : "WriteList")}(writer, {name}, {property}, {Item.ItemWriter});",
            _ => $"if ({property} is not null) {{ writer.WritePropertyName({name}); {property}.Write(writer); }}",
        };
    }

    /// <summary>What a length or range counts.</summary>
    public string Unit =>
        _name switch
        {
            "string" => " characters",
            "blob" => " bytes",
            _ => Item is null ? "" : " items",
        };

    /// <summary>The structure that this type is or holds, or the name of a simple type.</summary>
    public string Innermost => Item?.Innermost ?? _name;

    private string ItemReader => _name == "string" ? "Json.ReadString" : $"{_name}.Read";

    private string ItemWriter => _name == "string" ? "Json.WriteString" : "static (writer, item) => item.Write(writer)";
}

internal static class Names
{
    public static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name.Substring(1);
}
