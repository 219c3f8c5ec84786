using System.Management.Automation;
using System.Text;
using System.Text.RegularExpressions;

namespace CognitoPS.Help;

/// <summary>Writes a page for each cmdlet, and the page that lists them.</summary>
internal static partial class MarkdownWriter
{
    public static void Write(ModuleModel module, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (string old in Directory.GetFiles(folder, "*.md"))
            File.Delete(old);
        foreach (CmdletModel cmdlet in module.Cmdlets)
            File.WriteAllText(Path.Combine(folder, cmdlet.Name + ".md"), Page(cmdlet, module));
        File.WriteAllText(Path.Combine(folder, "README.md"), Index(module));
    }

    private static string Index(ModuleModel module)
    {
        var page = new PageBuilder();
        page.Add("# Cmdlets").Add("The build generates these pages from the comments in the code. `Get-Help` shows the same text.");
        foreach (
            IGrouping<string, CmdletModel> area in module
                .Cmdlets.GroupBy(cmdlet => cmdlet.Area)
                .OrderBy(area => area.Key, StringComparer.Ordinal)
        )
        {
            page.Add($"## {Words(area.Key)}");
            page.Add(
                string.Join(
                    '\n',
                    area.OrderBy(cmdlet => cmdlet.Noun, StringComparer.Ordinal)
                        .ThenBy(cmdlet => cmdlet.Verb, StringComparer.Ordinal)
                        .Select(cmdlet => $"| {Link(cmdlet.Name)} | {cmdlet.Summary.Markdown} |")
                        .Prepend("|---|---|")
                        .Prepend("| cmdlet | what it does |")
                )
            );
        }

        return page.ToString();
    }

    private static string Page(CmdletModel cmdlet, ModuleModel module)
    {
        var page = new PageBuilder();
        page.Add($"# {cmdlet.Name}").Add(cmdlet.Summary.Markdown);
        page.Add("## Syntax").Add($"```powershell\n{string.Join("\n\n", cmdlet.Sets.Select(set => Syntax(cmdlet, set)))}\n```");
        page.Add("## Description");
        foreach (DocText paragraph in cmdlet.Description)
            page.Add(paragraph.Markdown);
        page.Add("## Examples");
        foreach (DocExample example in cmdlet.Examples)
            page.Add(example.Title.Markdown).Add($"```powershell\n{example.Code}\n```").Add(example.Remarks.Markdown);
        page.Add("## Parameters");
        foreach (ParameterModel parameter in cmdlet.Parameters.Where(parameter => !parameter.IsConnection))
            AddParameter(page, cmdlet, parameter);
        if (cmdlet.Parameters.Any(parameter => parameter.IsConnection))
        {
            page.Add("### Connection parameters");
            page.Add(
                string.Join(
                    '\n',
                    cmdlet
                        .Parameters.Where(parameter => parameter.IsConnection)
                        .Select(parameter => $"| `-{parameter.Name}` `<{parameter.TypeName}>` | {parameter.Summary.Markdown} |")
                        .Prepend("|---|---|")
                        .Prepend("| parameter | |")
                )
            );
        }

        page.Add("The common parameters, such as `-ErrorAction` and `-Verbose`, are described in `Get-Help about_CommonParameters`.");
        page.Add("## Inputs")
            .Add(
                string.Join(
                    '\n',
                    MamlWriter.Inputs(cmdlet, module).Select(input => $"- `{input.Type}`: {DocText.Escape(input.Description)}")
                )
            );
        page.Add("## Outputs")
            .Add(
                string.Join(
                    '\n',
                    MamlWriter
                        .Outputs(cmdlet, module)
                        .Select(output => $"- `{output.Type}`{(output.Description.IsEmpty ? "" : $": {output.Description.Markdown}")}")
                )
            );
        if (cmdlet.Notes.Count > 0)
        {
            page.Add("## Notes");
            foreach (DocText note in cmdlet.Notes)
                page.Add(note.Markdown);
        }

        page.Add("## See also")
            .Add(string.Join(" · ", module.Siblings(cmdlet).Select(sibling => Link(sibling.Name)).Append("[all cmdlets](README.md)")));
        return page.ToString();
    }

    private static void AddParameter(PageBuilder page, CmdletModel cmdlet, ParameterModel parameter)
    {
        page.Add($"### -{parameter.Name}").Add(parameter.Summary.Markdown);
        foreach (string hint in parameter.Hints)
            page.Add(DocText.Escape(hint));
        page.Add(string.Join(" · ", Facts()));

        IEnumerable<string> Facts()
        {
            yield return $"`{parameter.TypeName}`";
            if (parameter.IsMandatory)
                yield return "required";
            else if (parameter.Sets.Values.Any(set => set.IsMandatory))
                yield return "required with "
                    + $"{string.Join(", ", parameter.Sets.Where(set => set.Value.IsMandatory).Select(set => $"*{set.Key}*"))}";
            if (parameter.Position is { } position)
                yield return $"position {position}";
            if (parameter.Default is { } value)
                yield return $"default `{value}`";
            if (parameter.IsByValue || parameter.IsByPropertyName)
                yield return "from the pipeline "
                    + $"{(parameter.IsByValue ? parameter.IsByPropertyName ? "by value and by property name" : "by value" : "by property name")}";
            if (parameter.TakesWildcards)
                yield return "wildcards";
            if (parameter.Aliases.Count > 0)
                yield return $"alias {string.Join(", ", parameter.Aliases.Select(alias => $"`-{alias}`"))}";
            if (cmdlet.Sets.Count > 1 && !parameter.Sets.ContainsKey(ParameterAttribute.AllParameterSets))
                yield return $"only with {string.Join(", ", parameter.Sets.Keys.Select(set => $"*{set}*"))}";
        }
    }

    private static string Syntax(CmdletModel cmdlet, string set)
    {
        var text = new StringBuilder(cmdlet.Name);
        foreach (ParameterModel parameter in cmdlet.In(set).Where(parameter => !parameter.IsConnection))
        {
            var place = parameter.In(set)!;
            string name = place.Position == int.MinValue ? $"-{parameter.Name}" : $"[-{parameter.Name}]";
            string whole = parameter.IsSwitch ? name : $"{name} <{parameter.TypeName}>";
            text.Append("\n    ").Append(place.IsMandatory ? whole : $"[{whole}]");
        }

        if (cmdlet.Parameters.Any(parameter => parameter.IsConnection))
            text.Append("\n    [<connection parameters>]");
        return text.Append("\n    [<CommonParameters>]").ToString();
    }

    private static string Link(string cmdlet) => $"[{cmdlet}]({cmdlet}.md)";

    // UserPools → User pools
    private static string Words(string name) => Capital().Replace(name, match => $" {match.Value.ToLowerInvariant()}");

    [GeneratedRegex("(?<!^)[A-Z]")]
    private static partial Regex Capital();

    /// <summary>Blocks with an empty line between them.</summary>
    private sealed class PageBuilder
    {
        private readonly List<string> _blocks = [];

        public PageBuilder Add(string block)
        {
            if (block.Length > 0)
                _blocks.Add(block);
            return this;
        }

        public override string ToString() => string.Join("\n\n", _blocks) + "\n";
    }
}
