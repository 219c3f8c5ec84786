using System.Diagnostics;
using System.Reflection;
using CognitoPS.Tests.Support;
using Xunit;

namespace CognitoPS.Tests.Playground;

/// <summary>The built playground, started as its user starts it.</summary>
public sealed class PlaygroundTests
{
    private static readonly string Playground = Assembly
        .GetExecutingAssembly()
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(item => item.Key == nameof(Playground))
        .Value!;

    [Fact]
    public async Task The_tour_goes_as_expected_and_shows_what_a_prompt_shows()
    {
        (int exitCode, string output, string errors) = await RunAsync();

        Assert.Equal("", errors);
        Assert.Equal(0, exitCode);
        Assert.Matches(@"(?m)^PS> Get-CognitoUserPool\s+Name +UserPoolId ", output);
        Assert.Matches(@"(?m)^ +150\s*$", output);
        Assert.Matches(@"(?m)^What if: .*loyalty-batch", output);
        Assert.DoesNotContain('\e', output);
    }

    [Fact]
    public async Task Commands_that_write_an_error_end_in_1()
    {
        (int exitCode, string output, string errors) = await RunAsync(
            "-c",
            "Get-CognitoUserPoolClient eu-west-1_NoSuchPool; Get-CognitoUserPool staff* | Select-Object -ExpandProperty Name"
        );

        Assert.Equal(1, exitCode);
        Assert.StartsWith("Get-CognitoUserPoolClient: ", errors, StringComparison.Ordinal);
        Assert.Equal("staff-prod", output.Trim());
    }

    [Fact]
    public async Task A_script_gets_its_arguments_and_gives_its_exit_code()
    {
        using var folder = new TemporaryFolder();
        string script = folder.PathOf("script.ps1");
        await File.WriteAllTextAsync(
            script,
            "param([string] $Name, [int] $Code) Get-CognitoUserPool $Name | ForEach-Object Name; exit $Code"
        );

        (int exitCode, string output, _) = await RunAsync(script, "-Name", "team*", "-Code", "7");

        Assert.Equal((7, "team-sandbox"), (exitCode, output.Trim()));
    }

    [Fact]
    public async Task The_prompt_reads_piped_lines_and_goes_on_after_an_error()
    {
        (int exitCode, string output, string errors) = await RunWithInputAsync(
            """
            $pools = Get-CognitoUserPool |
                Where-Object Name -like '*-prod'
            throw 'on purpose'
            "$($pools.Count) production pools"
            exit 3

            """,
            "-i"
        );

        Assert.Equal((3, "3 production pools"), (exitCode, output.Trim()));
        Assert.Contains("on purpose", errors);
    }

    [Fact]
    public async Task Nothing_is_confirmed_when_nobody_answers()
    {
        (int exitCode, string output, _) = await RunAsync(
            "-c",
            "$pool = Get-CognitoUserPool team-sandbox; $pool | Get-CognitoUserPoolClient -First 1 | Remove-CognitoUserPoolClient; ($pool | Get-CognitoUserPoolClient).Count"
        );

        Assert.Equal(1, exitCode);
        Assert.EndsWith("2", output.Trim(), StringComparison.Ordinal);
    }

    private static Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments) =>
        RunWithInputAsync("", arguments);

    private static async Task<(int ExitCode, string Output, string Errors)> RunWithInputAsync(string input, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", [Playground, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromMinutes(1)).Token);
        return (process.ExitCode, await output, await errors);
    }
}
