using System.Text.Json;
using CognitoPS.Tests.Support;
using Xunit;

namespace CognitoPS.Tests.Pester;

/// <summary>The Pester suite, where this machine has pwsh and Pester.</summary>
public sealed class PesterTests
{
    [Fact]
    public async Task The_Pester_suite_passes()
    {
        Assert.SkipUnless(
            await Pwsh.RunAsync("if (Get-Module Pester -ListAvailable | Where-Object Version -ge '5.0') { 'here' }") == "here",
            "pwsh with Pester 5 or later is not installed here."
        );

        string answer = await Pwsh.RunAsync(
            $$"""
            $settings = New-PesterConfiguration
            $settings.Run.Path = '{{Repository.In("tests", "Pester")}}'
            $settings.Run.PassThru = $true
            $settings.Output.Verbosity = 'None'
            $run = Invoke-Pester -Configuration $settings 6>$null 3>$null
            @{ Passed = $run.PassedCount; Failed = @($run.Failed | ForEach-Object { "$($_.ExpandedPath): $($_.ErrorRecord)" }) + @($run.FailedContainers | ForEach-Object { "$_`: $($_.ErrorRecord)" }) } | ConvertTo-Json -Compress
            """
        );

        var result = JsonSerializer.Deserialize<Result>(answer.Split('\n')[^1])!;
        TestContext.Current.SendDiagnosticMessage($"Pester: {result.Passed} passed.");
        Assert.Empty(result.Failed);
        Assert.NotEqual(0, result.Passed);
    }

    private sealed record Result(int Passed, string[] Failed);
}
