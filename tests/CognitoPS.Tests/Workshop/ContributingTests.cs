using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using CognitoPS.Tests.Conventions;
using CognitoPS.Tests.Support;
using Xunit;

namespace CognitoPS.Tests.Workshop;

/// <summary>What the texts for contributors say of the repository holds.</summary>
public sealed partial class ContributingTests
{
    private static readonly string[] Documents =
    [
        "CONTRIBUTING.md",
        "SECURITY.md",
        "docs/windows-powershell.md",
        ".github/pull_request_template.md",
    ];

    private static readonly string[] Contributing = File.ReadAllLines(Repository.In("CONTRIBUTING.md"));

    [Fact]
    public void Code_that_is_shown_stands_in_the_file_that_it_is_said_to_be_in()
    {
        Block[] blocks = [.. Blocks(Contributing).Where(block => block.File is not null)];
        Assert.True(blocks.Length >= 5, $"{blocks.Length} blocks name their file.");
        Offenders.None(
            blocks.SelectMany(block =>
            {
                string[] file = [.. File.ReadLines(Repository.In(block.File!.Split('/'))).Select(line => line.Trim())];
                return Pieces(block.Lines).Where(piece => !Contains(file, piece)).Select(piece => $"{block.File}: {piece[0]} …");
            }),
            "Code in CONTRIBUTING.md is that of the file above it; … stands for what is left out."
        );
    }

    [Fact]
    public void Commands_that_are_shown_can_be_run()
    {
        string[] commands =
        [
            .. Documents
                .SelectMany(document => Blocks(File.ReadAllLines(Repository.In(document.Split('/')))))
                .Where(block => block.Language.Length == 0)
                .SelectMany(block => block.Lines)
                .Select(line => line.Split(" #")[0].Trim())
                .Where(line => line.Length > 0),
            .. Documents
                .SelectMany(document => Quoted().Matches(File.ReadAllText(Repository.In(document.Split('/')))))
                .Select(match => match.Groups[1].Value)
                .Where(text => Program().IsMatch(text)),
        ];
        Assert.True(commands.Length >= 15, $"{commands.Length} commands.");
        Offenders.None(commands.SelectMany(Commands.Missing), "A command in the texts for contributors names what there is.");

        HashSet<string> classes = [.. typeof(ContributingTests).Assembly.GetTypes().Select(type => type.Name)];
        string[] named = [.. commands.SelectMany(command => TestClass().Matches(command)).Select(match => match.Groups[1].Value)];
        Assert.NotEmpty(named);
        Offenders.None(named.Where(name => !classes.Contains(name)), "A test class that is named is there.");
    }

    [Fact]
    public void Files_that_are_named_are_there()
    {
        Offenders.None(
            Documents.SelectMany(document =>
                Quoted()
                    .Matches(File.ReadAllText(Repository.In(document.Split('/'))))
                    .Select(match => match.Groups[1].Value)
                    .Where(text => PathLike().IsMatch(text) && !text.StartsWith("out/", StringComparison.Ordinal))
                    .Where(path => !Path.Exists(Repository.In(path.Split('/'))))
                    .Select(path => $"{document}: {path}")
            ),
            "A file that a text names is there."
        );
        Offenders.None(
            Documents.SelectMany(document =>
                Link()
                    .Matches(File.ReadAllText(Repository.In(document.Split('/'))))
                    .Select(match => match.Groups[1].Value)
                    .Where(path => !Path.Exists(Path.Combine(Path.GetDirectoryName(Repository.In(document.Split('/')))!, path)))
                    .Select(path => $"{document}: {path}")
            ),
            "A link leads to a file."
        );
    }

    [Fact]
    public void Bases_and_methods_that_a_cmdlet_is_made_with_are_there()
    {
        const BindingFlags All = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
        Type[] types = typeof(UserPool).Assembly.GetTypes();
        HashSet<string> typeNames = [.. types.Select(type => type.Name)];
        HashSet<string> methodNames =
        [
            .. types
                .Where(type => type.IsAbstract && !type.IsSealed)
                .SelectMany(type => type.GetMethods(All))
                .Select(method => method.Name),
        ];
        string[] rows =
        [
            .. Contributing.SkipWhile(line => line != "## A cmdlet").Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1),
        ];
        Assert.NotEmpty(rows);
        foreach (string[] cells in rows.Select(row => row.Split('|')))
        {
            Offenders.None(Names(cells[2]).Where(name => !typeNames.Contains(name)), "A base is there.");
            Offenders.None(
                Names(cells[3]).Where(name => !typeNames.Contains(name) && !methodNames.Contains(name)),
                "A base has the method."
            );
        }

        static IEnumerable<string> Names(string cell) =>
            Quoted()
                .Matches(cell)
                .Select(match => match.Groups[1].Value.Replace("<,>", "`2", StringComparison.Ordinal))
                .Where(name => name[0] != '-');
    }

    [Fact]
    public void The_debugger_starts_the_shell_of_the_tool_manifest()
    {
        using var tools = JsonDocument.Parse(File.ReadAllText(Repository.In(".config", "dotnet-tools.json")));
        string version = tools.RootElement.GetProperty("tools").GetProperty("powershell").GetProperty("version").GetString()!;
        JsonDocumentOptions comments = new() { CommentHandling = JsonCommentHandling.Skip };
        using var launch = JsonDocument.Parse(File.ReadAllText(Repository.In(".vscode", "launch.json")), comments);
        JsonElement shell = launch.RootElement.GetProperty("configurations").EnumerateArray().First();
        Assert.All(
            [shell.GetProperty("program").GetString()!, shell.GetProperty("windows").GetProperty("program").GetString()!],
            program => Assert.Contains($"/powershell/{version}/", program, StringComparison.Ordinal)
        );

        using var tasks = JsonDocument.Parse(File.ReadAllText(Repository.In(".vscode", "tasks.json")), comments);
        JsonElement[] all = [.. tasks.RootElement.GetProperty("tasks").EnumerateArray()];
        string[] labels = [.. all.Select(task => task.GetProperty("label").GetString()!)];
        Offenders.None(
            launch
                .RootElement.GetProperty("configurations")
                .EnumerateArray()
                .Where(configuration => configuration.TryGetProperty("preLaunchTask", out _))
                .Select(configuration => configuration.GetProperty("preLaunchTask").GetString()!)
                .Except(labels),
            "A task that runs before a launch is there."
        );
        Offenders.None(
            all.SelectMany(task =>
                Commands.Missing(
                    string.Join(
                        ' ',
                        task.GetProperty("args")
                            .EnumerateArray()
                            .Select(argument => $"'{argument.GetString()}'")
                            .Prepend(task.GetProperty("command").GetString())
                    )
                )
            ),
            "A task runs what there is."
        );
    }

    private static IEnumerable<Block> Blocks(string[] lines)
    {
        for (int i = 0; i < lines.Length; i++)
        {
            if (Fence().Match(lines[i]) is not { Success: true } fence)
                continue;
            string? file = i > 0 && FileLabel().Match(lines[i - 1]) is { Success: true } label ? label.Groups[1].Value : null;
            string[] inside = [.. lines.Skip(i + 1).TakeWhile(line => line.Trim() != "```")];
            yield return new Block(fence.Groups[1].Value, file, inside);
            i += inside.Length + 1;
        }
    }

    private static IEnumerable<string[]> Pieces(string[] lines)
    {
        List<string> piece = [];
        foreach (string line in lines.Select(line => line.Trim()).Append("…"))
        {
            if (line != "…")
            {
                piece.Add(line);
                continue;
            }

            yield return [.. piece];
            piece.Clear();
        }
    }

    private static bool Contains(string[] lines, string[] piece) =>
        Enumerable.Range(0, lines.Length - piece.Length + 1).Any(start => lines.Skip(start).Take(piece.Length).SequenceEqual(piece));

    private sealed record Block(string Language, string? File, string[] Lines);

    [GeneratedRegex(@"^ *```(\w*)$")]
    private static partial Regex Fence();

    [GeneratedRegex(@"^ *`([\w./-]+)`:$")]
    private static partial Regex FileLabel();

    [GeneratedRegex(@"`([^`\n]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^(dotnet|npm) |^\.ci/run|\.ps1 ")]
    private static partial Regex Program();

    [GeneratedRegex(@"-class '\*(\w+)'")]
    private static partial Regex TestClass();

    [GeneratedRegex(@"^[\w.-]+(/[\w.-]+)+$|^[\w.-]+\.(md|ps1|psd1|psm1|json|props|yml)$")]
    private static partial Regex PathLike();

    [GeneratedRegex(@"\]\((?!https?:)([^)#]+)\)")]
    private static partial Regex Link();
}
