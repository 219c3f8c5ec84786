using System.Diagnostics;
using System.Text.Json;
using CognitoPS.Tools;

namespace CognitoPS.Tests.Support;

/// <summary>The real shell, with an empty home of its own: no profile, no modules, and no history of whoever runs the tests.</summary>
internal static class Pwsh
{
    /// <summary>Each object as text, and each error.</summary>
    private const string Answer = """
        $written = @(& ([scriptblock]::Create([Console]::In.ReadToEnd())) 2>&1)
        $errors, $output = $written.Where({ $_ -is [System.Management.Automation.ErrorRecord] }, 'Split')
        @{ Output = @($output | ForEach-Object { "$_" }); Errors = @($errors | ForEach-Object { "$_" }) } | ConvertTo-Json -Compress
        """;

    private static readonly TemporaryFolder Home = new();

    static Pwsh() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Home.Dispose();

    /// <summary>A process to start, made to have that home.</summary>
    public static ProcessStartInfo InHome(ProcessStartInfo start, string? home = null)
    {
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("XDG_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        start.Environment["HOME"] = home ?? Home.Name;
        start.Environment["PSModulePath"] = "";
        return start;
    }

    /// <summary>Runs a script in a process of its own.</summary>
    /// <param name="script">What is to run.</param>
    /// <param name="modulePath">A folder that modules are found in by name, beside those of the home and of the shell.</param>
    /// <param name="home">Another home than that of all tests.</param>
    public static async Task<ScriptResult> RunScriptAsync(string script, string modulePath = "", string? home = null)
    {
        ProcessStartInfo start = InHome(PowerShellTool.Start("-NoProfile", "-NonInteractive", "-Command", Answer), home);
        start.Environment["PSModulePath"] = modulePath;
        start.Environment["NO_COLOR"] = "1";
        ProcessResult result = await OtherProcess.RunAsync(start, script);
        // A script may show things on the way.
        return result.ExitCode == 0 && result.Output.TrimEnd().Split('\n')[^1] is ['{', ..] answer
            ? JsonSerializer.Deserialize<ScriptResult>(answer)!
            : throw new InvalidOperationException($"{result.ExitCode}: {result.Output}{result.Errors}");
    }

    /// <summary>Runs a script file of the tests, which gets the module's manifest and the tests' own assembly, and answers in JSON.</summary>
    /// <param name="path">The file, below the folder of these tests.</param>
    /// <param name="environment">Environment variables to set.</param>
    public static async Task<T> RunFileAsync<T>(string path, params (string Name, string Value)[] environment)
    {
        string[] file = ["-File", Repository.In("tests", "CognitoPS.Tests", path), Path.Combine(Repository.Module, "CognitoPS.psd1")];
        ProcessStartInfo start = InHome(PowerShellTool.Start(["-NoProfile", "-NonInteractive", .. file, typeof(Pwsh).Assembly.Location]));
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;
        ProcessResult result = await OtherProcess.RunAsync(start, "");
        return result.ExitCode == 0
            ? JsonSerializer.Deserialize<T>(result.Output)!
            : throw new InvalidOperationException($"{path}: {result.ExitCode}: {result.Output}{result.Errors}");
    }
}

/// <summary>What a script gave.</summary>
internal sealed record ScriptResult(string[] Output, string[] Errors);
