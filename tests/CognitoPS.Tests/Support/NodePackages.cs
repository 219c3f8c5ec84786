using Xunit;

namespace CognitoPS.Tests.Support;

/// <summary>The npm packages that the build installs where npm is there.</summary>
internal static class NodePackages
{
    /// <summary>Skips the test where there is no npm.</summary>
    /// <param name="folder">Where package-lock.json is.</param>
    public static void Require(string folder)
    {
        bool installed = Directory.Exists(Path.Combine(folder, "node_modules"));
        Assert.SkipUnless(
            installed || OtherProcess.IsInstalled(OperatingSystem.IsWindows() ? "npm.cmd" : "npm"),
            "npm is not installed here."
        );
        Assert.True(installed, $"The build has not installed the packages of {folder}.");
    }
}
