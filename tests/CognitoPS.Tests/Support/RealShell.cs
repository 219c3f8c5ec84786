using System.Diagnostics;
using System.Text.Json;
using Xunit;

namespace CognitoPS.Tests.Support;

/// <summary>
/// The real shell, which the tool manifest names: unlike the bare engine it has ConvertTo-Json, Export-Csv, Format-List and jobs.
/// </summary>
internal static class RealShell
{
    private static readonly Lazy<Task<bool>> Restored = new(async () => (await RunAsync(["tool", "restore"], [])).ExitCode == 0);

    /// <summary>Runs a script file of the tests and reads the JSON in the last line that it writes.</summary>
    /// <param name="path">The file, below the folder of these tests.</param>
    /// <param name="environment">Environment variables to set.</param>
    public static async Task<T> RunAsync<T>(string path, params (string Name, string Value)[] environment)
    {
        Assert.SkipUnless(await Restored.Value, "dotnet tool restore cannot reach the package of PowerShell.");
        (int exitCode, string output) = await RunAsync(
            [
                "pwsh",
                "-NoProfile",
                "-NonInteractive",
                "-File",
                Repository.In("tests", "CognitoPS.Tests", path),
                Path.Combine(Repository.Module, "CognitoPS.psd1"),
                typeof(RealShell).Assembly.Location,
            ],
            environment
        );
        return exitCode == 0 && output.TrimEnd().Split('\n')[^1] is ['{', ..] json
            ? JsonSerializer.Deserialize<T>(json)!
            : throw new InvalidOperationException($"{path} ended with {exitCode}: {output}");
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(string[] arguments, (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.Root,
        };
        start.Environment["NO_COLOR"] = "1";
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;
        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, process.ExitCode == 0 ? output : output + await errors);
    }
}
