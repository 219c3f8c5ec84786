using System.Management.Automation;
using System.Text.RegularExpressions;
using CognitoPS.Errors;

namespace CognitoPS.Users;

/// <summary>What -Filter takes: conditions joined by and, on any attribute.</summary>
internal static class UserFilter
{
    private static readonly Regex Condition = new(
        """
        \G\s*("?)(?<name>[\w:]+)\1\s*(?<not>!)?(?<prefix>\^)?=\s*
        (?:"(?<value>(?:[^"\\]|\\.)*)"|'(?<value>(?:[^'\\]|\\.)*)')\s*(?<end>and(?=\W)|$)
        """,
        RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase
    );
    private static readonly Regex Escaped = new(@"\\(.)", RegexOptions.CultureInvariant | RegexOptions.Singleline);

    /// <summary>Reads a filter. A lone * is none, as in other modules.</summary>
    /// <exception cref="CognitoException">InvalidFilter.</exception>
    public static IReadOnlyList<UserCondition> Parse(string filter)
    {
        if (filter.Trim() == "*")
            return [];
        var conditions = new List<UserCondition>();
        for (int at = 0; ; )
        {
            Match match = Condition.Match(filter, at);
            if (!match.Success)
                throw Invalid(filter.Substring(at).Trim());
            conditions.Add(
                UserCondition.Of(
                    match.Groups["name"].Value,
                    Escaped.Replace(match.Groups["value"].Value, "$1"),
                    isPrefix: match.Groups["prefix"].Success,
                    isNegated: match.Groups["not"].Success
                )
            );
            if (match.Groups["end"].Length == 0)
                return conditions;
            at = match.Index + match.Length;
        }
    }

    private static CognitoException Invalid(string rest) =>
        new(
            "InvalidFilter",
            ErrorCategory.InvalidArgument,
            rest.Length == 0 ? "A condition is missing at the end of the filter." : $"'{rest}' is not a valid condition.",
            "Use attribute = \"value\", attribute ^= \"prefix\", or the opposites != and !^=. Join conditions with and: "
                + "'email ^= \"anna\" and custom:department != \"sales\"'. Write a quotation mark in a value as \\\". "
                + "-Email, -Status and others take plain values with wildcards."
        );
}
