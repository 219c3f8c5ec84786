using System.Management.Automation;
using CognitoPS.Errors;
using CognitoPS.Settings;

namespace CognitoPS.Audit;

/// <summary>Which rules are asked, and what they measure by.</summary>
internal sealed record AuditOptions
{
    /// <summary>So many members of an administrators' group are not many yet.</summary>
    public const int ManyAdministrators = 10;

    /// <summary>Rules whose ids match one of these; none: all rules.</summary>
    public IReadOnlyList<string> RuleIds { get; init; } = [];

    /// <summary>Rules of this severity and above.</summary>
    public Severity LeastSeverity { get; init; } = Severity.Info;

    /// <summary>Tags that a pool must have: a name, or name=value where the value may have wildcards.</summary>
    public IReadOnlyList<string> RequiredTags { get; init; } = [];

    /// <summary>A client secret older than this is to be replaced.</summary>
    public TimeSpan SecretAge { get; init; } = TimeSpan.FromDays(365);

    /// <summary>The time that ages and expiries are counted to.</summary>
    public DateTime UtcNow { get; init; } = DateTime.UtcNow;

    /// <summary>Refuses the name of a rule that there is not: it would pass unseen.</summary>
    /// <exception cref="CognitoException">UnknownRule.</exception>
    public void Check()
    {
        foreach (string id in RuleIds)
        {
            if (!AuditRules.All.Any(rule => new WildcardPattern(id, WildcardOptions.IgnoreCase).IsMatch(rule.Id)))
                throw new CognitoException(
                    "UnknownRule",
                    ErrorCategory.InvalidArgument,
                    $"There is no rule '{id}'.",
                    NearestName.Advice(id, AuditRules.All.Select(rule => rule.Id))
                );
        }
    }

    /// <summary>The rules that are asked.</summary>
    public IReadOnlyList<Rule> Rules
    {
        get
        {
            WildcardPattern[] patterns = [.. RuleIds.Select(id => new WildcardPattern(id, WildcardOptions.IgnoreCase))];
            return
            [
                .. AuditRules.All.Where(rule =>
                    rule.Severity >= LeastSeverity && (patterns.Length == 0 || Array.Exists(patterns, pattern => pattern.IsMatch(rule.Id)))
                ),
            ];
        }
    }
}

/// <summary>How bad a failed rule is, from the least on.</summary>
internal enum Severity
{
    Info,
    Low,
    Medium,
    High,
    Critical,
}
