namespace CognitoPS.Audit;

internal static partial class AuditRules
{
    private static IEnumerable<Rule> GroupRules() =>
        [
            new Rule<GroupPicture>(Subjects.Group)
            {
                Id = "group-role",
                Title = "A group gives its members no IAM role",
                Severity = Severity.Info,
                Why = "Where an identity pool trusts the tokens, membership is access to AWS: whoever may add members may give it.",
                Manual = "Applications may count on the role; only a group that is created anew has none.",
                Problem = one => Unless(one.Item.Group.RoleArn is not { Length: > 0 }, "RoleArn", one.Item.Group.RoleArn),
            },
            new Rule<GroupPicture>(Subjects.Group)
            {
                Id = "group-precedence-tie",
                Title = "No two groups with roles have the same precedence",
                Severity = Severity.Low,
                Why = "For somebody in both, the token names no preferred role, and which one counts is left to chance.",
                Applies = one => one.Item.Group.RoleArn is { Length: > 0 },
                Problem = one => EarlierWithSame(one) is null ? null : Found("Precedence", one.Item.Group.Precedence),
                Remedy = one =>
                    new(
                        "Set-CognitoGroup",
                        ("UserPoolId", one.Picture.UserPoolId),
                        ("GroupName", one.Item.Group.GroupName),
                        ("Precedence", FreePrecedence(one))
                    ),
            },
            new Rule<GroupPicture>(Subjects.GroupMembers)
            {
                Id = "group-many-administrators",
                Title = "Few people are in a group of administrators",
                Severity = Severity.Medium,
                Why = "Each of them is an account whose loss is the loss of everything that the group may do.",
                Manual = "Who has to be in the group is yours to say: Get-CognitoGroupMember, Remove-CognitoGroupMember.",
                Applies = one => AuditNames.IsAdministrators(one.Item.Group.GroupName),
                Problem = one =>
                    Unless(
                        one.Item.FirstMembers.Value!.Count <= AuditOptions.ManyAdministrators,
                        "Members",
                        $"more than {AuditOptions.ManyAdministrators}"
                    ),
            },
        ];

    /// <summary>
    /// A group with a role that comes earlier by its name and has the same precedence, so that one of two that tie is mended.
    /// </summary>
    private static GroupPicture? EarlierWithSame(Case<GroupPicture> one) =>
        one.Item.Group.Precedence is not { } precedence
            ? null
            : one.Picture.Groups.Value!.FirstOrDefault(other =>
                other.Group.RoleArn is { Length: > 0 }
                && other.Group.Precedence == precedence
                && string.CompareOrdinal(other.Group.GroupName, one.Item.Group.GroupName) < 0
            );

    /// <summary>A number that no group has, and that no other finding of this rule proposes.</summary>
    private static int FreePrecedence(Case<GroupPicture> one)
    {
        string[] tied =
        [
            .. one
                .Picture.Groups.Value!.Where(group => group.Group.RoleArn is { Length: > 0 })
                .Where(group => EarlierWithSame(one with { Item = group }) is not null)
                .Select(group => group.Group.GroupName)
                .OrderBy(name => name, StringComparer.Ordinal),
        ];
        return one.Picture.Groups.Value!.Max(group => group.Group.Precedence ?? 0) + 1 + Array.IndexOf(tied, one.Item.Group.GroupName);
    }
}
