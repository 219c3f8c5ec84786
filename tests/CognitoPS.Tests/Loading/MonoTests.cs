using System.Diagnostics;
using CognitoPS.Tests.Support;
using Xunit;

namespace CognitoPS.Tests.Loading;

/// <summary>The build for Windows PowerShell 5.1, on the runtime that comes nearest to the .NET Framework.</summary>
public sealed class MonoTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task What_needs_no_PowerShell_works_on_Mono()
    {
        string mono =
            (Environment.GetEnvironmentVariable("PATH") ?? "")
                .Split(Path.PathSeparator)
                .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "mono.exe" : "mono"))
                .FirstOrDefault(File.Exists)
            ?? "";
        Assert.SkipWhen(mono.Length == 0, "Mono is not installed here: 'apt-get install --no-install-recommends mono-devel' on Debian.");

        ProcessStartInfo start = new(
            mono,
            [
                Repository.In("tests", "CognitoPS.Mono", "bin", Repository.Configuration, "net472", "CognitoPS.Mono.exe"),
                Path.Combine(Repository.Module, "bin", "netstandard2.0"),
            ]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        using CancellationTokenSource late = new(Patience);
        try
        {
            await process.WaitForExitAsync(late.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
        }

        Assert.Equal(
            "client: passed\nsign-in: passed\ntoken: passed\npasskey: passed\nimport: passed\nresolver: passed\n",
            (await output).ReplaceLineEndings("\n")
        );
        Assert.Equal("", await errors);
        Assert.Equal(0, process.ExitCode);
    }
}
