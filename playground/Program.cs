using System.Diagnostics;
using System.Reflection;
using CognitoPS.Tools;

const string Help = """
    PowerShell with CognitoPS imported and connected to Amazon Cognito in memory, filled with a sample company.

      dotnet run --project playground                            a short tour
      dotnet run --project playground -- -i                      a prompt
      dotnet run --project playground -- script.ps1 [arguments]  runs a script
      dotnet run --project playground -- -help                   this text

    """;

string[] shell;
switch (args)
{
    case []:
        shell = ["-NoProfile", "-File", Script("tour.ps1")];
        break;
    case ["-i"]:
        shell = ["-NoLogo", "-NoExit", "-File", Script("prompt.ps1")];
        break;
    case ["-help" or "--help" or "-h" or "-?"]:
        Console.Write(Help);
        return 0;
    case [var file, ..] when !file.StartsWith('-'):
        shell = ["-NoProfile", "-File", Script("script.ps1"), .. args];
        break;
    default:
        Console.Error.Write(Help);
        return 2;
}

// Ctrl+C is for the shell in the terminal, not for the one who waits for it.
Console.CancelKeyPress += (_, pressed) => pressed.Cancel = true;
ProcessStartInfo start = PowerShellTool.Start(shell);
if (Console.IsOutputRedirected)
    start.Environment["NO_COLOR"] = "1";
using Process process = Process.Start(start)!;
process.WaitForExit();
return process.ExitCode;

static string Script(string name) =>
    Path.Combine(
        Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == "Scripts").Value!,
        name
    );
