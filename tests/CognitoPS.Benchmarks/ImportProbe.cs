using System.Diagnostics;
using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace CognitoPS.Benchmarks;

/// <summary>In a process of its own: how long the engine takes to open and import this module, a module of one line, or nothing.</summary>
internal static class ImportProbe
{
    public static void Run(string mode)
    {
        var watch = Stopwatch.StartNew();
        using Runspace runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        runspace.Open();
        using var shell = PowerShell.Create();
        shell.Runspace = runspace;
        shell.AddScript(
            mode switch
            {
                "module" => $"Import-Module '{ModuleSession.Manifest}' -ErrorAction Stop",
                "line" => "New-Module { function Get-Nothing { } } | Import-Module",
                _ => "$null = 1",
            }
        );
        shell.Invoke();
        Console.WriteLine(watch.Elapsed.TotalMilliseconds.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}
