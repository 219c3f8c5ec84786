using System.Globalization;
using System.Management.Automation;
using System.Text.Json;
using CognitoPS.Errors;

namespace CognitoPS.Audit;

/// <summary>
/// Findings that somebody has decided to live with, from a JSON file: an array of objects with RuleId, UserPoolId, Resource, Reason and
/// Until.
/// </summary>
internal sealed class Suppressions
{
    /// <summary>More is no file of decisions.</summary>
    public const long LargestFile = 16 * 1024 * 1024;

    private readonly List<Row> _rows = [];

    /// <summary>Those whose time is over: rule, and when it ended.</summary>
    public IEnumerable<(string RuleId, DateTime Until)> ExpiredAt(DateTime utcNow) =>
        _rows.Where(row => row.EndsAt <= utcNow).Select(row => (row.RuleId, row.Until));

    /// <summary>Reads a file's text.</summary>
    /// <exception cref="CognitoException">InvalidSuppression.</exception>
    public static Suppressions Parse(string json)
    {
        var suppressions = new Suppressions();
        try
        {
            using var document = JsonDocument.Parse(json, AuditJson.Lenient);
            foreach (JsonElement row in AuditJson.Items(document.RootElement))
                suppressions._rows.Add(Row.Of(row));
        }
        catch (JsonException exception)
        {
            throw Invalid(exception.Message, exception);
        }

        return suppressions;
    }

    /// <summary>The finding, suppressed where a row says so and its time is not over.</summary>
    public Finding Apply(Finding finding, DateTime utcNow) =>
        finding.Status is FindingStatus.Fail or FindingStatus.Unknown
        && _rows.Find(row => row.EndsAt > utcNow && row.Matches(finding)) is { } found
            ? finding with
            {
                Status = FindingStatus.Suppressed,
                Reason = found.Reason,
                Remedy = null,
            }
            : finding;

    private static CognitoException Invalid(string what, Exception? cause = null) =>
        new(
            "InvalidSuppression",
            ErrorCategory.InvalidData,
            $"The suppressions file is not valid: {what}",
            "It must be a JSON array of objects such as { \"RuleId\": \"sign-up-open\", \"UserPoolId\": \"eu-west-1_Customers\", "
                + "\"Reason\": \"A shop.\", \"Until\": \"2027-01-31\" }.",
            cause
        );

    private sealed record Row(string RuleId, string UserPoolId, string Resource, string Reason, DateTime Until)
    {
        private static readonly string[] Members = ["RuleId", "UserPoolId", "Resource", "Reason", "Until"];

        /// <summary>It holds for the whole of its last day.</summary>
        public DateTime EndsAt => Until.AddDays(1);

        public static Row Of(JsonElement row)
        {
            if (row.ValueKind != JsonValueKind.Object)
                throw Invalid($"it contains {row.GetRawText()} instead of an object.");
            if (row.EnumerateObject().FirstOrDefault(member => !Members.Contains(member.Name)) is { Value.ValueKind: not 0 } unknown)
                throw Invalid($"a suppression has no member {unknown.Name}.");
            string rule = Required(row, "RuleId");
            string until = Required(row, "Until");
            if (!DateTime.TryParseExact(until, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime date))
                throw Invalid($"'{until}' is not a date such as 2027-01-31.");
            if (!AuditRules.All.Any(known => IsLike(rule, known.Id)))
                throw Invalid($"there is no rule '{rule}'.");
            return new(
                rule,
                AuditJson.Text(row, "UserPoolId") ?? "*",
                AuditJson.Text(row, "Resource") ?? "*",
                Required(row, "Reason"),
                date
            );
        }

        public bool Matches(Finding finding) =>
            IsLike(RuleId, finding.Rule.Id)
            && (IsLike(UserPoolId, finding.UserPoolId) || IsLike(UserPoolId, finding.UserPoolName))
            && (IsLike(Resource, finding.ResourceId) || IsLike(Resource, finding.ResourceName));

        private static string Required(JsonElement row, string member) =>
            AuditJson.Text(row, member) is { Length: > 0 } text ? text : throw Invalid($"a suppression has no {member}.");

        private static bool IsLike(string pattern, string? text) =>
            text is not null && new WildcardPattern(pattern, WildcardOptions.IgnoreCase).IsMatch(text);
    }
}
