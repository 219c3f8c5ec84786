using System.Diagnostics;
using CognitoPS.Tests.Support;
using Xunit;

namespace CognitoPS.Tests.Client;

public sealed class ModelToolTests
{
    private static readonly string Folder = Path.Combine(ModelFile.Root, "model");

    [Fact]
    public async Task The_committed_model_is_what_the_tool_makes()
    {
        NodePackages.Require(Folder);
        string made = Path.GetTempFileName();
        try
        {
            using Process node = Process.Start(
                new ProcessStartInfo("node", [Path.Combine(Folder, "update.mjs"), made]) { RedirectStandardError = true }
            )!;
            string errors = await node.StandardError.ReadToEndAsync();
            await node.WaitForExitAsync();

            Assert.True(node.ExitCode == 0, errors);
            Assert.Equal(await File.ReadAllTextAsync(Path.Combine(Folder, "cognito-idp.json")), await File.ReadAllTextAsync(made));
        }
        finally
        {
            File.Delete(made);
        }
    }

    [Fact]
    public void The_lock_file_names_no_registry() =>
        Assert.DoesNotContain("\"resolved\"", File.ReadAllText(Path.Combine(Folder, "package-lock.json")), StringComparison.Ordinal);
}
