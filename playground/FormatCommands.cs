using System.Management.Automation;
using System.Reflection;
using Microsoft.PowerShell.Commands.Internal.Format;

namespace CognitoPS.Playground;

/// <summary>
/// The engine holds all of Format-Table and Format-List but the cmdlets themselves, which stand in Microsoft.PowerShell.Utility
/// and only choose the shape. So do these; the choice is internal to the engine.
/// </summary>
[Cmdlet(VerbsCommon.Format, "Table")]
public sealed class FormatTableCommand : OuterFormatTableBase
{
    public FormatTableCommand() => FormatShapes.Choose(this, "Table");
}

/// <inheritdoc cref="FormatTableCommand"/>
[Cmdlet(VerbsCommon.Format, "List")]
public sealed class FormatListCommand : OuterFormatTableAndListBase
{
    public FormatListCommand() => FormatShapes.Choose(this, "List");
}

internal static class FormatShapes
{
    private const BindingFlags Internal = BindingFlags.Instance | BindingFlags.NonPublic;

    public static void Choose(FrontEndCommandBase command, string shape)
    {
        Assembly engine = typeof(PSObject).Assembly;
        string space = typeof(FrontEndCommandBase).Namespace + ".";
        Type shapes = engine.GetType(space + "FormatShape", throwOnError: true)!;
        Type implementation = engine.GetType(space + "InnerFormatShapeCommand", throwOnError: true)!;
        typeof(FrontEndCommandBase).GetField("implementation", Internal)!
            .SetValue(command, Activator.CreateInstance(implementation, Enum.Parse(shapes, shape)));
    }
}
