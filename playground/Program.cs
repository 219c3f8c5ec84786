using System.Management.Automation.Language;
using System.Text.RegularExpressions;
using CognitoPS.Playground;

// Read by the engine when it starts: nobody asked for its telemetry.
Environment.SetEnvironmentVariable("POWERSHELL_TELEMETRY_OPTOUT", "1");

return args switch
{
    ["-help" or "--help" or "-h" or "-?", ..] => Print(Texts.Help),
    ["-pwsh" or "--pwsh"] => PowerShellProcess.Run(),
    [] => WithSession(Tour.Run),
    ["-i"] => WithSession(InteractivePrompt.Run),
    ["-c", _, ..] => WithSession(session => RunCommands(session, string.Join(' ', args[1..]))),
    [var script, ..] when !script.StartsWith('-') => WithSession(session => RunScript(session, script, args[1..])),
    _ => Print(Texts.Help, exitCode: 2),
};

static int WithSession(Func<Session, int> run)
{
    using Session session = new();
    Console.CancelKeyPress += (_, pressed) =>
    {
        pressed.Cancel = true;
        session.Stop();
    };
    return session.Ready ? run(session) : 1;
}

static int RunCommands(Session session, string commands)
{
    bool succeeded = session.Run(commands);
    return session.Host.ExitCode ?? (succeeded ? 0 : 1);
}

static int RunScript(Session session, string script, string[] arguments)
{
    if (!File.Exists(script))
    {
        Console.Error.WriteLine($"There is no file '{script}'.");
        return 2;
    }

    // A word that looks like a parameter is one, as pwsh -File has it.
    IEnumerable<string> words = arguments.Select(word => Regex.IsMatch(word, @"^-[A-Za-z]\w*:?$") ? word : Quoted(word));
    return RunCommands(
        session,
        $"& {Quoted(Path.GetFullPath(script))} {string.Join(' ', words)}; if ($LASTEXITCODE) {{ exit $LASTEXITCODE }}"
    );
}

static string Quoted(string text) => $"'{CodeGeneration.EscapeSingleQuotedStringContent(text)}'";

static int Print(string text, int exitCode = 0)
{
    Console.WriteLine(text);
    return exitCode;
}
