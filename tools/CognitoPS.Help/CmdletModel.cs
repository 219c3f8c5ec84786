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
        var own = new CommandMetadata(type).Parameters.Values.Select(metadata => new ParameterModel(metadata, type, instance, module.Comments)).Where(parameter => !parameter.IsHidden);
        Parameters = [.. own.Concat(ParameterModel.OfEngine(attribute))
            .OrderBy(parameter => parameter.Rank).ThenBy(parameter => parameter.Position ?? int.MaxValue).ThenBy(parameter => parameter.Depth).ThenBy(parameter => parameter.Order)];
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

    public IReadOnlyList<ParameterModel> Parameters { get; }

    private string? DefaultSet { get; }

    /// <summary>The parameter sets, the default one first.</summary>
    public IReadOnlyList<string> Sets
    {
        get
        {
            string[] named = [.. Parameters.SelectMany(parameter => parameter.Sets.Keys).Where(set => set != ParameterAttribute.AllParameterSets).Distinct()];
            return named.Length == 0 ? [ParameterAttribute.AllParameterSets] : [.. named.OrderBy(set => set != DefaultSet)];
        }
    }

    /// <summary>The parameters of a set.</summary>
    public IEnumerable<ParameterModel> In(string set) => Parameters.Where(parameter => parameter.In(set) is not null);

    /// <summary>The types that come out.</summary>
    public IReadOnlyList<Type> Outputs => [.. Type.GetCustomAttributes<OutputTypeAttribute>().SelectMany(attribute => attribute.Type).Select(name => name.Type).Distinct()];

    /// <summary>The names of the properties that bind to parameters.</summary>
    public IReadOnlyList<string> BoundProperties => [.. Parameters.Where(parameter => parameter.IsByPropertyName).Select(parameter => parameter.Name)];

    /// <summary>The module's types whose objects are what this cmdlet acts on: they carry all that a set needs and identify the last of it.</summary>
    public IReadOnlyList<Type> Inputs => [.. _module.OutputTypes.Where(type => Sets.Any(set =>
    {
        ParameterModel[] needed = [.. In(set).Where(parameter => parameter.IsByPropertyName && parameter.In(set)!.IsMandatory)];
        return needed.Length > 0 && Array.TrueForAll(needed, parameter => parameter.Names.Any(name => type.GetProperty(name) is not null)) && needed[^1].Identifies(type);
    }))];

    private static bool IsNote(DocText text) => text.Plain.StartsWith("Operation:", StringComparison.Ordinal) || text.Plain.StartsWith("Operations:", StringComparison.Ordinal);
}
