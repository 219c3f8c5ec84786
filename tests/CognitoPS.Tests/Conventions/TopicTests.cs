using System.Management.Automation;
using System.Management.Automation.Language;
using System.Text.RegularExpressions;
using CognitoPS.Tests.Client;
using CognitoPS.Tests.Support;
using Xunit;
using static CognitoPS.Tests.Conventions.TheModule;

namespace CognitoPS.Tests.Conventions;

/// <summary>The about_ topics, the guides and the README say what the module has.</summary>
public sealed partial class TopicTests : IDisposable
{
    private const int MostLines = 120;
    private const int MostColumns = 80;
    private const string AwsTools = "about_CognitoPS_ComingFromAWSTools";

    /// <summary>Longer than a topic should be, and why.</summary>
    private static readonly string[] LongTopics =
    [
        // A row for each of the 140 operations.
        AwsTools,
    ];

    private readonly Engine _engine = new(connect: false);

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void Topics_are_short_and_narrow()
    {
        Offenders.NoneBut(
            LongTopics,
            Topics.Where(topic => topic.Lines.Length > MostLines).Select(topic => topic.Name),
            $"A topic has {MostLines} lines at most."
        );
        Offenders.None(
            from topic in Topics
            from line in topic.Lines
            where line.Length > MostColumns || line.EndsWith(' ') || line.Contains('\t')
            select $"{topic.Name}: {line}",
            $"A line of a topic has {MostColumns} columns at most, and nothing invisible."
        );
        Offenders.None(
            Topics.Where(topic => topic.Lines[0] != "TOPIC" || topic.Lines[1].Trim() != topic.Name).Select(topic => topic.Name),
            "A topic begins with TOPIC and its name."
        );
    }

    [Fact]
    public void The_first_topic_names_all_others() =>
        Offenders.None(
            Topics
                .Select(topic => topic.Name)
                .Where(name => !Topics.Single(topic => topic.Name == "about_CognitoPS").Text.Contains(name, StringComparison.Ordinal)),
            "about_CognitoPS names every topic."
        );

    [Fact]
    public void The_module_has_every_topic() =>
        Offenders.None(
            Topics.Select(topic => $"{topic.Name}.help.txt").Where(file => !File.Exists(Path.Combine(Repository.Module, "en-US", file))),
            "The build puts every topic into the module."
        );

    [Fact]
    public void Commands_in_topics_guides_and_the_README_exist_with_their_parameters()
    {
        Dictionary<string, CommandInfo> commands = Commands();
        IEnumerable<(string Where, string Code)> snippets = Topics
            .Select(topic => (topic.Name, Indented(topic.Lines)))
            .Concat(Pages.Select(page => (Path.GetFileName(page), Fenced(File.ReadAllText(page)))));
        int seen = 0;
        var offenders = new List<string>();
        foreach ((string where, string code) in snippets)
        {
            foreach (CommandAst command in CommandsIn(code))
            {
                if (command.GetCommandName() is not { } name || !CognitoCommand().IsMatch(name))
                    continue;
                seen++;
                if (!commands.TryGetValue(name, out CommandInfo? info))
                {
                    offenders.Add($"{where}: {name}");
                    continue;
                }

                offenders.AddRange(
                    command
                        .CommandElements.OfType<CommandParameterAst>()
                        .Where(parameter => !Has(info, parameter.ParameterName))
                        .Select(parameter => $"{where}: {name} -{parameter.ParameterName}")
                );
            }
        }

        Assert.True(seen > 120, $"{seen} commands were found.");
        Offenders.None(offenders, "A command that a text shows exists, and so do its parameters.");
    }

    [Fact]
    public void Every_AWS_Tools_cmdlet_has_its_row_and_every_operation_its_cmdlet()
    {
        var rows = TableRow()
            .Matches(Topics.Single(topic => topic.Name == AwsTools).Text)
            .ToDictionary(row => row.Groups["theirs"].Value, row => row.Groups["ours"].Value);
        var operations = File.ReadLines(Repository.In("tests", "CognitoPS.Tests", "Conventions", "AwsToolsCmdlets.txt"))
            .Select(line => line.Split(' '))
            .ToDictionary(pair => pair[0], pair => pair[1]);
        Offenders.None(operations.Keys.Except(rows.Keys), "Each cmdlet of AWS.Tools has a row.");
        // What AWS.Tools has no cmdlet for stands under the operation's own name.
        var cmdlets = rows.ToDictionary(row => operations.GetValueOrDefault(row.Key, row.Key), row => row.Value);
        Offenders.None(ModelFile.Operations.Select(operation => operation.Key).Except(cmdlets.Keys), "Each operation has a row.");
        Offenders.None(
            cmdlets
                .Where(row =>
                    AllCmdlets.SingleOrDefault(cmdlet => NameOf(cmdlet) == row.Value) is not { } cmdlet
                    || !Comments
                        .Remarks(cmdlet)
                        .Concat(Parameters(cmdlet).Select(parameter => Comments.Summary(cmdlet, parameter)))
                        .Any(paragraph => Regex.IsMatch(paragraph.Plain, $@"\b{row.Key}\b"))
                )
                .Select(row => $"{row.Key}: {row.Value}"),
            "The cmdlet on the right names the operation in its help."
        );
    }

    [Fact]
    public void Parameters_in_the_table_of_AWS_Tools_exist()
    {
        string text = Topics.Single(topic => topic.Name == AwsTools).Text;
        string table = text[text.IndexOf("\nPARAMETERS", StringComparison.Ordinal)..text.IndexOf("\nCMDLETS", StringComparison.Ordinal)];
        HashSet<string> known =
        [
            .. Commands().Values.SelectMany(command => command.Parameters.Values).SelectMany(one => one.Aliases.Prepend(one.Name)),
        ];
        string[] ours =
        [
            .. table
                .Split('\n')
                .Skip(3)
                .Where(line => line.Length > 38)
                .SelectMany(line => Named().Matches(line[38..]))
                .Select(match => match.Groups[1].Value),
        ];
        Assert.True(ours.Length > 20, $"{ours.Length} parameters were found.");
        Offenders.None(ours.Where(name => !known.Contains(name)), "The parameters on the right exist.");
    }

    private static IReadOnlyList<Topic> Topics { get; } =
    [
        .. Directory
            .GetFiles(Repository.In("module", "en-US"), "about_*.help.txt")
            .Order(StringComparer.Ordinal)
            .Select(file => new Topic(Path.GetFileName(file)[..^".help.txt".Length], File.ReadAllText(file).ReplaceLineEndings("\n"))),
    ];

    private static IEnumerable<string> Pages =>
        Directory.GetFiles(Repository.In("docs", "guides"), "*.md").Prepend(Repository.In("README.md"));

    private Dictionary<string, CommandInfo> Commands() =>
        _engine
            .Run("Get-Command -Module CognitoPS")
            .Succeeded()
            .Output.Select(item => (CommandInfo)item.BaseObject)
            .ToDictionary(command => command.Name, StringComparer.OrdinalIgnoreCase);

    private static bool Has(CommandInfo command, string parameter) =>
        command.Parameters.Values.Any(known => known.Aliases.Prepend(known.Name).Contains(parameter, StringComparer.OrdinalIgnoreCase));

    private static IEnumerable<CommandAst> CommandsIn(string code) =>
        Parser.ParseInput(code, out _, out _).FindAll(node => node is CommandAst, searchNestedScriptBlocks: true).Cast<CommandAst>();

    private static string Indented(IEnumerable<string> lines) =>
        string.Join('\n', lines.Where(line => line.StartsWith("        ", StringComparison.Ordinal)));

    private static string Fenced(string page) => string.Join('\n', PowerShellFence().Matches(page).Select(fence => fence.Groups[1].Value));

    private sealed record Topic(string Name, string Text)
    {
        public string[] Lines { get; } = Text.TrimEnd('\n').Split('\n');
    }

    [GeneratedRegex("^[A-Z][A-Za-z]+-Cognito")]
    private static partial Regex CognitoCommand();

    [GeneratedRegex(@"^    (?<theirs>[A-Z][a-z]+-CGIP\w+|[A-Z]\w+) +(?<ours>[A-Z][A-Za-z]+-Cognito\w+)$", RegexOptions.Multiline)]
    private static partial Regex TableRow();

    [GeneratedRegex(@"(?<!\w)-([A-Z]\w+)")]
    private static partial Regex Named();

    [GeneratedRegex(@"^```powershell\r?\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex PowerShellFence();
}
