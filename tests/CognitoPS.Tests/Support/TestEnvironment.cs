using System.Runtime.CompilerServices;

namespace CognitoPS.Tests.Support;

/// <summary>Keeps the tests away from the AWS settings of whoever runs them, and of the machine they run on.</summary>
internal static class TestEnvironment
{
    /// <summary>The shared configuration and credentials file of this run; the AWS runtime fixes its place once per process.</summary>
    public static readonly string ProfileFile = Path.Combine(Path.GetTempPath(), $"cognitops-tests-{Environment.ProcessId}.ini");

    [ModuleInitializer]
    internal static void Isolate()
    {
        foreach (
            string name in Environment
                .GetEnvironmentVariables()
                .Keys.Cast<string>()
                .Where(name => name.StartsWith("AWS_", StringComparison.Ordinal))
                .ToList()
        )
            Environment.SetEnvironmentVariable(name, null);
        Environment.SetEnvironmentVariable("AWS_EC2_METADATA_DISABLED", "true");
        Environment.SetEnvironmentVariable("AWS_SHARED_CREDENTIALS_FILE", ProfileFile);
        Environment.SetEnvironmentVariable("AWS_CONFIG_FILE", ProfileFile);
        File.WriteAllText(ProfileFile, ""); // The runtime settles on the path only if the file is there.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => File.Delete(ProfileFile);
    }
}
