using CognitoPS.Tests.Support;
using Xunit;

namespace CognitoPS.Tests.Audit;

/// <summary>The guides about audits and reports do what they say, in the real shell.</summary>
public class GuideTests
{
    [Theory]
    [InlineData("answer-an-auditor.md", "evidence.csv", "suppressions.json", "audit.html")]
    [InlineData("findings-in-a-pull-request.md", "baseline.json", "cognito.sarif")]
    [InlineData("a-nightly-report.md", "report.html", "findings.json")]
    public async Task The_commands_of_a_guide_run(string guide, params string[] files)
    {
        using var folder = new TemporaryFolder();
        IEnumerable<string> commands = (await File.ReadAllTextAsync(Repository.In("docs", "guides", guide)))
            .Split("```")
            .Where((_, index) => index % 2 == 1)
            .Where(block => block.StartsWith("powershell", StringComparison.Ordinal))
            .Select(block => block["powershell".Length..]);
        ScriptResult result = await Pwsh.RunScriptAsync(
            $$"""
            Import-Module '{{Path.Combine(Repository.Module, "CognitoPS.psd1")}}'
            Set-Location '{{folder.Name}}'
            {{string.Join('\n', commands)}}
            """
        );
        Assert.Empty(result.Errors);
        Assert.NotEmpty(result.Output);
        Assert.All(files, file => Assert.InRange(new FileInfo(folder.PathOf(file)).Length, 100, 1_000_000));
    }
}
