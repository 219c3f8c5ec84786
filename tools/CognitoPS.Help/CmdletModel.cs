using System.Management.Automation;
using System.Reflection;

namespace CognitoPS.Help;

/// <summary>A cmdlet as its help shows it.</summary>
internal sealed class CmdletModel
{
    private readonly ModuleModel _module;

    public CmdletModel(Type type, ModuleModel module)
    {
        _module = module;
        Type = type;
        CmdletAttribute attribute = type.GetCustomAttribute<CmdletAttribute>()!;
        (Verb, Noun, DefaultSet) = (attribute.VerbName, attribute.NounName, attribute.DefaultParameterSetName);
        Summary = module.Comments.Summary(type);
        IReadOnlyList<DocText> remarks = module.Comments.Remarks(type);
        Description = [.. remarks.Where(text => !IsNote(text))];
        Notes = [.. remarks.Where(IsNote)];
        Examples = module.Comments.Examples(type);

        object instance = Activator.CreateInstance(type)!;
        var own = new CommandMetadata(type).Parameters.Values.Select(metadata => new ParameterModel(
            metadata,
            type,
            instance,
            module.Comments
        ));
        AllParameters =
        [
            .. own.Concat(ParameterModel.OfEngine(attribute))
                .OrderBy(parameter => parameter.Rank)
                .ThenBy(parameter => parameter.Position ?? int.MaxValue)
                .ThenBy(parameter => parameter.Depth)
                .ThenBy(parameter => parameter.Order),
        ];
        Parameters = [.. AllParameters.Where(parameter => !parameter.IsHidden)];
    }

    public Type Type { get; }

    public string Verb { get; }

    public string Noun { get; }

    public string Name => $"{Verb}-{Noun}";

    /// <summary>The folder of its source: what it is about.</summary>
    public string Area => Type.Namespace![(Type.Namespace!.LastIndexOf('.') + 1)..];

    public DocText Summary { get; }

    public IReadOnlyList<DocText> Description { get; }

    /// <summary>The API operations behind it.</summary>
    public IReadOnlyList<DocText> Notes { get; }

    public IReadOnlyList<DocExample> Examples { get; }

    /// <summary>The parameters, with those that only the pipeline binds: Get-Command shows these too.</summary>
    public IReadOnlyList<ParameterModel> AllParameters { get; }

    /// <summary>The parameters that people give.</summary>
    public IReadOnlyList<ParameterModel> Parameters { get; }

    private string? DefaultSet { get; }

    /// <summary>The parameter sets, the default one first.</summary>
    public IReadOnlyList<string> Sets
    {
        get
        {
            string[] named =
            [
                .. Parameters
                    .SelectMany(parameter => parameter.Sets.Keys)
                    .Where(set => set != ParameterAttribute.AllParameterSets)
                    .Distinct(),
            ];
            return named.Length == 0 ? [ParameterAttribute.AllParameterSets] : [.. named.OrderBy(set => set != DefaultSet)];
        }
    }

    /// <summary>The parameters of a set.</summary>
    public IEnumerable<ParameterModel> In(string set) => Parameters.Where(parameter => parameter.In(set) is not null);

    /// <summary>The types that come out.</summary>
    public IReadOnlyList<Type> Outputs =>
        [.. Type.GetCustomAttributes<OutputTypeAttribute>().SelectMany(attribute => attribute.Type).Select(name => name.Type).Distinct()];

    /// <summary>The names of the properties that bind to parameters.</summary>
    public IReadOnlyList<string> BoundProperties =>
        [.. Parameters.Where(parameter => parameter.IsByPropertyName).Select(parameter => parameter.Name)];

    /// <summary>The module's types whose objects can be piped in, and the parameters that have to be given beside them.</summary>
    public IReadOnlyList<(Type Type, IReadOnlyList<string> Beside)> Inputs =>
        [
            .. from type in _module.OutputTypes
            let ways = Sets.Select(set => WayOf(type, set)).OfType<ParameterModel[]>().OrderBy(missing => missing.Length).ToArray()
            where ways.Length > 0
            orderby ways[0].Length
            select (type, (IReadOnlyList<string>)[.. ways[0].Select(parameter => parameter.Name)]),
        ];

    /// <summary>
    /// What a set needs of the pipeline beside an object of a type; null where the object is neither what the cmdlet is about nor what one
    /// of its parameters names.
    /// A parameter that may be left out counts only where nothing else is needed.
    /// </summary>
    private ParameterModel[]? WayOf(Type type, string set)
    {
        ParameterModel[] bound =
        [
            .. In(set)
                .Where(parameter =>
                    (parameter.IsByValue || parameter.IsByPropertyName) && !parameter.IsConnection && parameter.Name != "Region"
                ),
        ];
        ParameterModel[] needed = [.. bound.Where(parameter => parameter.In(set)!.IsMandatory)];
        ParameterModel[] missing = [.. needed.Where(parameter => !parameter.Takes(type))];
        bool isOwn = Noun == $"Cognito{ParameterModel.ThingOf(type)}";
        return (missing.Length == 0 ? bound : needed).Any(parameter => parameter.Takes(type) && (isOwn || parameter.Identifies(type)))
            ? missing
            : null;
    }

    private static bool IsNote(DocText text) =>
        text.Plain.StartsWith("Operation:", StringComparison.Ordinal) || text.Plain.StartsWith("Operations:", StringComparison.Ordinal);
}
