using System.Management.Automation;
using System.Management.Automation.Language;
using System.Text;

namespace CognitoPS.Playground;

/// <summary>What the parser knows of a line that is being written.</summary>
internal static class Syntax
{
    private const string Reset = "\e[0m";

    /// <summary>Whether the parser waits for more, as after an open brace or a pipe.</summary>
    public static bool IsIncomplete(string text)
    {
        Parser.ParseInput(text, out _, out ParseError[] errors);
        return errors.Any(error => error.IncompleteInput);
    }

    /// <summary>The line with its commands, parameters, strings and variables in colours.</summary>
    public static string Coloured(string text)
    {
        if (!Terminal.Colours)
            return text;
        Parser.ParseInput(text, out Token[] tokens, out _);
        StringBuilder coloured = new();
        int position = 0;
        foreach (Token token in tokens)
        {
            (int start, int end) = (token.Extent.StartOffset, token.Extent.EndOffset);
            if (start < position || Colour(token) is not { } colour)
                continue;
            coloured.Append(text, position, start - position).Append(colour).Append(text, start, end - start).Append(Reset);
            position = end;
        }

        return coloured.Append(text, position, text.Length - position).ToString();
    }

    private static string? Colour(Token token) =>
        token switch
        {
            { TokenFlags: var flags } when flags.HasFlag(TokenFlags.CommandName) => PSStyle.Instance.Foreground.BrightYellow,
            { TokenFlags: var flags } when flags.HasFlag(TokenFlags.Keyword) => PSStyle.Instance.Foreground.BrightGreen,
            { Kind: TokenKind.Parameter } => PSStyle.Instance.Foreground.BrightBlack,
            { Kind: TokenKind.Comment } => PSStyle.Instance.Foreground.Green,
            { Kind: TokenKind.Variable or TokenKind.SplattedVariable } => PSStyle.Instance.Foreground.BrightGreen,
            StringToken { Kind: not TokenKind.Generic } => PSStyle.Instance.Foreground.Cyan,
            _ => null,
        };
}
