using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace CognitoPS.Tests.Support;

/// <summary>
/// A program at a pseudo-terminal, which the system's 'script' gives it: what is typed goes through the terminal's line discipline, so
/// that Ctrl+C is a signal. It answers where its cursor is, and nothing else that terminals know.
/// </summary>
internal sealed class Terminal : IDisposable
{
    private const string WhereIsTheCursor = "\e[6n";
    private const string InTheCorner = "\e[1;1R";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Process _script;
    private readonly Task _reading;
    private readonly StringBuilder _shown = new();
    private int _seen;

    public Terminal(ProcessStartInfo program)
    {
        string command =
            $"stty cols 100 rows 40; exec {string.Join(' ', program.ArgumentList.Prepend(program.FileName).Select(word => $"'{word}'"))}";
        string[] arguments = OperatingSystem.IsMacOS() ? ["-q", "/dev/null", "sh", "-c", command] : ["-qefc", command, "/dev/null"];
        ProcessStartInfo start = new("script", arguments) { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach ((string name, string? value) in program.Environment)
            start.Environment[name] = value;
        start.Environment["TERM"] = "xterm";
        // Without colors PSReadLine draws otherwise, and whoever runs the tests may have asked for none.
        start.Environment.Remove("NO_COLOR");
        _script = Process.Start(start)!;
        _reading = ReadAsync();
    }

    /// <summary>What a person types; Enter is \r.</summary>
    public async Task TypeAsync(string text)
    {
        await _script.StandardInput.WriteAsync(text);
        await _script.StandardInput.FlushAsync();
    }

    /// <summary>Waits until the program asks for a line at a prompt.</summary>
    public Task PromptAsync() => ShowsAsync(@"PS [^>\r\n]*> \e\[\?1h\e\[6n");

    /// <summary>Waits until the terminal shows something new that fits.</summary>
    public async Task ShowsAsync(string pattern)
    {
        Regex wanted = new(pattern);
        for (var waiting = Stopwatch.StartNew(); waiting.Elapsed < Patience; await Task.Delay(20))
        {
            lock (_shown)
            {
                if (wanted.Match(_shown.ToString(), _seen) is not { Success: true } match)
                    continue;
                _seen = match.Index + match.Length;
                return;
            }
        }

        lock (_shown)
            throw new TimeoutException(
                $"The terminal does not show {pattern}, but:{Environment.NewLine}{_shown.ToString(_seen, _shown.Length - _seen)}"
            );
    }

    /// <summary>Waits until the program ends, and gives its exit code.</summary>
    public async Task<int> EndAsync()
    {
        using CancellationTokenSource late = new(Patience);
        await _script.WaitForExitAsync(late.Token);
        return _script.ExitCode;
    }

    public void Dispose()
    {
        if (!_script.HasExited)
            _script.Kill(entireProcessTree: true);
        _reading.Wait(Patience);
        _script.Dispose();
    }

    private async Task ReadAsync()
    {
        char[] buffer = new char[4096];
        while (await _script.StandardOutput.ReadAsync(buffer) is > 0 and int count)
        {
            string text = new(buffer, 0, count);
            lock (_shown)
                _shown.Append(text);
            for (
                int i = text.IndexOf(WhereIsTheCursor, StringComparison.Ordinal);
                i >= 0;
                i = text.IndexOf(WhereIsTheCursor, i + 1, StringComparison.Ordinal)
            )
                await TypeAsync(InTheCorner);
        }
    }
}
