using System.Text.RegularExpressions;

namespace CognitoPS.Audit;

/// <summary>Names that tell what a thing is for.</summary>
internal static class AuditNames
{
    private static readonly Regex Administrators = Words(
        "admin",
        "admins",
        "administrator",
        "administrators",
        "root",
        "superuser",
        "superusers",
        "owners"
    );

    private static readonly Regex Trusted = Words(
        "role",
        "roles",
        "admin",
        "tenant",
        "tenantid",
        "organization",
        "organisation",
        "org",
        "orgid",
        "group",
        "groups",
        "permission",
        "permissions",
        "privilege",
        "privileges",
        "entitlement",
        "entitlements",
        "scope",
        "scopes",
        "plan",
        "tier",
        "account",
        "accountid",
        "isadmin"
    );

    /// <summary>Whether a group is named as one of administrators.</summary>
    public static bool IsAdministrators(string group) => Administrators.IsMatch(Separate(group));

    /// <summary>Whether a custom attribute is named as one that an application would decide by.</summary>
    public static bool IsTrusted(string attribute) =>
        attribute.StartsWith("custom:", StringComparison.Ordinal) && Trusted.IsMatch(Separate(attribute));

    private static Regex Words(params string[] words) =>
        new($"(^|[^a-z])({string.Join("|", words)})($|[^a-z])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>accountRole becomes account Role.</summary>
    private static string Separate(string name) => Regex.Replace(name, "(?<=[a-z])(?=[A-Z])", " ");
}
