using System.Management.Automation.Runspaces;
using System.Reflection;

namespace CognitoPS.Loader;

/// <summary>
/// What the process has of the module while a runspace has it: the names of its types and, in Windows PowerShell, its resolver.
/// PowerShell calls an assembly's own IModuleAssemblyInitializer and IModuleAssemblyCleanup for the first import only.
/// </summary>
public static class ModuleUse
{
    private static readonly object Gate = new();
    private static readonly HashSet<Runspace> Runspaces = [];
    private static Assembly? _module;

    /// <summary>The module's assembly, for the current runspace.</summary>
    internal static Assembly Begin()
    {
        lock (Gate)
        {
            if (_module is null)
            {
#if NET
                _module = ModuleLoadContext.LoadModule();
#else
                DesktopAssemblyResolver.Start();
                _module = Assembly.LoadFrom(Path.Combine(Path.GetDirectoryName(typeof(ModuleUse).Assembly.Location)!, "CognitoPS.dll"));
#endif
                TypeAccelerators.Add(_module);
            }
            Runspaces.Add(Runspace.DefaultRunspace);
            return _module;
        }
    }

    /// <summary>What was begun ends with the last runspace that has the module; one that is closed has it no longer.</summary>
    public static void End()
    {
        lock (Gate)
        {
            Runspaces.Remove(Runspace.DefaultRunspace);
            Runspaces.RemoveWhere(runspace => runspace.RunspaceStateInfo.State is RunspaceState.Closed or RunspaceState.Broken);
            if (Runspaces.Count > 0 || _module is null)
                return;
            TypeAccelerators.Remove(_module);
#if !NET
            DesktopAssemblyResolver.Stop();
#endif
            _module = null;
        }
    }
}
