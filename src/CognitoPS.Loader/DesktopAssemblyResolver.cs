#if !NET
using System.Reflection;

namespace CognitoPS.Loader;

/// <summary>
/// Windows PowerShell has no load contexts: there, an assembly that one of the module's own asks for and that is not
/// found is taken from the module's folder, whichever version was asked for. Nobody else's requests are touched.
/// </summary>
internal static class DesktopAssemblyResolver
{
    private static readonly string Folder = Path.GetDirectoryName(typeof(DesktopAssemblyResolver).Assembly.Location)!;

    public static void Start() => AppDomain.CurrentDomain.AssemblyResolve += Resolve;

    public static void Stop() => AppDomain.CurrentDomain.AssemblyResolve -= Resolve;

    private static Assembly? Resolve(object? sender, ResolveEventArgs request)
    {
        string file = Path.Combine(Folder, new AssemblyName(request.Name).Name + ".dll");
        return IsOurs(request.RequestingAssembly) && File.Exists(file) ? Assembly.LoadFrom(file) : null;
    }

    private static bool IsOurs(Assembly? assembly) =>
        assembly is { IsDynamic: false }
        && string.Equals(Path.GetDirectoryName(assembly.Location), Folder, StringComparison.OrdinalIgnoreCase);
}
#endif
