using System.Management.Automation;

namespace CognitoPS.Pipeline;

/// <summary>A name with wildcards, or none, which every name matches.</summary>
internal readonly struct NamePattern
{
    private readonly WildcardPattern? _pattern;

    private NamePattern(WildcardPattern? pattern) => _pattern = pattern;

    public static NamePattern Of(string? pattern) => new(pattern is null ? null : new WildcardPattern(pattern, WildcardOptions.IgnoreCase));

    public bool IsMatch(string? name) => _pattern?.IsMatch(name ?? "") ?? true;
}
