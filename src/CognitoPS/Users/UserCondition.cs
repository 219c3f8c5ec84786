using System.Management.Automation;
using System.Text;
using System.Text.RegularExpressions;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Errors;
using CognitoPS.Paging;

namespace CognitoPS.Users;

/// <summary>One condition on users: sent to the service, which takes one, or held against what a list gives.</summary>
internal sealed class UserCondition
{
    private static readonly string[] Attributes =
    [
        "username",
        "email",
        "phone_number",
        "name",
        "given_name",
        "family_name",
        "preferred_username",
        "cognito:user_status",
        "status",
        "sub",
    ];
    private static readonly string[] WithoutCase = ["email", "cognito:user_status"];
    private static readonly char[] Wildcards = ['*', '?', '[', ']', '`'];
    private static readonly Regex Grammar = new(
        """^\s*("?)(?<name>[\w:]+)\1\s*(?<operator>\^?=)\s*"(?<value>(?:[^"\\]|\\.)*)"\s*$""",
        RegexOptions.CultureInvariant | RegexOptions.Singleline
    );
    private static readonly Regex Escaped = new(@"\\(.)", RegexOptions.CultureInvariant | RegexOptions.Singleline);

    private readonly string _attribute;
    private readonly string _value;
    private readonly bool _isPrefix;
    private readonly WildcardPattern? _pattern;

    private UserCondition(string attribute, string value, bool isPrefix, WildcardPattern? pattern)
    {
        _attribute = attribute;
        _value = value;
        _isPrefix = isPrefix;
        _pattern = pattern;
    }

    /// <summary>The condition as the service takes it; null when it can only be tried here.</summary>
    public string? Filter =>
        _isPrefix && _value.Length == 0
            ? null
            : $"{_attribute} {(_isPrefix ? "^=" : "=")} \"{_value.Replace("\\", "\\\\").Replace("\"", "\\\"")}\"";

    /// <summary>How much the service leaves out by it, to send the best of several.</summary>
    public int Strength => (_isPrefix ? 0 : 1000) + (_attribute is "status" or "cognito:user_status" ? 0 : 100 + _value.Length);

    /// <summary>Whether a user's attributes are needed to try it here.</summary>
    public bool NeedsAttributes => _attribute is not ("username" or "cognito:user_status" or "status" or "sub");

    /// <summary>The service does all of it.</summary>
    public bool IsWhollySent => _pattern is null && Filter is not null;

    /// <summary>Reads what -Filter takes.</summary>
    /// <exception cref="CognitoException">InvalidFilter.</exception>
    public static UserCondition Parse(string filter)
    {
        Match match = Grammar.Match(filter);
        if (!match.Success)
            throw Invalid($"'{filter}' is not a condition.");
        string attribute = match.Groups["name"].Value;
        if (!Attributes.Contains(attribute))
            throw Invalid(
                "Users cannot be filtered by "
                    + $"'{attribute}'{(attribute.StartsWith("custom:", StringComparison.Ordinal) ? ": the service does not search custom attributes" : "")}."
            );
        return new UserCondition(attribute, Escaped.Replace(match.Groups["value"].Value, "$1"), match.Groups["operator"].Length == 2, null);
    }

    /// <summary>The condition that an attribute is like <paramref name="pattern"/>, which may have wildcards.</summary>
    public static UserCondition Like(string attribute, string pattern)
    {
        if (!WildcardPattern.ContainsWildcardCharacters(pattern))
            return new UserCondition(attribute, WildcardPattern.Unescape(pattern), false, null);
        string prefix = BeforeWildcard(pattern);
        bool isBeginning = pattern.Length == prefix.Length + 1 && pattern[pattern.Length - 1] == '*' && prefix.Length > 0;
        return new UserCondition(
            attribute,
            prefix,
            true,
            isBeginning
                ? null
                : NamePattern.Parse(pattern, WithoutCase.Contains(attribute) ? WildcardOptions.IgnoreCase : WildcardOptions.None)
        );
    }

    /// <summary>Whether a user fulfils it.</summary>
    public bool Matches(UserType user)
    {
        string? actual = ValueOf(user);
        StringComparison comparison = WithoutCase.Contains(_attribute) ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        return actual is not null
            && (
                _pattern is not null ? _pattern.IsMatch(actual)
                : _isPrefix ? actual.StartsWith(_value, comparison)
                : string.Equals(actual, _value, comparison)
            );
    }

    private string? ValueOf(UserType user) =>
        _attribute switch
        {
            "username" => user.Username,
            "cognito:user_status" => user.UserStatus?.Value,
            "status" => user.Enabled is true ? "Enabled" : "Disabled",
            _ => user.Attributes?.Find(attribute => attribute.Name == _attribute)?.Value,
        };

    private static string BeforeWildcard(string pattern)
    {
        var prefix = new StringBuilder();
        foreach (char c in pattern)
        {
            if (Wildcards.Contains(c))
                break;
            prefix.Append(c);
        }

        return prefix.ToString();
    }

    private static CognitoException Invalid(string message) =>
        new(
            "InvalidFilter",
            ErrorCategory.InvalidArgument,
            message,
            $"A filter is one condition: attribute = \"value\", or attribute ^= \"beginning\". Attributes: "
                + $"{string.Join(", ", Attributes)}. A quote in a value is written \\\". -Email, -Status and others take plain "
                + $"values with wildcards."
        );
}
