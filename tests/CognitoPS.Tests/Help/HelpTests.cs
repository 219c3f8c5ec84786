using System.Management.Automation;
using System.Management.Automation.Language;
using System.Xml.Linq;
using CognitoPS.Help;
using CognitoPS.Tests.Conventions;
using CognitoPS.Tests.Support;
using Xunit;

namespace CognitoPS.Tests.Help;

public class HelpTests
{
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";

    private static ModuleModel Model { get; } = new(TheModule.Assembly, TheModule.Comments);

    [Theory]
    [InlineData("net8.0")]
    [InlineData("netstandard2.0")]
    public void Each_cmdlet_has_help_and_nothing_else_has(string framework)
    {
        var help = XDocument.Load(Path.Combine(Repository.Module, "bin", framework, "en-US", "CognitoPS.dll-Help.xml"));
        Assert.Equal(
            TheModule.AllCmdlets.Select(TheModule.NameOf),
            help.Root!.Elements(Command + "command")
                .Select(command => command.Element(Command + "details")!.Element(Command + "name")!.Value)
        );
        Offenders.None(
            from command in help.Root.Elements(Command + "command")
            from parameter in command.Element(Command + "parameters")!.Elements()
            where string.IsNullOrWhiteSpace(parameter.Element(Maml + "description")!.Value)
            select $"{command.Element(Command + "details")!.Element(Command + "name")!.Value} -{parameter.Element(Maml + "name")!.Value}",
            "Help describes every parameter."
        );
    }

    [Fact]
    public void The_pages_are_what_the_code_says()
    {
        const string mend = "The pages in docs/cmdlets are those that the build makes: dotnet build src/CognitoPS -t:Docs, then commit.";
        IReadOnlyDictionary<string, string> made = Pages(Repository.In("out", "docs", "cmdlets"));
        IReadOnlyDictionary<string, string> kept = Pages(Repository.In("docs", "cmdlets"));
        Assert.Equal(TheModule.AllCmdlets.Count + 1, made.Count);
        Offenders.None(made.Keys.Union(kept.Keys).Where(name => made.GetValueOrDefault(name) != kept.GetValueOrDefault(name)), mend);

        static IReadOnlyDictionary<string, string> Pages(string folder) =>
            Directory
                .GetFiles(folder, "*.md")
                .ToDictionary(path => Path.GetFileName(path), path => File.ReadAllText(path).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Inputs_name_what_the_examples_pipe() =>
        Offenders.None(
            from cmdlet in Model.Cmdlets
            from example in cmdlet.Examples
            from pipeline in Parser
                .ParseInput(example.Code, out _, out _)
                .FindAll(ast => ast is PipelineAst, searchNestedScriptBlocks: true)
                .Cast<PipelineAst>()
            from index in Enumerable.Range(1, Math.Max(0, pipeline.PipelineElements.Count - 1))
            let piped = OutputBefore(pipeline, index)
            let consumer = CmdletOf(pipeline.PipelineElements[index])
            where piped.Count > 0 && consumer is not null && !consumer.Inputs.Any(input => piped.Contains(input.Type))
            select $"{consumer.Name} does not name {string.Join(" or ", piped.Select(type => type.Name))}, which an example of {cmdlet.Name} pipes",
            "INPUTS names what the examples pipe."
        );

    [Theory]
    [InlineData("Test-CognitoToken", "ClientToken", "SignInSession")]
    [InlineData("ConvertFrom-CognitoToken", "ClientToken", "SignInSession")]
    [InlineData(
        "Add-CognitoGroupMember",
        "Group",
        "SignUp: GroupName",
        "User: GroupName",
        "UserPool: GroupName Username",
        "UserPoolSummary: GroupName Username"
    )]
    [InlineData("Resume-CognitoSignIn", "SignInSession")]
    [InlineData("Remove-CognitoTag", "Tag", "UserPool: Key", "UserPoolSummary: Key")]
    [InlineData("Start-CognitoLocalServer")]
    [InlineData("New-CognitoUserPool")]
    public void Inputs_are_what_binds(string name, params string[] inputs) =>
        Assert.Equal(
            inputs,
            Model
                .Cmdlets.Single(cmdlet => cmdlet.Name == name)
                .Inputs.Select(input => $"{input.Type.Name}: {string.Join(' ', input.Beside)}".TrimEnd(' ', ':'))
        );

    [Fact]
    public void A_session_is_an_input_of_each_cmdlet_that_takes_its_access_token() =>
        Offenders.None(
            Model
                .Cmdlets.Where(cmdlet =>
                    cmdlet.Parameters.Any(parameter => parameter is { Name: "AccessToken", IsByPropertyName: true })
                    && !cmdlet.Inputs.Any(input => input.Type.Name == nameof(SignInSession))
                )
                .Select(cmdlet => cmdlet.Name),
            "A cmdlet that binds -AccessToken names SignInSession among its inputs."
        );

    [Fact]
    public void Outputs_say_None_where_nothing_is_written()
    {
        var help = XDocument.Load(Path.Combine(Repository.Module, "bin", "net8.0", "en-US", "CognitoPS.dll-Help.xml"));
        Assert.Equal(
            TheModule.AllCmdlets.Where(cmdlet => !cmdlet.IsDefined(typeof(OutputTypeAttribute), inherit: false)).Select(TheModule.NameOf),
            from command in help.Root!.Elements(Command + "command")
            where
                command
                    .Element(Command + "returnValues")!
                    .Elements()
                    .Select(value => value.Descendants(Maml + "name").Single().Value)
                    .SequenceEqual(["None"])
            select command.Descendants(Command + "name").First().Value
        );
    }

    [Fact]
    public void Known_values_are_never_none() =>
        Offenders.None(
            from cmdlet in Model.Cmdlets
            from parameter in cmdlet.Parameters
            from hint in parameter.Hints
            where hint.EndsWith(": .", StringComparison.Ordinal)
            select $"{cmdlet.Name} -{parameter.Name}: {hint}",
            "A hint at a parameter's values names some."
        );

    [Fact]
    public void Connect_Cognito_speaks_for_itself()
    {
        CmdletModel connect = Model.Cmdlets.Single(cmdlet => cmdlet.Name == "Connect-Cognito");
        Offenders.None(
            connect
                .Parameters.Where(parameter => parameter.Summary.Plain.Contains("what Connect-Cognito set", StringComparison.Ordinal))
                .Select(parameter => parameter.Name),
            "Help of Connect-Cognito does not take its own effect for a default."
        );
        Offenders.None(
            from cmdlet in TheModule.AllCmdlets
            from name in TheModule.Comments.OwnParameters(cmdlet).Except(TheModule.Parameters(cmdlet).Select(property => property.Name))
            select $"{TheModule.NameOf(cmdlet)} {name}",
            "A parameter element names a parameter."
        );
    }

    [Fact]
    public void Each_output_type_has_a_table_view()
    {
        var views = XDocument.Load(Path.Combine(Repository.Module, "CognitoPS.Format.ps1xml"));
        Assert.Equal(
            TheModule.OutputTypes.Where(type => !type.IsEnum).Select(type => type.FullName!),
            views
                .Descendants("View")
                .Where(view => view.Element("TableControl") is not null)
                .Select(view => view.Descendants("TypeName").Single().Value)
        );
    }

    /// <summary>What comes to an element of a pipeline, past those that only choose.</summary>
    private static IReadOnlyCollection<Type> OutputBefore(PipelineAst pipeline, int index)
    {
        int source = index - 1;
        while (
            source > 0
            && (pipeline.PipelineElements[source] as CommandAst)?.GetCommandName() is "Where-Object" or "Select-Object" or "Sort-Object"
        )
            source--;
        return CmdletOf(pipeline.PipelineElements[source])?.Outputs.Where(TheModule.OutputTypes.Contains).ToList() ?? [];
    }

    private static CmdletModel? CmdletOf(CommandBaseAst element) =>
        element is CommandAst command ? Model.Cmdlets.FirstOrDefault(cmdlet => cmdlet.Name == command.GetCommandName()) : null;
}
