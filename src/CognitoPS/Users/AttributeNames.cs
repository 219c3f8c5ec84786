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

    /// <summary>Whether every pool has this attribute, so that its schema need not be read.</summary>
    public static bool IsStandard(string name) => Standard.Contains(name);

    /// <summary>
    /// The full name of the attribute that <paramref name="name"/> means: custom: is put in front where the schema says so.
    /// </summary>
    /// <exception cref="CognitoException">UnknownAttribute.</exception>
    public string Resolve(string name)
    {
        if (known is null)
            return IsStandard(name) || name.Contains(':') ? name : CustomPrefix + name;
        foreach (StringComparison comparison in (StringComparison[])[StringComparison.Ordinal, StringComparison.OrdinalIgnoreCase])
        {
            foreach (string prefix in Prefixes)
            {
                if (known.FirstOrDefault(candidate => string.Equals(candidate, prefix + name, comparison)) is { } found)
                    return found;
            }
        }

        string nearest = Bare(NearestName.Of(Bare(name), known.Where(candidate => candidate != "sub").Select(Bare)));
        throw new CognitoException(
            "UnknownAttribute",
            ErrorCategory.InvalidArgument,
            $"'{name}' is not an attribute of this pool.",
            $"Did you mean {nearest}? There are: {string.Join(", ", known.Where(candidate => candidate != "sub").Select(Bare))}. Add-CognitoUserPoolAttribute adds one."
        );
    }

    private static string Bare(string name) => name.Substring(name.LastIndexOf(':') + 1);
}
