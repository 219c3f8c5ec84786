using System.Management.Automation;
using System.Text;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Paging;

namespace CognitoPS.Users;

/// <summary>One condition on users: sent to the service, which takes one, or held against what a list gives.</summary>
internal sealed class UserCondition
{
    /// <summary>What the service filters by.</summary>
    private static readonly string[] Searchable =
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

    private readonly string _value;
    private readonly bool _isPrefix;
    private readonly bool _isNegated;
    private readonly WildcardPattern? _pattern;

    private UserCondition(string attribute, string value, bool isPrefix, WildcardPattern? pattern, bool isNegated = false)
    {
        Attribute = attribute;
        _value = value;
        _isPrefix = isPrefix;
        _pattern = pattern;
        _isNegated = isNegated;
    }

    /// <summary>The attribute that it is about.</summary>
    public string Attribute { get; }

    /// <summary>The condition as the service takes it; null when it can only be tried here.</summary>
    public string? Filter =>
        _isNegated || _isPrefix && _value.Length == 0 || !Searchable.Contains(Attribute)
            ? null
            : $"{Attribute} {(_isPrefix ? "^=" : "=")} \"{_value.Replace("\\", "\\\\").Replace("\"", "\\\"")}\"";

    /// <summary>Whether it is about the account itself, which no schema names.</summary>
    public bool IsAboutAccount => Attribute is "username" or "cognito:user_status" or "status";

    /// <summary>How much the service leaves out by it, to send the best of several.</summary>
    public int Strength => (_isPrefix ? 0 : 1000) + (Attribute is "status" or "cognito:user_status" ? 0 : 100 + _value.Length);

    /// <summary>Whether a user's attributes are needed to try it here.</summary>
    public bool NeedsAttributes => !IsAboutAccount && Attribute != "sub";

    /// <summary>The service does all of it.</summary>
    public bool IsWhollySent => _pattern is null && Filter is not null;

    /// <summary>The condition that an attribute has a value, begins with it, or the opposite, which an absent attribute fulfils.</summary>
    public static UserCondition Of(string attribute, string value, bool isPrefix, bool isNegated) =>
        new(attribute, value, isPrefix, null, isNegated);

    /// <summary>The same condition on the attribute of another name.</summary>
    public UserCondition On(string attribute) => new(attribute, _value, _isPrefix, _pattern, _isNegated);

    /// <inheritdoc/>
    public override string ToString() =>
        _pattern is null
            ? $"{Attribute} {(_isNegated ? "!" : "")}{(_isPrefix ? "^" : "")}= \"{_value}\""
            : $"{Attribute} like \"{_value}…\"";

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
        StringComparison comparison = WithoutCase.Contains(Attribute) ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        bool holds =
            actual is not null
            && (
                _pattern is not null ? _pattern.IsMatch(actual)
                : _isPrefix ? actual.StartsWith(_value, comparison)
                : string.Equals(actual, _value, comparison)
            );
        return holds != _isNegated;
    }

    private string? ValueOf(UserType user) =>
        Attribute switch
        {
            "username" => user.Username,
            "cognito:user_status" => user.UserStatus?.Value,
            "status" => user.Enabled is true ? "Enabled" : "Disabled",
            _ => user.Attributes?.Find(attribute => attribute.Name == Attribute)?.Value,
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
}
