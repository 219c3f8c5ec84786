using System.Management.Automation;

namespace CognitoPS.Pipeline;

/// <summary>A name with wildcards, or none, which every name matches.</summary>
internal readonly struct NamePattern
{
    private readonly WildcardPattern? _pattern;

    private NamePattern(WildcardPattern? pattern) => _pattern = pattern;

    /// <exception cref="CognitoException">InvalidPattern.</exception>
    public static NamePattern Of(string? pattern)
    {
        try
        {
            var wildcards = pattern is null ? null : new WildcardPattern(pattern, WildcardOptions.IgnoreCase);
            _ = wildcards?.IsMatch("");
            return new(wildcards);
        }
        catch (WildcardPatternException exception)
        {
            throw new CognitoException("InvalidPattern", ErrorCategory.InvalidArgument, $"'{pattern}' is not a valid pattern.", "Write a bracket that is part of the name as `[ or `].", exception);
        }
    }

    public bool IsMatch(string? name) => _pattern?.IsMatch(name ?? "") ?? true;
}
