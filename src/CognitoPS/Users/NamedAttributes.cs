using System.Management.Automation;
using CognitoPS.Errors;

namespace CognitoPS.Users;

/// <summary>Attributes that were given by parameters of their own.</summary>
internal static class NamedAttributes
{
    /// <summary>Those that were given at all.</summary>
    public static Dictionary<string, object?> Of(params (string Attribute, string? Value)[] parameters) =>
        parameters
            .Where(one => one.Value is not null)
            .ToDictionary(one => one.Attribute, one => (object?)one.Value, StringComparer.Ordinal);

    /// <summary>Them beside the attributes of a hashtable, in which none of them may stand again.</summary>
    /// <exception cref="CognitoException">AmbiguousAttribute.</exception>
    public static Dictionary<string, object?> Beside(this Dictionary<string, object?> named, Dictionary<string, object?>? table)
    {
        foreach (KeyValuePair<string, object?> pair in table ?? [])
        {
            if (named.ContainsKey(pair.Key))
            {
                throw new CognitoException(
                    "AmbiguousAttribute",
                    ErrorCategory.InvalidArgument,
                    $"The attribute {pair.Key} has two values, one in -Attribute and one in its own parameter.",
                    "Leave one of them out."
                );
            }

            named[pair.Key] = pair.Value;
        }

        return named;
    }

    /// <summary>Them instead of what a piped user or row says.</summary>
    public static Dictionary<string, object?> Over(this Dictionary<string, object?> named, Dictionary<string, object?> piped)
    {
        foreach (KeyValuePair<string, object?> pair in piped)
        {
            if (!named.ContainsKey(pair.Key))
                named[pair.Key] = pair.Value;
        }

        return named;
    }
}
