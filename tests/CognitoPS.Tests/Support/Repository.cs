using System.Reflection;

namespace CognitoPS.Tests.Support;

/// <summary>Where things stand on disk.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>The module as the build left it.</summary>
    public static string Module { get; } = In("out", "CognitoPS");

    public static string Configuration { get; } =
        typeof(Repository).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    public static string In(params string[] path) => Path.Combine([Root, .. path]);

    /// <summary>A place that the build knows, by the name it gave it.</summary>
    public static string Metadata(string name) =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == name).Value!;

    private static string Find()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "CognitoPS.sln")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new DirectoryNotFoundException("The tests do not run inside the repository.");
    }
}
