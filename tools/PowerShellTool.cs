using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;

namespace CognitoPS.Tools;

/// <summary>The real shell: the .NET tool that .config/dotnet-tools.json names, as the build restored it.</summary>
internal static class PowerShellTool
{
    private static readonly string Pwsh = Assembly
        .GetExecutingAssembly()
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(item => item.Key == "PowerShell")
        .Value!;

    /// <summary>How to start it with pwsh's arguments, on the .NET that runs this.</summary>
    public static ProcessStartInfo Start(params string[] arguments)
    {
        string dotnet = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        ProcessStartInfo start = new(Path.Combine(dotnet, "dotnet"), [Pwsh, .. arguments]);
        // Start-Job starts the tool's own executable, which looks for .NET here.
        start.Environment["DOTNET_ROOT"] = dotnet;
        start.Environment["POWERSHELL_TELEMETRY_OPTOUT"] = "1";
        start.Environment["POWERSHELL_UPDATECHECK"] = "Off";
        return start;
    }
}
