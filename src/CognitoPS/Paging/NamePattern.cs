using System.Management.Automation;
using CognitoPS.Errors;

namespace CognitoPS.Paging;

/// <summary>A name with wildcards, or none, which every name matches.</summary>
internal readonly struct NamePattern
{
    private readonly WildcardPattern? _pattern;

    private NamePattern(WildcardPattern? pattern) => _pattern = pattern;

    /// <exception cref="CognitoException">InvalidPattern.</exception>
    public static NamePattern Of(string? pattern) => new(pattern is null ? null : Parse(pattern, WildcardOptions.IgnoreCase));

    /// <summary>The pattern, found to be one.</summary>
    /// <exception cref="CognitoException">InvalidPattern.</exception>
    public static WildcardPattern Parse(string pattern, WildcardOptions options)
    {
        try
        {
            var wildcards = new WildcardPattern(pattern, options);
            _ = wildcards.IsMatch(""); // It is compiled, and found wrong, when it is first used.
            return wildcards;
        }
        catch (WildcardPatternException exception)
        {
            throw new CognitoException(
                "InvalidPattern",
                ErrorCategory.InvalidArgument,
                $"'{pattern}' is not a valid wildcard pattern.",
                "Escape a bracket that is part of the name, as in `[ or `].",
                exception
            );
        }
    }

    public bool IsMatch(string? name) => _pattern?.IsMatch(name ?? "") ?? true;
}
