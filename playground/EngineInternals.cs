using System.Management.Automation;
using System.Reflection;
using Microsoft.PowerShell.Commands.Internal.Format;

namespace CognitoPS.Playground;

/// <summary>
/// What the engine keeps for the modules that ship with it, and the stand-ins for those need. The engine's version is pinned.
/// </summary>
public static class EngineInternals
{
    private const BindingFlags Internal = BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public;

    /// <summary>Ends the pipeline that feeds a command, as <c>Select-Object -First</c> does.</summary>
    public static void StopUpstream(PSCmdlet command) =>
        throw (Exception)Create(Find("System.Management.Automation.StopUpstreamCommandsException"), command);

    /// <summary>An error as Out-Default takes it from the error stream.</summary>
    internal static PSObject AsError(ErrorRecord record)
    {
        PSObject error = new(record);
        PropertyInfo stream = typeof(PSObject).GetProperty("WriteStream", Internal)!;
        stream.SetValue(error, Enum.Parse(stream.PropertyType, "Error"));
        return error;
    }

    internal static void ChooseShape(FrontEndCommandBase command, string shape)
    {
        string space = typeof(FrontEndCommandBase).Namespace + ".";
        object implementation = Create(Find(space + "InnerFormatShapeCommand"), Enum.Parse(Find(space + "FormatShape"), shape));
        typeof(FrontEndCommandBase).GetField("implementation", Internal)!.SetValue(command, implementation);
    }

    private static Type Find(string name) => typeof(PSObject).Assembly.GetType(name, throwOnError: true)!;

    private static object Create(Type type, object argument) => Activator.CreateInstance(type, Internal, null, [argument], null)!;
}
