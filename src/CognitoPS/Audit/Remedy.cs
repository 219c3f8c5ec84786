using System.Globalization;
using System.Management.Automation.Language;
using System.Text.RegularExpressions;

namespace CognitoPS.Audit;

/// <summary>
/// A command of this module that mends a finding. As text it can be pasted and run: whatever the pool's names contain, they stay values.
/// </summary>
internal sealed record Remedy(string Command, params (string Parameter, object Value)[] Parameters)
{
    /// <summary>The commands that remedies are made of: nothing else is run.</summary>
    public static readonly string[] Commands =
    [
        "Add-CognitoTag",
        "Remove-CognitoUserPoolClientSecret",
        "Set-CognitoGroup",
        "Set-CognitoIdentityProvider",
        "Set-CognitoRiskConfiguration",
        "Set-CognitoUserPool",
        "Set-CognitoUserPoolClient",
        "Set-CognitoUserPoolDomain",
        "Set-CognitoUserPoolMfa",
    ];

    private static readonly Regex Word = new("^[A-Za-z][A-Za-z0-9_-]*$", RegexOptions.CultureInvariant);

    public override string ToString() =>
        Parameters.Aggregate(Command, (text, parameter) => $"{text} -{parameter.Parameter} {Argument(parameter.Value)}");

    private static string Argument(object value) =>
        value switch
        {
            string word when Word.IsMatch(word) => word,
            IEnumerable<string> words => string.Join(", ", words.Select(Argument)),
            _ => Text(value),
        };

    private static string Text(object value) =>
        value switch
        {
            string text => $"'{CodeGeneration.EscapeSingleQuotedStringContent(text)}'",
            bool on => on ? "$true" : "$false",
            int number => number.ToString(CultureInfo.InvariantCulture),
            Table table => $"@{{ {string.Join("; ", table.Members.Select(member => $"{Key(member.Name)} = {Text(member.Value)}"))} }}",
            IEnumerable<object> many => string.Join(", ", many.Select(Text)),
            _ => throw new ArgumentOutOfRangeException(
                nameof(value),
                value,
                "A remedy takes texts, numbers, truths, tables and lists of these."
            ),
        };

    private static string Key(string name) => Regex.IsMatch(name, "^[A-Za-z]+$") ? name : Text(name);
}

/// <summary>A hashtable of a remedy.</summary>
internal sealed record Table(params (string Name, object Value)[] Members);
