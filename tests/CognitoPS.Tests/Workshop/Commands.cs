using System.Management.Automation.Language;
using System.Text.Json;
using System.Text.RegularExpressions;
using CognitoPS.Tests.Support;

namespace CognitoPS.Tests.Workshop;

/// <summary>What commands that are written somewhere need of the repository.</summary>
internal static partial class Commands
{
    /// <summary>Commands of dotnet's own.</summary>
    private static readonly string[] DotnetCommands = ["build", "clean", "format", "restore", "run", "sln", "test", "tool"];

    private static readonly Lazy<HashSet<string>> Tools = new(() =>
    {
        using var manifest = JsonDocument.Parse(File.ReadAllText(Repository.In(".config", "dotnet-tools.json")));
        return
        [
            .. manifest
                .RootElement.GetProperty("tools")
                .EnumerateObject()
                .SelectMany(tool => tool.Value.GetProperty("commands").EnumerateArray())
                .Select(name => name.GetString()!),
        ];
    });

    /// <summary>What a step names that is not there.</summary>
    public static IEnumerable<string> Missing(Step step) =>
        Missing(Expression().Replace(step.Run, "x")).Select(missing => $"{step.Job}: {missing}");

    /// <summary>
    /// What a command line names that is not there: a file, a project, a tool, a parameter or a task of a script, a script of npm.
    /// The parts of these commands are the same in bash and in PowerShell, whose parser takes them apart.
    /// </summary>
    public static IEnumerable<string> Missing(string script)
    {
        ScriptBlockAst parsed = Parser.ParseInput(script, out _, out ParseError[] errors);
        foreach (ParseError error in errors)
            yield return $"{script}: {error.Message}";
        foreach (CommandAst command in parsed.FindAll(ast => ast is CommandAst, searchNestedScriptBlocks: true).Cast<CommandAst>())
        {
            string[] words = [.. command.CommandElements.Select(Word)];
            foreach (string missing in Missing(words))
                yield return $"{command.Extent.Text}: {missing}";
        }
    }

    private static IEnumerable<string> Missing(string[] words) =>
        words switch
        {
            ["dotnet", "pwsh", .. string[] rest] => Pwsh(rest),
            ["out/tools/pwsh", .. string[] rest] => Pwsh(rest),
            ["dotnet", "run", "--project", string project, ..] => Existing(project),
            ["dotnet", string name, .. string[] rest] => DotnetCommands.Contains(name) || Tools.Value.Contains(name)
                ? rest.TakeWhile(word => word != "--")
                    .Where(word =>
                        word.StartsWith("src/", StringComparison.Ordinal)
                        || word.StartsWith("tests/", StringComparison.Ordinal)
                        || word.EndsWith(".sln", StringComparison.Ordinal)
                    )
                    .SelectMany(Existing)
                    .Concat(Targets(rest))
                : [$"dotnet {name}"],
            ["npm", "--prefix", string folder, "run", string name, ..] => Npm(folder, name),
            ["npm", "--prefix", string folder, ..] => Existing(Path.Combine(folder, "package.json")),
            [string name, .. string[] rest] when name.EndsWith(".ps1", StringComparison.Ordinal) => Script(name, rest),
            [string name, ..] when name.StartsWith('.') => Existing(name),
            _ => [],
        };

    private static IEnumerable<string> Pwsh(string[] words) =>
        Array.IndexOf(words, "-File") is >= 0 and int at ? Script(words[at + 1], words[(at + 2)..]) : [];

    private static IEnumerable<string> Existing(string path) => Path.Exists(Repository.In(path.Split('/'))) ? [] : [path];

    private static IEnumerable<string> Targets(string[] words) =>
        words
            .Where(word => word.StartsWith("-t:", StringComparison.Ordinal) && word != "-t:Pack")
            .Select(word => word[3..])
            .Where(target =>
                !File.ReadAllText(Repository.In("src", "CognitoPS", "CognitoPS.csproj")).Contains($"<Target Name=\"{target}\"")
            )
            .Select(target => $"target {target}");

    private static IEnumerable<string> Npm(string folder, string name)
    {
        string file = Repository.In([.. folder.Split('/'), "package.json"]);
        if (!File.Exists(file))
            return [file];
        using var package = JsonDocument.Parse(File.ReadAllText(file));
        return package.RootElement.GetProperty("scripts").TryGetProperty(name, out _) ? [] : [$"npm script {name}"];
    }

    /// <summary>A script's parameters, and the values that it takes for them.</summary>
    private static IEnumerable<string> Script(string path, string[] words)
    {
        string file = Repository.In(path.Split('/'));
        if (!File.Exists(file))
            return [path];
        var parameters = (Parser.ParseFile(file, out _, out _).ParamBlock?.Parameters ?? []).ToDictionary(
            parameter => parameter.Name.VariablePath.UserPath,
            StringComparer.OrdinalIgnoreCase
        );
        List<string> missing = [];
        for (int i = 0; i < words.Length; i++)
        {
            if (words[i].Length < 2 || words[i][0] != '-')
                continue;
            if (!parameters.TryGetValue(words[i][1..], out ParameterAst? parameter))
            {
                missing.Add(words[i]);
                continue;
            }

            string[] allowed =
            [
                .. parameter
                    .Attributes.OfType<AttributeAst>()
                    .Where(attribute => attribute.TypeName.Name == "ValidateSet")
                    .SelectMany(attribute => attribute.PositionalArguments)
                    .Select(value => ((StringConstantExpressionAst)value).Value),
            ];
            if (allowed.Length > 0 && i + 1 < words.Length)
                missing.AddRange(words[i + 1].Split(',', StringSplitOptions.TrimEntries).Except(allowed));
        }

        return missing;
    }

    private static string Word(CommandElementAst element) =>
        element switch
        {
            StringConstantExpressionAst text => text.Value,
            _ => element.Extent.Text,
        };

    [GeneratedRegex(@"\$\{\{[^}]*\}\}")]
    private static partial Regex Expression();
}
