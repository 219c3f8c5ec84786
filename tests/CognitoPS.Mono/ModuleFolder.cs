using System.Reflection;

namespace CognitoPS.Mono;

/// <summary>The module's assemblies, loaded and resolved as Windows PowerShell does it.</summary>
internal sealed class ModuleFolder : IDisposable
{
    /// <summary>What this program itself names. The module's resolver answers the module's own requests only.</summary>
    private static readonly string[] Named =
    [
        "Amazon.CognitoIdentityProvider",
        "AWSSDK.Core",
        "CognitoPS",
        "CognitoPS.LocalServer",
        "System.Formats.Cbor",
        "System.Text.Json",
    ];

    private readonly string _folder;
    private readonly Assembly _module;
    private readonly Type _resolver;

    public ModuleFolder(string folder)
    {
        _folder = folder;
        AppDomain.CurrentDomain.AssemblyResolve += ResolveNamed;
        _module = Assembly.LoadFile(In("CognitoPS"));
        _resolver = Assembly.LoadFile(In("CognitoPS.Loader")).GetType("CognitoPS.Loader.DesktopAssemblyResolver", throwOnError: true)!;
        Call("Start");
    }

    /// <summary>The assemblies that came from the folder.</summary>
    public IReadOnlyList<string> Loaded =>
        [
            .. AppDomain
                .CurrentDomain.GetAssemblies()
                .Where(assembly => !assembly.IsDynamic && Path.GetDirectoryName(assembly.Location) == _folder)
                .Select(assembly => assembly.GetName().Name),
        ];

    public bool Has(string name) => File.Exists(In(name));

    public void Dispose()
    {
        Call("Stop");
        AppDomain.CurrentDomain.AssemblyResolve -= ResolveNamed;
    }

    private void Call(string method) => _resolver.GetMethod(method, BindingFlags.Public | BindingFlags.Static)!.Invoke(null, null);

    private Assembly? ResolveNamed(object sender, ResolveEventArgs request)
    {
        string name = new AssemblyName(request.Name).Name;
        if (request.RequestingAssembly != typeof(ModuleFolder).Assembly || !Named.Contains(name))
            return null;
        return name == "CognitoPS" ? _module : Assembly.LoadFrom(In(name));
    }

    private string In(string name) => Path.Combine(_folder, name + ".dll");
}
