using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace CognitoPS.Help;

/// <summary>The doc comments of an assembly, as the compiler wrote them.</summary>
internal sealed class DocComments(string path)
{
    private readonly Dictionary<string, XElement> _members = XDocument
        .Load(path, LoadOptions.PreserveWhitespace)
        .Descendants("member")
        .ToDictionary(member => member.Attribute("name")!.Value);

    /// <summary>What a type is, in paragraphs of one: empty where nothing is said.</summary>
    public DocText Summary(Type type) => Text($"T:{NameOf(type)}", "summary");

    /// <summary>What a property is.</summary>
    public DocText Summary(PropertyInfo property) => Text($"P:{NameOf(property.DeclaringType!)}.{property.Name}", "summary");

    /// <summary>
    /// What a parameter of a cmdlet is: what the cmdlet's class says in a parameter element, else what the property says.
    /// </summary>
    public DocText Summary(Type cmdlet, PropertyInfo property) =>
        Member($"T:{NameOf(cmdlet)}")
            ?.Elements("parameter")
            .FirstOrDefault(parameter => parameter.Attribute("name")?.Value == property.Name)
            is { } own
            ? new DocText(own)
            : Summary(property);

    /// <summary>The parameters that a cmdlet's class describes itself.</summary>
    public IReadOnlyList<string> OwnParameters(Type cmdlet) =>
        [.. (Member($"T:{NameOf(cmdlet)}")?.Elements("parameter") ?? []).Select(parameter => parameter.Attribute("name")?.Value ?? "")];

    /// <summary>A type's remarks, a text for each paragraph.</summary>
    public IReadOnlyList<DocText> Remarks(Type type)
    {
        XElement? remarks = Member($"T:{NameOf(type)}")?.Element("remarks");
        if (remarks is null)
            return [];
        return remarks.Elements("para").Any() ? [.. remarks.Elements("para").Select(para => new DocText(para))] : [new DocText(remarks)];
    }

    /// <summary>A type's examples.</summary>
    public IReadOnlyList<DocExample> Examples(Type type) =>
        [.. (Member($"T:{NameOf(type)}")?.Elements("example") ?? []).Select(example => new DocExample(example))];

    private DocText Text(string id, string element) => new(Member(id)?.Element(element));

    /// <summary>A member's comment; where it only refers to another's, that one.</summary>
    private XElement? Member(string id)
    {
        XElement? member = _members.GetValueOrDefault(id);
        return member?.Element("inheritdoc")?.Attribute("cref")?.Value is { } other ? Member(other) : member;
    }

    private static string NameOf(Type type) => (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');
}

/// <summary>A piece of a doc comment, as plain text or as Markdown.</summary>
internal sealed partial class DocText(XElement? element)
{
    public bool IsEmpty => element is null || Plain.Length == 0;

    public string Plain => Render(markdown: false);

    public string Markdown => Render(markdown: true);

    private string Render(bool markdown)
    {
        var text = new StringBuilder();
        foreach (XNode node in element?.Nodes() ?? [])
            Append(node);
        return Blanks().Replace(text.ToString(), " ").Trim();

        void Append(XNode node)
        {
            switch (node)
            {
                case XText plain:
                    text.Append(markdown ? Escape(plain.Value) : plain.Value);
                    break;
                case XElement { Name.LocalName: "see" or "seealso" } see:
                    AppendCode(see.Attribute("langword")?.Value ?? Referenced(see.Attribute("cref")?.Value ?? ""));
                    break;
                case XElement { Name.LocalName: "paramref" or "typeparamref" } reference:
                    AppendCode(reference.Attribute("name")!.Value);
                    break;
                case XElement { Name.LocalName: "c" or "code" } code:
                    AppendCode(code.Value);
                    break;
                case XElement other:
                    text.Append(' ');
                    foreach (XNode inner in other.Nodes())
                        Append(inner);
                    text.Append(' ');
                    break;
            }
        }

        void AppendCode(string code) => text.Append(markdown ? $"`{code}`" : code);
    }

    /// <summary>Text with what Markdown would take for its own signs made harmless.</summary>
    public static string Escape(string text) => Signs().Replace(text, @"\$0");

    // A reference to a cmdlet's class is the cmdlet, one to its property the parameter, else the last name.
    private static string Referenced(string cref)
    {
        string last = cref[(cref.LastIndexOfAny(['.', ':']) + 1)..];
        if (cref.StartsWith("P:", StringComparison.Ordinal) && cref.Contains("Command.", StringComparison.Ordinal))
            return $"-{last}";
        return CommandClass().Match(last) is { Success: true } match ? $"{match.Groups[1]}-{match.Groups[2]}" : last;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"[\\*<>|`\[\]]")]
    private static partial Regex Signs();

    [GeneratedRegex("^([A-Z][a-z]+(?:From|To)?)(Cognito\\w*)Command$")]
    private static partial Regex CommandClass();
}

/// <summary>An example: what it shows, the command, and what is to be said after it.</summary>
internal sealed class DocExample
{
    public DocExample(XElement element)
    {
        XElement? code = element.Element("code");
        Title = new DocText(new XElement("title", code is null ? element.Nodes() : code.NodesBeforeSelf()));
        Remarks = new DocText(new XElement("remarks", code?.NodesAfterSelf() ?? []));
        Code = Unindented(code?.Value ?? "");
    }

    public DocText Title { get; }

    public string Code { get; }

    public DocText Remarks { get; }

    private static string Unindented(string code)
    {
        string[] lines = code.ReplaceLineEndings("\n").Trim('\n').Split('\n');
        int indent = lines
            .Skip(lines.Length > 1 && lines[0].Length > 0 && lines[0][0] != ' ' ? 1 : 0)
            .Where(line => line.Trim().Length > 0)
            .Select(line => line.Length - line.TrimStart().Length)
            .DefaultIfEmpty(0)
            .Min();
        return string.Join('\n', lines.Select(line => line[Math.Min(indent, line.Length - line.TrimStart().Length)..].TrimEnd())).Trim();
    }
}
