#if NET
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace CognitoPS.Loader;

/// <summary>
/// The assembly load context that holds the module and everything it ships, so that it lives beside any version of
/// AWSSDK.Core that another module has loaded.
/// </summary>
public sealed class ModuleLoadContext : AssemblyLoadContext
{
    private static readonly object Gate = new();
    private static readonly string ModuleFolder = Path.GetDirectoryName(typeof(ModuleLoadContext).Assembly.Location)!;
    private static Assembly? _module;

    private ModuleLoadContext()
        : base("CognitoPS") { }

    /// <summary>Loads the module's assembly once per process and returns it.</summary>
    public static Assembly LoadModule()
    {
        lock (Gate)
            return _module ??= new ModuleLoadContext().LoadFromAssemblyPath(Path.Combine(ModuleFolder, "CognitoPS.dll"));
    }

    /// <summary>
    /// What the module ships comes from its folder, unless .NET itself provides it as new or newer; all else from the default context.
    /// </summary>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        string fileName = assemblyName.Name + ".dll";
        string shipped = Path.Combine(ModuleFolder, fileName);
        string provided = Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), fileName);
        return !File.Exists(shipped) || File.Exists(provided) && GetAssemblyName(provided).Version >= assemblyName.Version
            ? null
            : LoadFromAssemblyPath(shipped);
    }
}
#endif
