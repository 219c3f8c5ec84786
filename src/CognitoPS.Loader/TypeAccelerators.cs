using System.Management.Automation;
using System.Reflection;

namespace CognitoPS.Loader;

/// <summary>
/// Makes the output types known to PowerShell by name while the module is imported: a type inside a load context
/// cannot be named in a script otherwise.
/// </summary>
/// <remarks>A name that a script has used stays in PowerShell's own cache after the removal.</remarks>
internal static class TypeAccelerators
{
    private static readonly Type Registry = typeof(PSObject).Assembly.GetType(
        "System.Management.Automation.TypeAccelerators",
        throwOnError: true
    )!;

    public static void Add(Assembly module) => Each(module, type => Call("Add", type.FullName!, type));

    public static void Remove(Assembly module) => Each(module, type => Call("Remove", type.FullName!));

    private static void Each(Assembly module, Action<Type> act)
    {
        foreach (Type type in module.GetExportedTypes())
        {
            if (type.Namespace == "CognitoPS")
                act(type);
        }
    }

    private static void Call(string method, params object[] arguments) =>
        Registry.InvokeMember(method, BindingFlags.Public | BindingFlags.Static | BindingFlags.InvokeMethod, null, null, arguments, null);
}
