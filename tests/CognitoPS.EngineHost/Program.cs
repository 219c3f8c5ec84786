using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Text.Json;

// Runs the script that comes in and writes what it gives, each object as text, and its errors, as JSON.
var initial = InitialSessionState.CreateDefault2();
if (OperatingSystem.IsWindows())
    initial.ExecutionPolicy = Microsoft.PowerShell.ExecutionPolicy.Bypass;
using Runspace runspace = RunspaceFactory.CreateRunspace(initial);
runspace.Open();
using var shell = PowerShell.Create(runspace);
shell.AddScript(await Console.In.ReadToEndAsync());
var output = new List<string>();
var errors = new List<string>();
try
{
    output.AddRange(shell.Invoke().Select(item => item?.ToString() ?? ""));
}
catch (RuntimeException exception)
{
    errors.Add(exception.Message);
}

errors.AddRange(shell.Streams.Error.Select(error => error.ToString()));
Console.Out.Write(JsonSerializer.Serialize(new { output, errors }));
