using CognitoPS.Audit;
using CognitoPS.Tests.Support;
using Xunit;

namespace CognitoPS.Tests.Audit;

/// <summary>docs/rules.md shows the table of rules as it is.</summary>
public class RulePageTests
{
    private const string Begin = "<!-- rules -->";
    private const string End = "<!-- end of rules -->";

    [Fact]
    public void The_page_of_rules_is_the_table()
    {
        string page = File.ReadAllText(Repository.In("docs", "rules.md")).ReplaceLineEndings("\n");
        int begin = page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        int end = page.IndexOf(End, StringComparison.Ordinal);
        Assert.True(page[begin..end].Trim() == Table(), $"Put this between the two marks:\n{Table()}");
    }

    private static string Table() =>
        string.Join(
            '\n',
            AuditRules
                .All.Select(rule =>
                    $"| `{rule.Id}` | {rule.Severity} | {rule.ResourceType} | {Cell(rule.Title)}. {Cell(rule.Why)}{(rule.Manual is null ? "" : $" By hand: {Cell(rule.Manual)}")} | {string.Join(", ", rule.References)} |"
                )
                .Prepend("|---|---|---|---|---|")
                .Prepend("| rule | severity | looks at | what holds, and why | elsewhere |")
        );

    private static string Cell(string text) => text.Replace("|", "\\|").Replace("<", "&lt;");
}
