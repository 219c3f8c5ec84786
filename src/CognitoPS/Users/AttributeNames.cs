using System.Management.Automation;
using CognitoPS.Errors;
using CognitoPS.Settings;

namespace CognitoPS.Users;

/// <summary>The attributes that users of a pool can have, found by the names that people write.</summary>
/// <param name="known">The names in the pool's schema; null when the schema may not be read.</param>
internal sealed class AttributeNames(IReadOnlyCollection<string>? known)
{
    private const string CustomPrefix = "custom:";
    private static readonly string[] Prefixes = ["", CustomPrefix, "dev:" + CustomPrefix];

    private static readonly HashSet<string> Standard = new(StringComparer.Ordinal)
    {
        "name",
        "given_name",
        "family_name",
        "middle_name",
        "nickname",
        "preferred_username",
        "profile",
        "picture",
        "website",
        "email",
        "email_verified",
        "gender",
        "birthdate",
        "zoneinfo",
        "locale",
        "phone_number",
        "phone_number_verified",
        "address",
        "updated_at",
    };

    /// <summary>The type of a birthdate: text, in the form of a date.</summary>
    public const string Date = "Date";

    /// <summary>The type of an attribute that every pool has; text for others.</summary>
    public static string StandardType(string name) =>
        name switch
        {
            "email_verified" or "phone_number_verified" => "Boolean",
            "updated_at" => "Number",
            "birthdate" => Date,
            _ => "String",
        };

    /// <summary>The attribute that every pool has and that is called so, letter case aside; null for none.</summary>
    public static string? StandardOf(string name) =>
        Standard.FirstOrDefault(standard => string.Equals(standard, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// Whether every pool has this attribute, so that its schema need not be read; username is what a provider's attribute can be
    /// mapped to.
    /// </summary>
    public static bool IsStandard(string name) => Standard.Contains(name) || name is "sub" or "identities" or "username";

    /// <summary>
    /// The full names of the attributes that <paramref name="names"/> mean: custom: is put in front where the schema says so.
    /// </summary>
    /// <exception cref="CognitoException">UnknownAttribute.</exception>
    public IReadOnlyList<string> Resolve(IReadOnlyList<string> names)
    {
        string?[] found = [.. names.Select(Find)];
        string[] unknown = [.. names.Where((_, i) => found[i] is null)];
        if (unknown.Length == 0)
            return found!;
        string[] there = [.. known!.Where(candidate => candidate != "sub").Select(Bare)];
        throw new CognitoException(
            "UnknownAttribute",
            ErrorCategory.InvalidArgument,
            unknown.Length == 1
                ? $"'{unknown[0]}' is not an attribute of this pool."
                : $"These are not attributes of this pool: {string.Join(", ", unknown)}.",
            $"{NearestName.Advice(unknown.Length == 1 ? Bare(unknown[0]) : "", there)} To add an attribute, use "
                + "Add-CognitoUserPoolAttribute."
        );
    }

    private string? Find(string name)
    {
        if (IsStandard(name))
            return name;
        if (known is null)
            return name.Contains(':') ? name : CustomPrefix + name;
        foreach (StringComparison comparison in (StringComparison[])[StringComparison.Ordinal, StringComparison.OrdinalIgnoreCase])
        {
            foreach (string prefix in Prefixes)
            {
                if (known.FirstOrDefault(candidate => string.Equals(candidate, prefix + name, comparison)) is { } found)
                    return found;
            }
        }

        return null;
    }

    private static string Bare(string name) => name.Substring(name.LastIndexOf(':') + 1);
}
