using System.Management.Automation;
using System.Management.Automation.Internal;
using System.Text;

namespace CognitoPS.Playground;

/// <summary>
/// A line, or several, written at a terminal: arrow keys, history, completion. The candidates of NuGet did not fit
/// (not restorable everywhere, or no longer kept), so this is a small editor of our own.
/// </summary>
/// <param name="history">The lines that the up arrow brings back, or null.</param>
/// <param name="complete">What Tab completes with, or null.</param>
/// <param name="isIncomplete">Whether Enter opens another line; null where the text is an answer and no code.</param>
internal sealed class LineEditor(
    History? history = null,
    Func<string, int, CommandCompletion>? complete = null,
    Func<string, bool>? isIncomplete = null
)
{
    private const string Continuation = ">> ";

    private string _prompt = "";
    private string _text = "";
    private int _cursor;
    private int _cursorRow;
    private int _historyIndex;
    private string _unfinished = "";
    private CompletionMenu? _menu;

    /// <summary>What was entered; null when Ctrl+C (<see cref="Cancelled"/>) or Ctrl+D ended it.</summary>
    /// <param name="prompt">What stands before the text.</param>
    /// <param name="promptIsShown">Whether it stands there already.</param>
    public string? Read(string prompt, bool promptIsShown = false)
    {
        (_prompt, _text, _cursor, _cursorRow, _historyIndex, _unfinished, _menu) = (prompt, "", 0, 0, history?.Lines.Count ?? 0, "", null);
        if (promptIsShown)
            (_cursorRow, _) = Position("", 0, Terminal.Width);
        Cancelled = false;
        Console.TreatControlCAsInput = true;
        try
        {
            Draw();
            while (true)
            {
                bool goOn = Handle(Console.ReadKey(intercept: true));
                // Pasted text is drawn once.
                if (!goOn || !Console.KeyAvailable)
                    Draw();
                if (goOn)
                    continue;
                Console.WriteLine(Cancelled ? "^C" : "");
                return Cancelled || _text == "\x4" ? null : _text;
            }
        }
        finally
        {
            Console.TreatControlCAsInput = false;
        }
    }

    public bool Cancelled { get; private set; }

    /// <summary>False when the line is finished.</summary>
    private bool Handle(ConsoleKeyInfo key)
    {
        bool control = key.Modifiers.HasFlag(ConsoleModifiers.Control);
        if (key.Key == ConsoleKey.Tab && !Console.KeyAvailable)
        {
            Complete(key.Modifiers.HasFlag(ConsoleModifiers.Shift) ? -1 : 1);
            return true;
        }

        _menu = null;
        switch (key.Key)
        {
            case ConsoleKey.Enter:
                return !Enter();
            case ConsoleKey.C when control:
                (_cursor, Cancelled) = (_text.Length, true);
                return false;
            case ConsoleKey.D when control && _text.Length == 0:
                _text = "\x4";
                return false;
            case ConsoleKey.L when control:
                Console.Write("\e[H\e[2J");
                _cursorRow = 0;
                break;
            case ConsoleKey.LeftArrow:
                _cursor = control ? WordStart() : Math.Max(0, _cursor - 1);
                break;
            case ConsoleKey.RightArrow:
                _cursor = control ? WordEnd() : Math.Min(_text.Length, _cursor + 1);
                break;
            case ConsoleKey.UpArrow:
                if (!MoveLine(-1))
                    Recall(-1);
                break;
            case ConsoleKey.DownArrow:
                if (!MoveLine(1))
                    Recall(1);
                break;
            case ConsoleKey.P when control:
                Recall(-1);
                break;
            case ConsoleKey.N when control:
                Recall(1);
                break;
            case ConsoleKey.Home or ConsoleKey.A when control || key.Key == ConsoleKey.Home:
                _cursor = LineStart();
                break;
            case ConsoleKey.End or ConsoleKey.E when control || key.Key == ConsoleKey.End:
                _cursor = LineEnd();
                break;
            case ConsoleKey.U when control:
                Delete(LineStart(), _cursor);
                break;
            case ConsoleKey.K when control:
                Delete(_cursor, LineEnd());
                break;
            case ConsoleKey.W when control:
                Delete(WordStart(), _cursor);
                break;
            case ConsoleKey.Backspace:
                Delete(control || key.Modifiers.HasFlag(ConsoleModifiers.Alt) ? WordStart() : Math.Max(0, _cursor - 1), _cursor);
                break;
            case ConsoleKey.Delete or ConsoleKey.D when control || key.Key == ConsoleKey.Delete:
                Delete(_cursor, Math.Min(_text.Length, _cursor + 1));
                break;
            case ConsoleKey.Tab:
                Insert("    ");
                break;
            default:
                if (!char.IsControl(key.KeyChar))
                    Insert(key.KeyChar.ToString());
                break;
        }

        return true;
    }

    /// <summary>True when the line is finished: not in the midst of pasted text, and not while the parser waits for more.</summary>
    private bool Enter()
    {
        bool pasted = isIncomplete is not null && Console.KeyAvailable;
        if (!pasted && isIncomplete?.Invoke(_text) != true)
        {
            _cursor = _text.Length;
            return true;
        }

        Insert("\n");
        return false;
    }

    private void Complete(int step)
    {
        if (complete is null)
            return;
        if (_menu is null)
        {
            CommandCompletion completion = complete(_text, _cursor);
            if (completion.CompletionMatches.Count == 0)
                return;
            _menu = new CompletionMenu(_text, completion);
        }

        (_text, _cursor) = _menu.Move(step);
        if (_menu.Count == 1)
            _menu = null;
    }

    private void Recall(int step)
    {
        int index = _historyIndex + step;
        if (history is null || index < 0 || index > history.Lines.Count)
            return;
        if (_historyIndex == history.Lines.Count)
            _unfinished = _text;
        _text = index == history.Lines.Count ? _unfinished : history.Lines[index];
        (_historyIndex, _cursor) = (index, _text.Length);
    }

    /// <summary>Moves the cursor to the line above or below, where there is one.</summary>
    private bool MoveLine(int step)
    {
        int column = _cursor - LineStart();
        int start =
            step < 0
                ? (LineStart() == 0 ? -1 : _text.LastIndexOf('\n', Math.Max(0, LineStart() - 2)) + 1)
                : (LineEnd() == _text.Length ? -1 : LineEnd() + 1);
        if (start < 0)
            return false;
        int end = _text.IndexOf('\n', start);
        _cursor = Math.Min(start + column, end < 0 ? _text.Length : end);
        return true;
    }

    private void Insert(string text)
    {
        _text = _text.Insert(_cursor, text);
        _cursor += text.Length;
    }

    private void Delete(int start, int end)
    {
        _text = _text.Remove(start, end - start);
        _cursor = start;
    }

    private int LineStart() => _cursor == 0 ? 0 : _text.LastIndexOf('\n', _cursor - 1) + 1;

    private int LineEnd() => _text.IndexOf('\n', _cursor) is >= 0 and var end ? end : _text.Length;

    private int WordStart()
    {
        int position = _cursor;
        while (position > 0 && char.IsWhiteSpace(_text[position - 1]))
            position--;
        while (position > 0 && !char.IsWhiteSpace(_text[position - 1]))
            position--;
        return position;
    }

    private int WordEnd()
    {
        int position = _cursor;
        while (position < _text.Length && char.IsWhiteSpace(_text[position]))
            position++;
        while (position < _text.Length && !char.IsWhiteSpace(_text[position]))
            position++;
        return position;
    }

    /// <summary>Draws prompt, text and candidates over what was drawn before, in one write.</summary>
    private void Draw()
    {
        int width = Terminal.Width;
        string text = _text == "\x4" ? "" : _text;
        StringBuilder screen = new();
        if (_cursorRow > 0)
            screen.Append($"\e[{_cursorRow}A");
        screen
            .Append("\r\e[J")
            .Append(_prompt)
            .Append((isIncomplete is null ? text : Syntax.Coloured(text)).Replace("\n", "\r\n" + Continuation));
        (int row, int column) = Position(text, text.Length, width);
        // A terminal wraps only with the next character.
        if (column == 0 && row > 0)
            screen.Append(" \r");
        foreach (string line in _menu?.Rows(width) ?? [])
        {
            screen.Append("\r\n").Append(line);
            row++;
        }

        (_cursorRow, column) = Position(text, Math.Min(_cursor, text.Length), width);
        if (row > _cursorRow)
            screen.Append($"\e[{row - _cursorRow}A");
        screen.Append('\r');
        if (column > 0)
            screen.Append($"\e[{column}C");
        Console.Write(screen.ToString());
    }

    /// <summary>Row and column of a place in the text, counted from the beginning of the prompt's last line.</summary>
    private (int Row, int Column) Position(string text, int index, int width)
    {
        int row = 0;
        int prefix = new StringDecorated(_prompt[(_prompt.LastIndexOf('\n') + 1)..]).ContentLength;
        int start = 0;
        for (int end = text.IndexOf('\n'); end >= 0 && end < index; end = text.IndexOf('\n', start))
        {
            row += Math.Max(1, (prefix + end - start + width - 1) / width);
            (start, prefix) = (end + 1, Continuation.Length);
        }

        int cells = prefix + index - start;
        return (row + (cells / width), cells % width);
    }
}
