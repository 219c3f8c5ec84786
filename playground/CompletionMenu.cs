using System.Management.Automation;
using System.Text;

namespace CognitoPS.Playground;

/// <summary>The candidates for the word at the cursor, one of which stands in the line.</summary>
internal sealed class CompletionMenu(string text, CommandCompletion completion)
{
    private const int Gap = 2;
    private const int MostRows = 8;

    private int _chosen = -1;

    public int Count => completion.CompletionMatches.Count;

    /// <summary>The line with the next (1) or the previous (-1) candidate, and where the cursor stands behind it.</summary>
    public (string Text, int Cursor) Move(int step)
    {
        _chosen = (Math.Max(_chosen, step < 0 ? 0 : -1) + step + Count) % Count;
        string word = completion.CompletionMatches[_chosen].CompletionText;
        int start = completion.ReplacementIndex;
        return (text[..start] + word + text[(start + completion.ReplacementLength)..], start + word.Length);
    }

    /// <summary>The candidates in columns, the rows around the chosen one, and what the chosen one is.</summary>
    public IReadOnlyList<string> Rows(int width)
    {
        string[] items = [.. completion.CompletionMatches.Select(match => Shortened(match.ListItemText, width - Gap))];
        int column = items.Max(item => item.Length) + Gap;
        int columns = Math.Max(1, (width - 1) / column);
        int rows = (items.Length + columns - 1) / columns;
        int first = Math.Clamp((_chosen / columns) - (MostRows / 2), 0, Math.Max(0, rows - MostRows));
        List<string> lines = [];
        for (int row = first; row < Math.Min(rows, first + MostRows); row++)
        {
            StringBuilder line = new();
            for (int i = row * columns; i < Math.Min(items.Length, (row + 1) * columns); i++)
                line.Append(i == _chosen ? $"\e[7m{items[i]}\e[0m" : items[i]).Append(' ', column - items[i].Length);
            lines.Add(line.ToString());
        }

        CompletionResult chosen = completion.CompletionMatches[_chosen];
        if (chosen.ToolTip != chosen.ListItemText)
            lines.Add($"\e[2m{Shortened(chosen.ToolTip.Trim(), width - 1)}\e[0m");
        return lines;
    }

    private static string Shortened(string text, int width)
    {
        text = text.ReplaceLineEndings(" ");
        return text.Length <= width ? text : text[..(width - 1)] + "…";
    }
}
