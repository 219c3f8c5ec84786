using System.Text.RegularExpressions;
using CognitoPS.LocalServer.Errors;
using CognitoPS.LocalServer.State;

namespace CognitoPS.LocalServer.Users;

/// <summary>The one condition that ListUsers takes: attribute = "value" or attribute ^= "start".</summary>
internal sealed class UserFilter
{
    private static readonly Regex Grammar = new(
        """^\s*("?)([\w:]+)\1\s*(\^?=)\s*"((?:[^"\\]|\\.)*)"\s*\z""",
        RegexOptions.CultureInvariant | RegexOptions.Singleline
    );
    private static readonly Regex Escape = new(@"\\(.)", RegexOptions.CultureInvariant | RegexOptions.Singleline);

    private static readonly HashSet<string> Attributes =
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

    private readonly string _attribute;
    private readonly string _value;
    private readonly bool _prefix;
    private readonly StringComparison _comparison;

    private UserFilter(string attribute, string value, bool prefix, StringComparison comparison)
    {
        (_attribute, _value, _prefix, _comparison) = (attribute, value, prefix, comparison);
    }

    internal static UserFilter? Parse(string? text, UserPool pool)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        Match match = Grammar.Match(text!);
        if (!match.Success)
            throw ServiceException.Invalid("Error while parsing filter.");
        string attribute = match.Groups[2].Value;
        if (!Attributes.Contains(attribute))
            throw ServiceException.Invalid($"Invalid search attribute: {attribute}");
        bool ignoreCase =
            attribute == "cognito:user_status" || (attribute == "email" && pool.NameComparer == StringComparer.OrdinalIgnoreCase);
        return new UserFilter(
            attribute,
            Escape.Replace(match.Groups[4].Value, "$1"),
            match.Groups[3].Length == 2,
            ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal
        );
    }

    /// <summary>Where users that match begin and end in the order of subs; null when there can be none.</summary>
    internal (Guid From, Guid To)? SubRange
    {
        get
        {
            if (_attribute != "sub")
                return (Guid.Empty, Last);
            bool whole = _value.Length <= 36 && (_prefix || _value.Length == 36);
            return
                whole
                && Guid.TryParseExact(_value + Guid.Empty.ToString().Substring(_value.Length), "D", out Guid from)
                && Guid.TryParseExact(_value + Last.ToString().Substring(_value.Length), "D", out Guid to)
                ? (from, to)
                : null;
        }
    }

    internal static Guid Last { get; } = new("ffffffff-ffff-ffff-ffff-ffffffffffff");

    /// <summary>A username that the condition asks for by itself.</summary>
    internal string? Username => _attribute == "username" && !_prefix ? _value : null;

    internal bool Matches(User user)
    {
        if (_attribute == "sub")
            return true;
        string? actual = _attribute switch
        {
            "username" => user.Username,
            "cognito:user_status" => StatusNames[(int)user.Status],
            "status" => user.Enabled ? "Enabled" : "Disabled",
            _ => user.Attributes[_attribute],
        };
        return actual is not null && (_prefix ? actual.StartsWith(_value, _comparison) : string.Equals(actual, _value, _comparison));
    }

    internal static string[] StatusNames { get; } = Enum.GetNames(typeof(UserStatus));
}
