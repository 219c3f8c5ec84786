using System.Diagnostics;

namespace CognitoPS.Tests.Support;

/// <summary>The machine's own pwsh, where it has one.</summary>
internal static class Pwsh
{
    /// <summary>Runs a script and returns what it writes; nothing where there is no pwsh.</summary>
    public static async Task<string> RunAsync(string script)
    {
        var start = new ProcessStartInfo("pwsh", ["-NoProfile", "-NonInteractive", "-Command", script])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["NO_COLOR"] = "1";
        try
        {
            using Process process = Process.Start(start)!;
            process.StandardInput.Close();
            Task<string> errors = process.StandardError.ReadToEndAsync();
            string output = await process.StandardOutput.ReadToEndAsync();
            await errors;
            return output.Trim();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "";
        }
    }
}
