using System.Xml.Linq;
using CognitoPS.Tests.Conventions;
using CognitoPS.Tests.Support;
using Xunit;

namespace CognitoPS.Tests.Help;

public class HelpTests
{
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";

    [Theory]
    [InlineData("net8.0")]
    [InlineData("netstandard2.0")]
    public void Each_cmdlet_has_help_and_nothing_else_has(string framework)
    {
        XDocument help = XDocument.Load(Path.Combine(Repository.Module, "bin", framework, "en-US", "CognitoPS.dll-Help.xml"));
        Assert.Equal(TheModule.AllCmdlets.Select(TheModule.NameOf), help.Root!.Elements(Command + "command").Select(command => command.Element(Command + "details")!.Element(Command + "name")!.Value));
        Offenders.None(
            from command in help.Root.Elements(Command + "command")
            from parameter in command.Element(Command + "parameters")!.Elements()
            where string.IsNullOrWhiteSpace(parameter.Element(Maml + "description")!.Value)
            select $"{command.Element(Command + "details")!.Element(Command + "name")!.Value} -{parameter.Element(Maml + "name")!.Value}", "Help describes every parameter.");
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
            Directory.GetFiles(folder, "*.md").ToDictionary(path => Path.GetFileName(path), path => File.ReadAllText(path).ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Get_Help_answers_in_the_bare_engine()
    {
        ScriptResult result = await OtherProcess.RunScriptAsync($$"""
            Import-Module '{{Repository.Module}}/CognitoPS.psd1'
            $help = Get-Help Get-CognitoUserPoolClient -Full
            $help.Synopsis
            foreach ($example in $help.examples.example) { $example.code }
            foreach ($parameter in $help.parameters.parameter) { "-$($parameter.name): $($parameter.description[0].Text)" }
            """);
        Assert.Empty(result.Errors);
        Type cmdlet = TheModule.AllCmdlets.Single(type => TheModule.NameOf(type) == "Get-CognitoUserPoolClient");
        Assert.Equal(
            [
                TheModule.Comments.Summary(cmdlet).Plain,
                .. TheModule.Comments.Examples(cmdlet).Select(example => example.Code),
            ], result.Output.Take(3));
        Assert.Superset(TheModule.Parameters(cmdlet).Select(property => $"-{property.Name}: {TheModule.Comments.Summary(property).Plain}").ToHashSet(), result.Output.ToHashSet());
    }

    [Fact]
    public async Task Get_Help_knows_the_about_page()
    {
        ScriptResult result = await OtherProcess.RunScriptAsync($"Import-Module '{Repository.Module}/CognitoPS.psd1'; Get-Help about_CognitoPS");
        Assert.Empty(result.Errors);
        Assert.Contains("SET KEEPS WHAT WAS NOT NAMED", Assert.Single(result.Output), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_output_type_has_a_table_view()
    {
        XDocument views = XDocument.Load(Path.Combine(Repository.Module, "CognitoPS.Format.ps1xml"));
        Assert.Equal(TheModule.OutputTypes.Where(type => !type.IsEnum).Select(type => type.FullName!), views.Descendants("TypeName").Select(name => name.Value));
    }
}
