using System.Management.Automation.Language;
using System.Text.RegularExpressions;
using CognitoPS.Tests.Conventions;
using CognitoPS.Tests.Support;
using Xunit;
using YamlDotNet.RepresentationModel;
using ScriptToken = System.Management.Automation.Language.Token;
using ScriptTokenKind = System.Management.Automation.Language.TokenKind;

namespace CognitoPS.Tests.Workshop;

/// <summary>The workflows, as far as they can be looked at without GitHub.</summary>
public sealed partial class WorkflowTests
{
    /// <summary>What a job may do beyond reading the code, each for the reason beside it.</summary>
    private static readonly string[] Permissions = ["release.yml publish contents: write"];

    private static readonly Workflow[] Workflows =
    [
        .. Directory
            .GetFiles(Repository.In(".github", "workflows"))
            .Order(StringComparer.Ordinal)
            .Select(file => new Workflow(Path.GetFileName(file), Yaml.Read(file))),
    ];

    [Fact]
    public void An_action_is_named_by_the_hash_of_its_commit_and_its_version_in_a_comment()
    {
        string[] uses =
        [
            .. Workflows
                .SelectMany(workflow => File.ReadLines(Repository.In(".github", "workflows", workflow.File)))
                .Where(line => line.Contains("uses:")),
        ];
        Assert.Contains(uses, line => line.Contains("actions/checkout@"));
        Offenders.None(uses.Where(line => !PinnedAction().IsMatch(line)), "An action is pinned by 40 hexadecimal digits.");
        // One version of each: another one is an update that was half made.
        Offenders.None(
            uses.Select(line => PinnedAction().Match(line).Groups["action"].Value)
                .Where(action => action.Length > 0)
                .Distinct()
                .GroupBy(action => action.Split('@')[0])
                .Where(versions => versions.Count() > 1)
                .Select(versions => versions.Key),
            "All jobs use the same version of an action."
        );
    }

    [Fact]
    public void A_job_may_read_the_code_and_nothing_else_but_what_is_listed()
    {
        List<string> found = [];
        foreach (Workflow workflow in Workflows)
        {
            Assert.Equal("contents: read", Text(workflow.Root["permissions"]));
            found.AddRange(
                workflow
                    .Jobs.Where(job => job.Node.Children.ContainsKey("permissions"))
                    .Select(job => $"{workflow.File} {job.Name} {Text(job.Node["permissions"])}")
            );
            Offenders.None(
                workflow
                    .Steps.Where(step =>
                        step.Uses.StartsWith("actions/checkout@", StringComparison.Ordinal) && step.With("persist-credentials") != "false"
                    )
                    .Select(step => step.Job),
                "The token is not left in the clone."
            );
        }

        Assert.Equal(Permissions, found);

        static string Text(YamlNode node) =>
            string.Join(", ", ((YamlMappingNode)node).Children.Select(pair => $"{pair.Key}: {pair.Value}"));
    }

    [Fact]
    public void Each_job_ends_in_time_and_runs_on_a_system_of_a_fixed_version()
    {
        foreach (Workflow workflow in Workflows)
        {
            Assert.True(workflow.Root.Children.ContainsKey("concurrency"), workflow.File);
            Job[] own = [.. workflow.Jobs.Where(job => !job.Node.Children.ContainsKey("uses"))];
            Offenders.None(
                own.Where(job => !job.Node.Children.ContainsKey("timeout-minutes")).Select(job => $"{workflow.File} {job.Name}"),
                "A job has a limit of time."
            );
            Assert.DoesNotContain("-latest", File.ReadAllText(Repository.In(".github", "workflows", workflow.File)));
            Offenders.None(
                own.SelectMany(job => job.Needs).Except(workflow.Jobs.Select(job => job.Name)),
                "A job waits for jobs that there are."
            );
        }

        Workflow ci = Workflows.Single(workflow => workflow.File == "ci.yml");
        Assert.Equal(
            ci.Jobs.Select(job => job.Name).Where(name => name != "passed").Order(),
            ci.Jobs.Single(job => job.Name == "passed").Needs.Order()
        );
    }

    [Fact]
    public void The_package_is_tested_in_each_PowerShell_that_the_module_is_for()
    {
        Job package = Workflows.Single(workflow => workflow.File == "ci.yml").Jobs.Single(job => job.Name == "package");
        var matrix = (YamlMappingNode)package.Node["strategy"]["matrix"];
        string[] Values(string name) => [.. ((YamlSequenceNode)matrix[name]).Select(value => value.ToString())];
        YamlMappingNode[] include = [.. ((YamlSequenceNode)matrix["include"]).Cast<YamlMappingNode>()];

        Assert.Equal(["windows", "ubuntu", "macos"], Values("os").Select(os => os.Split('-')[0]));
        Assert.Equal(["7.4", "7.5", "7.6"], Values("powershell"));
        Assert.Equal(
            [("7.4", "8.0.x"), ("7.5", "9.0.x"), ("7.6", "10.0.x")],
            include.Where(row => row.Children.ContainsKey("dotnet")).Select(row => (row["powershell"].ToString(), row["dotnet"].ToString()))
        );
        YamlMappingNode desktop = Assert.Single(include, row => row.Children.ContainsKey("os"));
        Assert.Equal("5.1", desktop["powershell"].ToString());
        Assert.StartsWith("windows", desktop["os"].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_step_runs_is_there_and_a_script_gets_only_parameters_that_it_has()
    {
        Step[] steps = [.. Workflows.SelectMany(workflow => workflow.Steps).Where(step => step.Run.Length > 0)];
        Assert.Contains(steps, step => step.Run.Contains(".ci/run"));
        Offenders.None(steps.SelectMany(Commands.Missing), "What a step runs is in the repository.");
    }

    [Fact]
    public void No_text_from_outside_is_put_into_a_command()
    {
        // A tag's or a branch's name can hold a command: it goes through the environment.
        Offenders.None(
            Workflows
                .SelectMany(workflow => workflow.Steps)
                .Where(step => step.Run.Contains("${{ github.") || step.Run.Contains("${{ secrets."))
                .Select(step => step.Run),
            "A command has no expression of github or secrets in it."
        );
    }

    [Fact]
    public void Versions_in_the_workflows_are_those_of_the_build()
    {
        string text = File.ReadAllText(Repository.In(".github", "workflows", "ci.yml"));
        string target = TargetFramework()
            .Match(File.ReadAllText(Repository.In("tests", "CognitoPS.Tests", "CognitoPS.Tests.csproj")))
            .Groups[1]
            .Value;
        Assert.Contains($"dotnet-version: {target}.x", text);
        Assert.Contains($"- powershell: '7.6'\n            dotnet: {target}.x", text.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Updates_are_offered_for_each_kind_of_package()
    {
        var updates = (YamlSequenceNode)Yaml.Read(Repository.In(".github", "dependabot.yml"))["updates"];
        Assert.Equal(["github-actions", "npm", "nuget"], updates.Select(update => update["package-ecosystem"].ToString()).Order());
        IEnumerable<string> npm = (
            (YamlSequenceNode)updates.Single(update => update["package-ecosystem"].ToString() == "npm")["directories"]
        ).Select(folder => folder.ToString());
        Assert.Equal(
            Directory
                .GetFiles(
                    Repository.Root,
                    "package-lock.json",
                    new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 3 }
                )
                .Where(file => !file.Contains("node_modules"))
                .Select(file => "/" + Path.GetRelativePath(Repository.Root, Path.GetDirectoryName(file)!).Replace('\\', '/'))
                .Order(),
            npm.Order()
        );
    }

    [Fact]
    public void Forms_for_issues_have_what_GitHub_wants()
    {
        string[] forms = Directory.GetFiles(Repository.In(".github", "ISSUE_TEMPLATE"), "*.yml");
        Assert.NotEmpty(forms);
        foreach (YamlMappingNode form in forms.Select(Yaml.Read))
        {
            Assert.NotEmpty(form["name"].ToString());
            Assert.NotEmpty(form["description"].ToString());
            YamlMappingNode[] fields =
            [
                .. ((YamlSequenceNode)form["body"]).Cast<YamlMappingNode>().Where(field => field["type"].ToString() != "markdown"),
            ];
            Assert.All(fields, field => Assert.NotEmpty(field["attributes"]["label"].ToString()));
            Assert.Equal(fields.Length, fields.Select(field => field["id"].ToString()).Distinct().Count());
        }
    }

    [Fact]
    public void Scripts_for_Windows_PowerShell_are_written_in_its_language()
    {
        string[] scripts =
        [
            Repository.In("tools", "Test-Package.ps1"),
            Repository.In("module", "CognitoPS.psm1"),
            .. Directory.GetFiles(Repository.In("tests", "Pester"), "*.ps1"),
        ];
        ScriptTokenKind[] later =
        [
            ScriptTokenKind.AndAnd,
            ScriptTokenKind.OrOr,
            ScriptTokenKind.QuestionQuestion,
            ScriptTokenKind.QuestionQuestionEquals,
            ScriptTokenKind.QuestionDot,
            ScriptTokenKind.QuestionLBracket,
            ScriptTokenKind.QuestionMark,
            ScriptTokenKind.Clean,
        ];
        Offenders.None(
            scripts.SelectMany(script =>
            {
                Parser.ParseFile(script, out ScriptToken[] tokens, out ParseError[] errors);
                return errors
                    .Select(error => $"{script}: {error}")
                    .Concat(
                        tokens
                            .Where(token => later.Contains(token.Kind))
                            .Select(token => $"{script}({token.Extent.StartLineNumber}): {token.Text}")
                    );
            }),
            "Windows PowerShell 5.1 can read it."
        );
    }

    [GeneratedRegex(@"uses: (?:(?<action>[\w./-]+@[0-9a-f]{40}) # v\d+\.\d+\.\d+|\./\.github/workflows/\w+\.yml)$")]
    private static partial Regex PinnedAction();

    [GeneratedRegex(@"<TargetFramework>net(\d+\.\d+)</TargetFramework>")]
    private static partial Regex TargetFramework();
}
