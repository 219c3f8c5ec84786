using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CognitoPS.Audit;

/// <summary>Findings in the Static Analysis Results Interchange Format 2.1.0, which code scanning and many dashboards read.</summary>
internal static class SarifLog
{
    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";

    /// <summary>The log of one run as JSON.</summary>
    public static string Write(IReadOnlyList<Finding> findings, IReadOnlyList<Rule> rules)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("$schema", Schema);
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            json.WriteStartObject();
            json.WriteStartObject("tool");
            json.WriteStartObject("driver");
            json.WriteString("name", "CognitoPS");
            json.WriteString("semanticVersion", typeof(SarifLog).Assembly.GetName().Version!.ToString(3));
            json.WriteStartArray("rules");
            foreach (Rule rule in rules)
                WriteRule(json, rule);
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteStartArray("results");
            var places = rules
                .Select((rule, place) => (rule.Id, place))
                .ToDictionary(row => row.Id, row => row.place, StringComparer.Ordinal);
            foreach (Finding finding in findings)
                WriteResult(json, finding, places[finding.Rule.Id]);
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void WriteRule(Utf8JsonWriter json, Rule rule)
    {
        json.WriteStartObject();
        json.WriteString("id", rule.Id);
        WriteText(json, "shortDescription", rule.Title);
        WriteText(json, "fullDescription", rule.Why);
        WriteText(json, "help", rule.Manual is null ? rule.Why : $"{rule.Why} {rule.Manual}");
        json.WriteStartObject("defaultConfiguration");
        json.WriteString("level", Level(rule.Severity));
        json.WriteEndObject();
        json.WriteStartObject("properties");
        json.WriteString("security-severity", Score(rule.Severity));
        json.WriteStartArray("tags");
        json.WriteStringValue("security");
        foreach (string reference in rule.References)
            json.WriteStringValue(reference);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, Finding finding, int rule)
    {
        bool fails = finding.Status is FindingStatus.Fail || (finding.Status is FindingStatus.Suppressed && finding.Evidence is not null);
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Rule.Id);
        json.WriteNumber("ruleIndex", rule);
        json.WriteString("kind", Kind(finding, fails));
        json.WriteString("level", fails ? Level(finding.Rule.Severity) : "none");
        WriteText(json, "message", Message(finding));
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", $"{finding.Region}/{finding.UserPoolId}");
        json.WriteEndObject();
        json.WriteStartObject("region");
        json.WriteNumber("startLine", 1);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartArray("logicalLocations");
        json.WriteStartObject();
        json.WriteString("name", finding.ResourceName ?? finding.ResourceId);
        json.WriteString("fullyQualifiedName", $"{finding.UserPoolId}/{finding.Rule.ResourceType}/{finding.ResourceId}");
        json.WriteString("kind", "resource");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("partialFingerprints");
        json.WriteString("cognitoFinding/v1", Fingerprint(finding));
        json.WriteEndObject();
        if (finding.Status is FindingStatus.Suppressed)
        {
            json.WriteStartArray("suppressions");
            json.WriteStartObject();
            json.WriteString("kind", "external");
            json.WriteString("status", "accepted");
            json.WriteString("justification", finding.Reason);
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteStartObject("properties");
        json.WriteString("severity", finding.Rule.Severity.ToString());
        if (finding.Evidence is { } evidence)
            json.WriteString("evidence", evidence.ToString());
        if (finding.Remedy is { } remedy)
            json.WriteString("remedy", remedy.ToString());
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string Message(Finding finding)
    {
        var text = new StringBuilder(finding.Rule.Title).Append(": ").Append(Words(finding.Status));
        if (finding.Evidence is { } evidence)
            text.Append(", ").Append(evidence);
        text.Append('.');
        if (finding.Reason is { } reason)
            text.Append(' ').Append(reason);
        if (finding.Remedy is { } remedy)
            text.Append(" Remedy: ").Append(remedy);
        return text.ToString();
    }

    private static string Words(FindingStatus status) =>
        status switch
        {
            FindingStatus.Fail => "no",
            FindingStatus.Pass => "yes",
            FindingStatus.NotApplicable => "does not apply",
            FindingStatus.Suppressed => "suppressed",
            _ => "unknown",
        };

    private static string Kind(Finding finding, bool fails) =>
        fails ? "fail"
        : finding.Status is FindingStatus.Pass ? "pass"
        : finding.Status is FindingStatus.NotApplicable ? "notApplicable"
        : "open";

    private static string Level(Severity severity) =>
        severity switch
        {
            Severity.Critical or Severity.High => "error",
            Severity.Medium => "warning",
            _ => "note",
        };

    /// <summary>In the middle of what code scanning takes for each level.</summary>
    private static string Score(Severity severity) =>
        severity switch
        {
            Severity.Critical => "9.5",
            Severity.High => "8.0",
            Severity.Medium => "5.5",
            Severity.Low => "2.5",
            _ => "0.1",
        };

    private static string Fingerprint(Finding finding)
    {
        using var hash = SHA256.Create();
        return string.Concat(
            hash.ComputeHash(Encoding.UTF8.GetBytes(Baseline.KeyOf(finding))).Take(16).Select(part => part.ToString("x2"))
        );
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }
}
