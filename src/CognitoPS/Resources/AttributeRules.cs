using System.Management.Automation;
using CognitoPS.Errors;

namespace CognitoPS.Resources;

/// <summary>What holds for the names of attributes.</summary>
internal static class AttributeRules
{
    public const string CustomPrefix = "custom:";
    public const string DeveloperPrefix = "dev:";
    private const int LongestName = 20;

    /// <summary>Refuses a name that the service refuses when an attribute is made.</summary>
    /// <exception cref="CognitoException">InvalidAttributeName.</exception>
    public static void CheckName(string? name)
    {
        if (string.IsNullOrEmpty(name))
            throw Invalid("An attribute has no name.", "Add a Name of 1 to 20 characters.");
        if (
            name!.StartsWith(CustomPrefix, StringComparison.OrdinalIgnoreCase)
            || name.StartsWith(DeveloperPrefix, StringComparison.OrdinalIgnoreCase)
        )
            throw Invalid(
                $"'{name}' has a prefix that the service adds itself.",
                $"Use the name without the prefix: {name.Substring(name.LastIndexOf(':') + 1)}."
            );
        if (name.Length > LongestName)
            throw Invalid(
                $"'{name}' has {name.Length} characters.",
                $"The name of an attribute can have at most {LongestName} characters, not counting {CustomPrefix}"
            );
    }

    private static CognitoException Invalid(string message, string advice) =>
        new("InvalidAttributeName", ErrorCategory.InvalidArgument, message, advice);
}
