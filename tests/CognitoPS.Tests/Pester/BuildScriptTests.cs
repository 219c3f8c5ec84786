using CognitoPS.Tests.Support;
using Xunit;

namespace CognitoPS.Tests.Pester;

/// <summary>build.ps1, where this machine has pwsh.</summary>
public sealed class BuildScriptTests
{
    [Fact]
    public async Task Each_task_passes_dotnet_its_arguments_whole()
    {
        string answer = await Pwsh.RunAsync(
            $$"""
            function dotnet { [System.Console]::WriteLine($args -join '|'); $global:LASTEXITCODE = 0 }
            & '{{Repository.In("build.ps1")}}' -Task Build, Test, Pack, Play -Configuration Release
            """
        );
        Assert.SkipUnless(answer.Length > 0, "pwsh is not installed here.");
        Assert.Equal(
            [
                "build|--configuration|Release",
                "run|--project|tests/CognitoPS.Tests|--configuration|Release",
                "build|src/CognitoPS|-t:Pack|--configuration|Release",
                "run|--project|playground|--configuration|Release",
            ],
            answer.ReplaceLineEndings("\n").Split('\n')
        );
    }
}
