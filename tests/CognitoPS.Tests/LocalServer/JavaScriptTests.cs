using System.Diagnostics;
using System.Runtime.CompilerServices;
using CognitoPS.LocalServer;
using Xunit;

namespace CognitoPS.Tests.Local;

public class JavaScriptTests
{
    private static readonly string Folder = Path.GetFullPath(Path.Combine(Here(), "../../js"));

    [Fact]
    public Task The_AWS_SDK_for_JavaScript_finds_the_service_it_knows() => RunAsync("localserver.test.mjs");

    [Fact]
    public Task The_library_of_web_pages_signs_in() => RunAsync("signin.test.mjs");

    private static async Task RunAsync(string script)
    {
        Assert.SkipUnless(
            Directory.Exists(Path.Combine(Folder, "node_modules")),
            "tests/js has no node_modules: run 'npm --prefix tests/js ci'"
        );
        using var server = CognitoServer.Start();
        using Process node = Process.Start(
            new ProcessStartInfo("node", "--test " + script)
            {
                WorkingDirectory = Folder,
                Environment = { ["COGNITO_ENDPOINT"] = server.Endpoint.ToString() },
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        Task<string> errors = node.StandardError.ReadToEndAsync();
        string report = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, report + await errors);
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
