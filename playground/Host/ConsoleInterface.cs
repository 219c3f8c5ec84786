using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Internal;
using System.Security;

namespace CognitoPS.Playground.Host;

/// <summary>What the engine writes and asks, on the console.</summary>
internal sealed class ConsoleInterface : PSHostUserInterface
{
    private const string ClearLine = "\r\e[K";

    private readonly Lock _gate = new();
    private readonly ConsoleReader _reader = new();
    private bool _showsProgress;
    private string _openLine = "";

    public ConsoleInterface() => PSStyle.Instance.OutputRendering = Terminal.Colours ? OutputRendering.Host : OutputRendering.PlainText;

    /// <summary>Where everything goes in addition to the console, or null.</summary>
    public TextWriter? Copy { get; set; }

    /// <summary>Where errors go.</summary>
    public TextWriter Errors { get; set; } = Console.Error;

    /// <summary>Whether an error was shown since this was last set.</summary>
    public bool ErrorShown { get; set; }

    public override PSHostRawUserInterface RawUI { get; } = new RawConsole();

    public override bool SupportsVirtualTerminal => Terminal.Colours;

    public override void Write(string value) => Write(Console.Out, value);

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) =>
        Write(Styled(PSStyle.MapForegroundColorToEscapeSequence(foregroundColor), value));

    public override void WriteLine(string value) => Write(value + Environment.NewLine);

    public override void WriteErrorLine(string value)
    {
        ErrorShown = true;
        Write(Errors, Styled(PSStyle.Instance.Formatting.Error, value) + Environment.NewLine);
    }

    public override void WriteWarningLine(string message) => WriteLine(Styled(PSStyle.Instance.Formatting.Warning, "WARNING: " + message));

    public override void WriteVerboseLine(string message) => WriteLine(Styled(PSStyle.Instance.Formatting.Verbose, "VERBOSE: " + message));

    public override void WriteDebugLine(string message) => WriteLine(Styled(PSStyle.Instance.Formatting.Debug, "DEBUG: " + message));

    public override void WriteProgress(long sourceId, ProgressRecord record)
    {
        if (!Terminal.Colours || !Terminal.Interactive)
            return;
        lock (_gate)
        {
            if (record.RecordType == ProgressRecordType.Completed)
            {
                RemoveProgress();
                return;
            }

            string percent = record.PercentComplete >= 0 ? $" {record.PercentComplete} %" : "";
            string left = record.SecondsRemaining >= 0 ? $", {TimeSpan.FromSeconds(record.SecondsRemaining):g} left" : "";
            string text = $"{record.Activity}: {record.StatusDescription}{percent}{left}".ReplaceLineEndings(" ");
            Console.Write(
                ClearLine + Styled(PSStyle.Instance.Progress.Style, text.Length < Terminal.Width ? text : text[..(Terminal.Width - 1)])
            );
            _showsProgress = true;
        }
    }

    /// <summary>Takes away a progress line that nobody completed.</summary>
    public void RemoveProgress()
    {
        lock (_gate)
        {
            if (_showsProgress)
                Console.Write(ClearLine);
            _showsProgress = false;
        }
    }

    public override string ReadLine()
    {
        string question = _openLine;
        _openLine = "";
        return _reader.ReadLine(question);
    }

    public override SecureString ReadLineAsSecureString()
    {
        _openLine = "";
        return _reader.ReadSecret();
    }

    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions)
    {
        WriteHeading(caption, message);
        return descriptions.ToDictionary(field => field.Name, field => PSObject.AsPSObject(Ask(field)));
    }

    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        WriteHeading(caption, message);
        (string Key, string Label)[] labels = [.. choices.Select(choice => Label(choice.Label))];
        while (true)
        {
            for (int i = 0; i < labels.Length; i++)
                Write(Styled(i == defaultChoice ? PSStyle.Instance.Foreground.BrightYellow : "", $"[{labels[i].Key}] {labels[i].Label}  "));
            Write(defaultChoice >= 0 ? $"[?] Help (default is \"{labels[defaultChoice].Key}\"): " : "[?] Help: ");
            string answer = ReadLine().Trim();
            if (answer.Length == 0 && defaultChoice >= 0)
                return defaultChoice;
            int chosen = Array.FindIndex(labels, label => Is(answer, label.Key) || Is(answer, label.Label));
            if (chosen >= 0)
                return chosen;
            if (answer != "?")
                continue;
            for (int i = 0; i < labels.Length; i++)
                WriteLine($"{labels[i].Key} - {choices[i].HelpMessage}");
        }
    }

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) =>
        PromptForCredential(caption, message, userName, targetName, PSCredentialTypes.Default, PSCredentialUIOptions.Default);

    public override PSCredential PromptForCredential(
        string caption,
        string message,
        string userName,
        string targetName,
        PSCredentialTypes allowedCredentialTypes,
        PSCredentialUIOptions options
    )
    {
        WriteHeading(caption, message);
        if (string.IsNullOrEmpty(userName))
        {
            Write("User: ");
            userName = ReadLine();
        }

        Write($"Password for user {userName}: ");
        return new PSCredential(userName, ReadLineAsSecureString());
    }

    private static bool Is(string answer, string name) => answer.Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>"Yes to &amp;All" is chosen by "A" and reads "Yes to All".</summary>
    private static (string Key, string Label) Label(string text)
    {
        int mark = text.IndexOf('&');
        return mark >= 0 && mark < text.Length - 1 ? (text[mark + 1].ToString().ToUpperInvariant(), text.Remove(mark, 1)) : (text, text);
    }

    private static string Styled(string style, string text) =>
        Terminal.Colours && style.Length > 0 ? style + text + PSStyle.Instance.Reset : text;

    private object Ask(FieldDescription field)
    {
        if (field.ParameterTypeName == nameof(PSCredential))
            return PromptForCredential("", "", "", "");
        if (field.ParameterTypeName.EndsWith("[]", StringComparison.Ordinal))
        {
            List<object> items = [];
            while (AskOne($"{field.Name}[{items.Count}]", field.ParameterTypeName[..^2]) is { } item and not "")
                items.Add(item);
            return items.ToArray();
        }

        return AskOne(field.Name, field.ParameterTypeName);
    }

    private object AskOne(string name, string type)
    {
        Write($"{name}: ");
        return type == nameof(SecureString) ? ReadLineAsSecureString() : ReadLine();
    }

    private void WriteHeading(string caption, string message)
    {
        if (!string.IsNullOrEmpty(caption))
            WriteLine(Environment.NewLine + Styled(PSStyle.Instance.Bold, caption));
        if (!string.IsNullOrEmpty(message))
            WriteLine(message);
    }

    private void Write(TextWriter writer, string value)
    {
        lock (_gate)
        {
            RemoveProgress();
            bool plain = !Terminal.Colours || (writer == Console.Error && Console.IsErrorRedirected);
            writer.Write(plain ? new StringDecorated(value).ToString(OutputRendering.PlainText) : value);
            Copy?.Write(value);
            _openLine = value.LastIndexOf('\n') is >= 0 and var end ? value[(end + 1)..] : _openLine + value;
        }
    }
}
