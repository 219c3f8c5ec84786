using System.Management.Automation;
using System.Text.Json;
using CognitoPS.Errors;

namespace CognitoPS.Audit;

/// <summary>The findings of an earlier run, from what ConvertTo-Json made of them.</summary>
internal sealed class Baseline
{
    /// <summary>Some hundred thousand findings.</summary>
    public const long LargestFile = 256 * 1024 * 1024;

    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>Reads a file's text.</summary>
    /// <exception cref="CognitoException">InvalidBaseline.</exception>
    public static Baseline Parse(string json)
    {
        var baseline = new Baseline();
        try
        {
            using var document = JsonDocument.Parse(json, AuditJson.Lenient);
            foreach (JsonElement finding in AuditJson.Items(document.RootElement))
            {
                if (AuditJson.Text(finding, "RuleId") is not { } rule || AuditJson.Text(finding, "ResourceId") is not { } resource)
                    throw Invalid("it contains something that is not a finding.", null);
                if (AuditJson.Text(finding, "Status") is nameof(FindingStatus.Fail) or nameof(FindingStatus.Unknown))
                    baseline._known.Add(Key(rule, AuditJson.Text(finding, "UserPoolId"), resource, AuditJson.Text(finding, "Evidence")));
            }
        }
        catch (JsonException exception)
        {
            throw Invalid(exception.Message, exception);
        }

        return baseline;
    }

    /// <summary>Whether the earlier run had the same: rule, thing and evidence.</summary>
    public bool Knows(Finding finding) => _known.Contains(KeyOf(finding));

    /// <summary>What tells a finding from others, and is the same in the next run.</summary>
    public static string KeyOf(Finding finding) =>
        Key(finding.Rule.Id, finding.UserPoolId, finding.ResourceId, finding.Evidence?.ToString());

    private static string Key(string rule, string? pool, string resource, string? evidence) =>
        string.Join("\n", rule, pool, resource, evidence);

    private static CognitoException Invalid(string what, Exception? cause) =>
        new(
            "InvalidBaseline",
            ErrorCategory.InvalidData,
            $"The baseline is not valid: {what}",
            "Create it with Test-CognitoUserPool | ConvertTo-Json | Set-Content baseline.json.",
            cause
        );
}
