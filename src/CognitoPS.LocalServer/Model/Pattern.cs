using System.Text.RegularExpressions;

namespace CognitoPS.LocalServer.Model;

/// <summary>
/// A pattern of the model, matched against whole values. It is compiled once it has proved to be in use: compiling all of them would cost
/// more than the server's start.
/// </summary>
internal sealed class Pattern(string text)
{
    private const int UsesBeforeCompiling = 500;

    // The service's patterns are Java's: \w is ASCII, and a symbol can lie outside the basic plane.
    private readonly string _expression = "^(?:" + text.Replace(@"\w", "a-zA-Z0-9_").Replace(@"\p{S}", @"\p{S}\p{Cs}") + @")\z";
    private Regex? _regex;
    private int _uses;

    internal string Text { get; } = text;

    internal bool Matches(string value)
    {
        Regex? regex = _regex;
        if (regex is null || Interlocked.Increment(ref _uses) == UsesBeforeCompiling)
            _regex = regex = new Regex(
                _expression,
                RegexOptions.CultureInvariant | (regex is null ? RegexOptions.None : RegexOptions.Compiled)
            );
        return regex.IsMatch(value);
    }
}
