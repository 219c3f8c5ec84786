using System.Globalization;
using System.Management.Automation;
using System.Xml.Linq;

namespace CognitoPS.Help;

/// <summary>Writes the help that Get-Help reads.</summary>
internal static class MamlWriter
{
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    public static void Write(ModuleModel module, string path)
    {
        XNamespace root = "http://msh";
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        new XDocument(
            new XElement(root + "helpItems", new XAttribute("schema", "maml"), module.Cmdlets.Select(cmdlet => Of(cmdlet, module)))
        ).Save(path, SaveOptions.DisableFormatting);
    }

    private static XElement Of(CmdletModel cmdlet, ModuleModel module) =>
        new(
            Command + "command",
            new XAttribute(XNamespace.Xmlns + "maml", Maml),
            new XAttribute(XNamespace.Xmlns + "command", Command),
            new XAttribute(XNamespace.Xmlns + "dev", Dev),
            new XElement(
                Command + "details",
                new XElement(Command + "name", cmdlet.Name),
                new XElement(Command + "verb", cmdlet.Verb),
                new XElement(Command + "noun", cmdlet.Noun),
                Description(cmdlet.Summary.Plain)
            ),
            Description([.. cmdlet.Description.Select(text => text.Plain)]),
            new XElement(
                Command + "syntax",
                cmdlet.Sets.Select(set => new XElement(
                    Command + "syntaxItem",
                    new XElement(Maml + "name", cmdlet.Name),
                    cmdlet
                        .In(set)
                        .Select(parameter =>
                            Parameter(parameter, parameter.In(set)!.IsMandatory, PositionOf(parameter.In(set)!), inSyntax: true)
                        )
                ))
            ),
            new XElement(
                Command + "parameters",
                cmdlet.AllParameters.Select(parameter => Parameter(parameter, parameter.IsMandatory, parameter.Position, inSyntax: false))
            ),
            new XElement(
                Command + "inputTypes",
                Inputs(cmdlet, module).Select(input => Typed(Command + "inputType", input.Type, input.Description))
            ),
            new XElement(
                Command + "returnValues",
                Outputs(cmdlet, module).Select(output => Typed(Command + "returnValue", output.Type, output.Description.Plain))
            ),
            new XElement(Maml + "alertSet", cmdlet.Notes.Select(note => new XElement(Maml + "alert", Paragraph(note.Plain)))),
            new XElement(
                Command + "examples",
                cmdlet.Examples.Select(
                    (example, index) =>
                        new XElement(
                            Command + "example",
                            new XElement(Maml + "title", $"Example {index + 1}: {example.Title.Plain.TrimEnd('.')}"),
                            new XElement(Dev + "code", example.Code),
                            new XElement(Dev + "remarks", Paragraph(example.Remarks.Plain))
                        )
                )
            ),
            new XElement(
                Command + "relatedLinks",
                module
                    .Siblings(cmdlet)
                    .Select(sibling => sibling.Name)
                    .Append("about_CognitoPS")
                    .Select(name => new XElement(
                        Maml + "navigationLink",
                        new XElement(Maml + "linkText", name),
                        new XElement(Maml + "uri")
                    ))
            )
        );

    private static XElement Parameter(ParameterModel parameter, bool isMandatory, int? position, bool inSyntax) =>
        new(
            Command + "parameter",
            new XAttribute("required", isMandatory ? "true" : "false"),
            new XAttribute("variableLength", parameter.TypeName.EndsWith("[]", StringComparison.Ordinal) ? "true" : "false"),
            new XAttribute("globbing", parameter.TakesWildcards ? "true" : "false"),
            new XAttribute("pipelineInput", parameter.PipelineInput),
            new XAttribute("position", position?.ToString(CultureInfo.InvariantCulture) ?? "named"),
            new XAttribute("aliases", parameter.Aliases.Count == 0 ? "none" : string.Join(", ", parameter.Aliases)),
            new XElement(Maml + "name", parameter.Name),
            inSyntax ? null : Description([parameter.Summary.Plain, .. parameter.Hints]),
            inSyntax && parameter.IsSwitch
                ? null
                : new XElement(
                    Command + "parameterValue",
                    new XAttribute("required", parameter.IsSwitch ? "false" : "true"),
                    new XAttribute("variableLength", "false"),
                    parameter.TypeName
                ),
            new XElement(Dev + "type", new XElement(Maml + "name", parameter.FullTypeName), new XElement(Maml + "uri")),
            new XElement(Dev + "defaultValue", parameter.Default ?? (parameter.IsSwitch ? "False" : "None"))
        );

    /// <summary>What can be piped in: objects of the module, and any with the right properties.</summary>
    internal static IEnumerable<(string Type, string Description)> Inputs(CmdletModel cmdlet, ModuleModel module)
    {
        foreach ((Type type, IReadOnlyList<string> beside) in cmdlet.Inputs)
        {
            string given = beside.Count == 0 ? "" : $" Also specify {string.Join(" and ", beside.Select(name => $"-{name}"))}.";
            yield return (type.FullName!, module.Comments.Summary(type).Plain + given);
        }

        if (cmdlet.BoundProperties.Count > 0)
            yield return (typeof(object).FullName!, $"Any object with these properties: {string.Join(", ", cmdlet.BoundProperties)}.");
        else if (cmdlet.Inputs.Count == 0)
            yield return ("None", "You cannot pipe objects to this cmdlet.");
    }

    /// <summary>What comes out.</summary>
    internal static IEnumerable<(string Type, DocText Description)> Outputs(CmdletModel cmdlet, ModuleModel module) =>
        cmdlet.Outputs.Count == 0
            ? [("None", new DocText(new XElement("summary", "This cmdlet returns no objects.")))]
            : cmdlet.Outputs.Select(type => (type.FullName!, module.Comments.Summary(type)));

    private static int? PositionOf(ParameterSetMetadata set) => set.Position == int.MinValue ? null : set.Position;

    private static XElement Typed(XName name, string type, string description) =>
        new(name, new XElement(Dev + "type", new XElement(Maml + "name", type), new XElement(Maml + "uri")), Description(description));

    private static XElement Description(params string[] paragraphs) => new(Maml + "description", paragraphs.Select(Paragraph));

    private static XElement Paragraph(string text) => new(Maml + "para", text);
}
