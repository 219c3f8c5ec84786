using System.Diagnostics;
using System.Management.Automation.Language;

namespace CognitoPS.Playground;

/// <summary>The machine's own PowerShell, with the module imported and the sample server started.</summary>
internal static class PowerShellProcess
{
    public static int Run()
    {
        if (Find() is not { } path)
        {
            Console.Error.WriteLine("There is no pwsh on the PATH. `-- -i` opens the playground's own prompt.");
            return 1;
        }

        string manifest = CodeGeneration.EscapeSingleQuotedStringContent(Session.Manifest);
        ProcessStartInfo start = new(path)
        {
            ArgumentList =
            {
                "-NoLogo",
                "-NoExit",
                "-Command",
                $"Import-Module '{manifest}'; Start-CognitoLocalServer -Sample; Get-CognitoLocalServer",
            },
        };
        // Ctrl+C is for the shell in the terminal, not for the one who waits for it.
        Console.CancelKeyPress += (_, pressed) => pressed.Cancel = true;
        using Process shell = Process.Start(start)!;
        shell.WaitForExit();
        return shell.ExitCode;
    }

    private static string? Find() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "pwsh.exe" : "pwsh"))
            .FirstOrDefault(File.Exists);
}
