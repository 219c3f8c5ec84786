using System.Management.Automation;
using System.Reflection;

namespace CognitoPS.Output;

/// <summary>
/// Makes the output types known to PowerShell by name while the module is imported: a type inside a load context
/// cannot be named in a script otherwise.
/// </summary>
public sealed class TypeAccelerators : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    private static readonly Type Registry = typeof(PSObject).Assembly.GetType(
        "System.Management.Automation.TypeAccelerators",
        throwOnError: true
    )!;
    private static readonly object Gate = new();
    private static int _imports;

    /// <inheritdoc/>
    public void OnImport()
    {
        lock (Gate)
        {
            if (_imports++ == 0)
                Each(type => Call("Add", type.FullName!, type));
        }
    }

    /// <summary>The names go with the last runspace that had the module.</summary>
    public void OnRemove(PSModuleInfo psModuleInfo)
    {
        lock (Gate)
        {
            if (--_imports == 0)
                Each(type => Call("Remove", type.FullName!));
        }
    }

    private static void Each(Action<Type> act)
    {
        foreach (Type type in typeof(TypeAccelerators).Assembly.GetExportedTypes())
        {
            if (type.Namespace == "CognitoPS")
                act(type);
        }
    }

    private static void Call(string method, params object[] arguments) =>
        Registry.InvokeMember(method, BindingFlags.Public | BindingFlags.Static | BindingFlags.InvokeMethod, null, null, arguments, null);
}
