using System.Diagnostics;
using CognitoPS.LocalServer;
using CognitoPS.Tests.Support;
using Xunit;

namespace CognitoPS.Tests.LocalServer;

public class JavaScriptTests
{
    private static readonly string Folder = Repository.In("tests", "js");

    [Fact]
    public Task The_AWS_SDK_for_JavaScript_finds_the_service_it_knows() => RunAsync("localserver.test.mjs");

    [Fact]
    public Task The_AWS_SDK_for_JavaScript_calls_every_operation() => RunAsync("operations.test.mjs");

    [Fact]
    public Task The_library_of_web_pages_signs_in() => RunAsync("signin.test.mjs");

    private static async Task RunAsync(string script)
    {
        NodePackages.Require(Folder);
        using var server = CognitoServer.Start();
        using var codes = CodeListener.Start(server);
        using Process node = Process.Start(
            new ProcessStartInfo("node", "--test " + script)
            {
                WorkingDirectory = Folder,
                Environment = { ["COGNITO_ENDPOINT"] = server.Endpoint.ToString(), ["COGNITO_CODES"] = codes.Address },
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        Task<string> errors = node.StandardError.ReadToEndAsync();
        string report = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, report + await errors);
    }
}
