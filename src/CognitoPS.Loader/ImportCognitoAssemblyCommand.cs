using System.Management.Automation;
using System.Reflection;

namespace CognitoPS.Loader;

/// <summary>
/// For CognitoPS.psm1 only: imports the module's assembly into the module that calls. It is a cmdlet, not a method, because
/// PowerShell compiles each kind of expression of a script as it meets it, at some milliseconds each, but calls a cmdlet at once.
/// </summary>
[Cmdlet(VerbsData.Import, "CognitoAssembly")]
public sealed class ImportCognitoAssemblyCommand : PSCmdlet
{
    protected override void EndProcessing()
    {
        using var shell = PowerShell.Create(RunspaceMode.CurrentRunspace);
        Assembly assembly = ModuleUse.Begin();
        try
        {
            shell
                .AddCommand(@"Microsoft.PowerShell.Core\Import-Module")
                .AddParameter("Assembly", assembly)
                .AddParameter("PassThru")
                .AddParameter("ErrorAction", ActionPreference.Stop);
            Export(shell.Invoke<PSModuleInfo>()[0]);
            // The loader's own cmdlets are gone by then.
            SessionState.Module.OnRemove = ScriptBlock.Create("[CognitoPS.Loader.ModuleUse]::End()");
        }
        catch
        {
            ModuleUse.End();
            throw;
        }
    }

    /// <summary>A second import gets the cmdlets from a cache that forgets whose module they belong to (PowerShell issue 20710).</summary>
    private void Export(PSModuleInfo imported)
    {
        PSModuleInfo module = SessionState.Module;
        if (module.ExportedCmdlets.Count >= imported.ExportedCmdlets.Count)
            return;
        MethodInfo addCmdlet = typeof(PSModuleInfo).GetMethod("AddExportedCmdlet", BindingFlags.Instance | BindingFlags.NonPublic)!;
        foreach (CmdletInfo cmdlet in imported.ExportedCmdlets.Values)
            addCmdlet.Invoke(module, [cmdlet]);
    }
}
