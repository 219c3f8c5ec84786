using System.Diagnostics;
using System.Reflection.PortableExecutable;
using CognitoPS.Tools;

namespace CognitoPS.Benchmarks;

/// <summary>
/// The shell that whole processes are measured in: a precompiled pwsh where one is on the PATH, as people have it; else the .NET tool,
/// which is compiled as it runs and takes some times as long to start.
/// </summary>
internal static class Shell
{
    private const string Describe = "\"$($PSVersionTable.PSVersion)|$([psobject].Assembly.Location)\"";

    private static readonly (Func<string, ProcessStartInfo> Start, string Name) Chosen = Choose();

    /// <summary>What it is, for the rows that it was measured in.</summary>
    public static string Name => Chosen.Name;

    /// <summary>Runs a script in a process of its own.</summary>
    public static string Run(string script) => Clock.Output(Chosen.Start(script));

    private static (Func<string, ProcessStartInfo> Start, string Name) Choose()
    {
        static ProcessStartInfo Installed(string script) => new("pwsh", ["-NoProfile", "-Command", script]);
        static ProcessStartInfo Tool(string script) => PowerShellTool.Start("-NoProfile", "-Command", script);
        if (Clock.Has("pwsh", "-NoProfile", "-Command", "exit"))
        {
            string[] answer = Clock.Output(Installed(Describe)).Trim().Split('|');
            if (IsPrecompiled(answer[1]))
                return (Installed, $"pwsh {answer[0]}, precompiled");
        }

        return (Tool, $"pwsh {Clock.Output(Tool(Describe)).Split('|')[0]}, the .NET tool, which is compiled as it runs");
    }

    private static bool IsPrecompiled(string assembly)
    {
        using PEReader reader = new(File.OpenRead(assembly));
        return reader.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0;
    }
}
