using CognitoPS.Tests.Support;
using Xunit;

namespace CognitoPS.Tests.Pester;

/// <summary>build.ps1.</summary>
public sealed class BuildScriptTests
{
    [Fact]
    public async Task Each_task_passes_dotnet_its_arguments_whole()
    {
        ScriptResult result = await Pwsh.RunScriptAsync(
            $$"""
            function dotnet { $args -join '|'; $global:LASTEXITCODE = 0 }
            & '{{Repository.In("build.ps1")}}' -Task Build, Test, Pack, Play -Configuration Release
            """
        );
        Assert.Empty(result.Errors);
        Assert.Equal(
            [
                "build|--configuration|Release",
                "run|--project|tests/CognitoPS.Tests|--configuration|Release",
                "build|src/CognitoPS|-t:Pack|--configuration|Release",
                "run|--project|playground|--configuration|Release",
            ],
            result.Output
        );
    }
}
