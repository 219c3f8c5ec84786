using System.Management.Automation;
using Microsoft.PowerShell.Commands.Internal.Format;

namespace CognitoPS.Playground;

/// <summary>
/// The engine holds all of Format-Table and Format-List but the cmdlets themselves, which stand in Microsoft.PowerShell.Utility
/// and only choose the shape. So do these.
/// </summary>
[Cmdlet(VerbsCommon.Format, "Table")]
public sealed class FormatTableCommand : OuterFormatTableBase
{
    public FormatTableCommand() => EngineInternals.ChooseShape(this, "Table");
}

/// <inheritdoc cref="FormatTableCommand"/>
[Cmdlet(VerbsCommon.Format, "List")]
public sealed class FormatListCommand : OuterFormatTableAndListBase
{
    public FormatListCommand() => EngineInternals.ChooseShape(this, "List");
}
