using System.Diagnostics;
using System.Text.Json;

namespace CognitoPS.Tests.Support;

/// <summary>What must not happen in the tests' own process: builds, and the import of a module from another folder.</summary>
internal static class OtherProcess
{
    /// <summary>Runs a script in a process that has the PowerShell engine and nothing else.</summary>
    public static async Task<ScriptResult> RunScriptAsync(string script, string? modulePath = null)
    {
        string answer = await RunAsync([Path.Combine(AppContext.BaseDirectory, "CognitoPS.EngineHost.dll")], script, modulePath);
        return JsonSerializer.Deserialize<ScriptResult>(answer, JsonSerializerOptions.Web)!;
    }

    /// <summary>Runs dotnet and returns what it writes.</summary>
    public static async Task<string> RunAsync(string[] arguments, string input = "", string? modulePath = null)
    {
        var start = new ProcessStartInfo(
            Environment.ProcessPath is { } own && Path.GetFileNameWithoutExtension(own) == "dotnet" ? own : "dotnet",
            arguments
        )
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.Root,
        };
        start.Environment["PSModulePath"] = modulePath ?? "";
        using Process process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)}: {output}{await errors}");
    }
}

/// <summary>What a script gave.</summary>
internal sealed record ScriptResult(string[] Output, string[] Errors);
