using CognitoPS.Audit;

namespace CognitoPS.Report;

/// <summary>What a report knows of a pool.</summary>
/// <param name="Picture">The pool's settings.</param>
/// <param name="Findings">What the rules say about it.</param>
/// <param name="Users">Its users, counted; unknown where they may not be listed.</param>
/// <param name="GroupSizes">Members by group; a group that is missing may not be listed.</param>
internal sealed record PoolReport(
    PoolPicture Picture,
    IReadOnlyList<Finding> Findings,
    Part<UserTotals> Users,
    IReadOnlyDictionary<string, long> GroupSizes
);
