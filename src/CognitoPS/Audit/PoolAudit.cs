namespace CognitoPS.Audit;

/// <summary>Asks rules about pools, and leaves out what is suppressed or known.</summary>
internal sealed class PoolAudit(AuditOptions options, Suppressions? suppressions = null, Baseline? baseline = null)
{
    private readonly IReadOnlyList<Rule> _rules = options.Rules;

    /// <summary>The parts of a picture that the rules look at.</summary>
    public PoolParts Parts => _rules.Aggregate(PoolParts.Pool, (parts, rule) => parts | rule.Parts);

    /// <summary>What the rules say about a pool, the worst first.</summary>
    public IReadOnlyList<Finding> Check(PoolPicture picture) =>
        [
            .. _rules
                .OrderByDescending(rule => rule.Severity)
                .SelectMany(rule => rule.Check(picture, options))
                .Select(finding => suppressions?.Apply(finding, options.UtcNow) ?? finding)
                .Where(finding =>
                    finding.Status is FindingStatus.Pass or FindingStatus.NotApplicable || baseline?.Knows(finding) is not true
                ),
        ];
}
