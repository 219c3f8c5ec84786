using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Reflection;
using System.Xml.Linq;

namespace CognitoPS.Help;

/// <summary>A parameter as its help shows it.</summary>
internal sealed class ParameterModel
{
    private const string ClientNamespace = "Amazon.CognitoIdentityProvider.Model";

    /// <summary>The parameters whose names do not tell what they name, and the types that they do.</summary>
    private static readonly Dictionary<string, string[]> Things = new()
    {
        ["Remedy"] = ["UserPoolFinding"],
        ["AccessToken"] = ["SignInSession"],
        ["RefreshToken"] = ["SignInSession"],
        ["Token"] = ["SignInSession", "ClientToken"],
        ["Secret"] = ["SoftwareToken"],
        ["Username"] = ["User", "SignUp"],
        ["Port"] = ["LocalServerInfo"],
    };

    private readonly Type _type;

    public ParameterModel(ParameterMetadata metadata, Type cmdlet, object instance, DocComments comments)
    {
        PropertyInfo property = Declared(cmdlet, metadata.Name);
        Name = metadata.Name;
        _type = metadata.ParameterType;
        Sets = metadata.ParameterSets;
        Aliases = [.. metadata.Aliases];
        Summary = comments.Summary(cmdlet, property);
        IsHidden = property.GetCustomAttributes<ParameterAttribute>().All(attribute => attribute.DontShow);
        TakesWildcards = metadata.Attributes.OfType<SupportsWildcardsAttribute>().Any();
        Depth = DepthOf(cmdlet, property.DeclaringType!);
        Order = property.MetadataToken;
        IsConnection = property.DeclaringType!.Name == "ServiceCommand";
        Default = IsMandatory ? null : Shown(property.GetValue(instance));
        Hints = [.. HintsOf(metadata)];
    }

    private ParameterModel(string name, Type type, string summary, int order, params string[] aliases)
    {
        Name = name;
        _type = type;
        Sets = new Dictionary<string, ParameterSetMetadata> { [ParameterAttribute.AllParameterSets] = EngineSet };
        Aliases = aliases;
        Summary = new DocText(new XElement("summary", summary));
        Depth = int.MaxValue;
        Order = order;
        Hints = [];
    }

    public string Name { get; }

    public IReadOnlyList<string> Aliases { get; }

    /// <summary>The name and the aliases.</summary>
    public IEnumerable<string> Names => Aliases.Prepend(Name);

    public DocText Summary { get; }

    /// <summary>What the types and attributes say beside the comment: keys of a hashtable, known values.</summary>
    public IReadOnlyList<string> Hints { get; }

    public IReadOnlyDictionary<string, ParameterSetMetadata> Sets { get; }

    public bool IsHidden { get; }

    public bool TakesWildcards { get; }

    /// <summary>The value that it has when it is not given, where that says something.</summary>
    public string? Default { get; }

    /// <summary>Whether it says where to ask and as whom, as every cmdlet's do.</summary>
    public bool IsConnection { get; }

    public bool IsSwitch => _type == typeof(SwitchParameter);

    public string TypeName => Friendly(_type);

    public string FullTypeName =>
        (Nullable.GetUnderlyingType(_type) ?? _type) is { IsGenericType: false } plain ? plain.FullName! : TypeName;

    public bool IsMandatory => Sets.Values.All(set => set.IsMandatory);

    public int? Position => Sets.Values.Select(set => set.Position).Where(position => position != int.MinValue).Cast<int?>().Min();

    public bool IsByPropertyName => Sets.Values.Any(set => set.ValueFromPipelineByPropertyName);

    public bool IsByValue => Sets.Values.Any(set => set.ValueFromPipeline);

    /// <summary>How it takes pipeline input, in words.</summary>
    public string PipelineInput =>
        (IsByValue, IsByPropertyName) switch
        {
            (false, false) => "false",
            (true, false) => "true (ByValue)",
            (false, true) => "true (ByPropertyName)",
            _ => "true (ByValue, ByPropertyName)",
        };

    /// <summary>Positional ones first, those needed next, where to ask after the rest, the engine's own last.</summary>
    public int Rank =>
        Position is not null ? 0
        : IsMandatory ? 1
        : Depth == int.MaxValue ? 4
        : IsConnection ? 3
        : 2;

    /// <summary>How far up the cmdlet's bases it stands.</summary>
    public int Depth { get; }

    public int Order { get; }

    private static ParameterSetMetadata EngineSet { get; } =
        new CommandMetadata(typeof(Probe)).Parameters["Value"].ParameterSets.Values.Single();

    /// <summary>How it stands in a set; null where it does not.</summary>
    public ParameterSetMetadata? In(string set) =>
        Sets.GetValueOrDefault(set) ?? Sets.GetValueOrDefault(ParameterAttribute.AllParameterSets);

    /// <summary>Whether it takes objects of a type, or a property of theirs, from the pipeline.</summary>
    public bool Takes(Type type) =>
        IsByValue && Takes(_type, type)
        || IsByPropertyName && Names.Any(name => type.GetProperty(name) is { } property && Takes(_type, property.PropertyType));

    /// <summary>Whether the objects of a type are what it names: -ClientId a UserPoolClient, -GroupName a Group.</summary>
    public bool Identifies(Type type)
    {
        if (_type == type)
            return true;
        string typeName = ThingOf(type);
        if (Things.TryGetValue(Name, out string[]? things))
            return things.Contains(typeName);
        string thing =
            Name.EndsWith("Id", StringComparison.Ordinal) ? Name[..^2]
            : Name.EndsWith("name", StringComparison.OrdinalIgnoreCase) ? Name[..^4]
            : Name;
        return typeName.EndsWith(thing, StringComparison.Ordinal);
    }

    /// <summary>What the objects of a type are: of a summary, what it is the summary of.</summary>
    public static string ThingOf(Type type) => type.Name.EndsWith("Summary", StringComparison.Ordinal) ? type.Name[..^7] : type.Name;

    /// <summary>The parameters that the engine gives to cmdlets that page or ask.</summary>
    public static IEnumerable<ParameterModel> OfEngine(CmdletAttribute cmdlet)
    {
        if (cmdlet.SupportsPaging)
        {
            yield return new("First", typeof(ulong), "Returns only this many items, and requests no more pages than needed.", 1);
            yield return new("Skip", typeof(ulong), "Skips this many items at the start.", 2);
            yield return new(
                "IncludeTotalCount",
                typeof(SwitchParameter),
                "A paging parameter of PowerShell. It has no effect, because the service reports no total.",
                3
            );
        }

        if (cmdlet.SupportsShouldProcess)
        {
            yield return new("WhatIf", typeof(SwitchParameter), "Shows what would happen, and changes nothing.", 4, "wi");
            yield return new("Confirm", typeof(SwitchParameter), "Asks for confirmation before each change.", 5, "cf");
        }
    }

    private static IEnumerable<string> HintsOf(ParameterMetadata metadata)
    {
        Type element = Element(metadata.ParameterType);
        if (element.Namespace == ClientNamespace)
            yield return "Keys: "
                + $"{string.Join(", ", element.GetProperties().Where(member => member.CanWrite).Select(member => member.Name))}.";
        if (element.IsEnum)
            yield return $"One of: {string.Join(", ", Enum.GetNames(element))}.";
        foreach (ValidateSetAttribute set in metadata.Attributes.OfType<ValidateSetAttribute>())
            yield return $"One of: {string.Join(", ", set.ValidValues)}.";
        foreach (ArgumentCompleterAttribute completer in metadata.Attributes.OfType<ArgumentCompleterAttribute>())
        {
            if (completer.Type is { IsGenericType: true, Name: "EnumCompleter`1", GenericTypeArguments: [Type values] })
                yield return "Known values: "
                    + $"{string.Join(", ", values.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.GetValue(null)))}.";
        }
    }

    private static string? Shown(object? value) =>
        value switch
        {
            null or "" or SwitchParameter or ICollection { Count: 0 } => null,
            string text => text,
            IEnumerable many => string.Join(", ", many.Cast<object>()),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture),
        };

    private static string Friendly(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
            return Friendly(inner);
        if (Element(type) is var element && element != type)
            return $"{Friendly(element)}[]";
        return type.IsGenericType
            ? $"{type.Name[..type.Name.IndexOf('`')]}<{string.Join(", ", type.GenericTypeArguments.Select(Friendly))}>"
            : type.Name;
    }

    private static bool Takes(Type parameter, Type given) => Plain(parameter).IsAssignableFrom(Plain(given));

    private static Type Plain(Type type) => Element(Nullable.GetUnderlyingType(type) ?? type);

    private static Type Element(Type type) =>
        type.IsArray ? type.GetElementType()!
        : type is { IsGenericType: true, GenericTypeArguments: [Type item] } && typeof(IEnumerable).IsAssignableFrom(type) ? item
        : type;

    private static PropertyInfo Declared(Type cmdlet, string name)
    {
        for (Type? type = cmdlet; type is not null; type = type.BaseType)
        {
            if (type.GetProperty(name, BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly) is { } property)
                return property;
        }

        throw new HelpException($"{cmdlet.Name} has no property {name}.");
    }

    private static int DepthOf(Type cmdlet, Type declaring)
    {
        int depth = 0;
        for (Type? type = cmdlet; type != declaring && type is not null; type = type.BaseType)
            depth++;
        return depth;
    }

    // The engine's own parameters are in all sets, by name, optional: as this one's is.
    private sealed class Probe : PSCmdlet
    {
        [Parameter]
        public string? Value { get; set; }
    }
}
