using CognitoPS.Tests.Support;
using Xunit;

namespace CognitoPS.Tests.Playground;

/// <summary>The built playground, started as its user starts it.</summary>
public sealed class PlaygroundTests
{
    [Fact]
    public async Task The_tour_goes_as_expected_and_shows_what_a_prompt_shows()
    {
        ProcessResult result = await RunAsync();

        Assert.Equal(0, result.ExitCode);
        Assert.Matches(@"(?m)^PS> Get-CognitoUserPool\s+Name +UserPoolId ", result.Output);
        Assert.Matches(@"(?m)^ +150\s*$", result.Output);
        Assert.Matches(@"(?m)^What if: .*loyalty-batch", result.Output);
        Assert.DoesNotContain('\e', result.Output);
        // The step with an id that does not exist.
        Assert.StartsWith("Get-CognitoUserPoolClient: ", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_gets_its_arguments_and_gives_its_exit_code()
    {
        using var folder = new TemporaryFolder();
        string script = folder.PathOf("script.ps1");
        await File.WriteAllTextAsync(
            script,
            "param([string] $Name, [int] $Code, [switch] $Twice) $names = (Get-CognitoUserPool $Name).Name; $names; if ($Twice) { $names }; exit $Code"
        );

        ProcessResult result = await RunAsync(script, "-Name", "team s*", "-Twice", "-Code", "7");
        Assert.Equal((7, "", ""), (result.ExitCode, result.Output, result.Errors));

        result = await RunAsync(script, "team-s*", "-Twice");
        Assert.Equal(
            (0, "team-sandbox team-sandbox"),
            (result.ExitCode, string.Join(' ', result.Output.Split('\n').Select(line => line.Trim())).Trim())
        );
    }

    [Fact]
    public async Task What_it_does_not_know_is_a_wrong_call()
    {
        Assert.Equal(2, (await RunAsync("nosuch.ps1")).ExitCode);
        ProcessResult result = await RunAsync("-nosuch");
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains("-- -i", result.Errors);
    }

    private static Task<ProcessResult> RunAsync(params string[] arguments) =>
        OtherProcess.RunAsync(Pwsh.InHome(new("dotnet", [Repository.Metadata("Playground"), .. arguments])));
}
