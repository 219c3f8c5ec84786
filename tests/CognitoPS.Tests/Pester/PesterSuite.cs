using System.Text.Json;
using CognitoPS.Tests.Support;
using Xunit;

namespace CognitoPS.Tests.Pester;

/// <summary>The suite in tests/Pester, in one process of the real shell.</summary>
internal static class PesterSuite
{
    /// <summary>The files that hold it.</summary>
    public static IReadOnlyList<string> Files { get; } =
    [
        .. Directory
            .GetFiles(Repository.In("tests", "Pester"), "*.Tests.ps1")
            .Select(file => Path.GetFileName(file))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Runs it, and gives what each file came to.</summary>
    /// <param name="pester">The manifest of the Pester that runs it.</param>
    /// <param name="module">The name or the manifest of the module that it tests.</param>
    /// <param name="home">The home of the shell, where a module is found by name.</param>
    public static async Task<IReadOnlyDictionary<string, PesterResult>> RunAsync(string pester, string module, string? home = null)
    {
        ScriptResult result = await Pwsh.RunScriptAsync(
            $$"""
            Import-Module '{{pester}}'
            $settings = New-PesterConfiguration
            $settings.Run.Container = Get-Item '{{Repository.In(
                "tests",
                "Pester"
            )}}/*.Tests.ps1' | ForEach-Object { New-PesterContainer -Path $_ -Data @{ Module = '{{module}}' } }
            $settings.Run.PassThru = $true
            $settings.Output.Verbosity = 'None'
            # What tests show on the way, as under -WhatIf, nobody reads.
            $run = Invoke-Pester -Configuration $settings 6>$null 3>$null
            $files = @{}
            foreach ($container in $run.Containers) {
                $ofFile = { $_.ScriptBlock.File -eq $container.Item.FullName }
                $files[$container.Item.Name] = @{
                    Passed = $container.PassedCount
                    Failed = @($container.ErrorRecord | ForEach-Object { "$_" }) + @(@($run.FailedBlocks) + @($run.Failed) | Where-Object $ofFile | ForEach-Object { "$($_.ExpandedPath): $($_.ErrorRecord)" })
                    Skipped = @($run.Skipped | Where-Object $ofFile | ForEach-Object ExpandedPath)
                }
            }
            $files | ConvertTo-Json -Compress -Depth 3
            """,
            home: home
        );
        Assert.True(result.Errors is [], string.Join(Environment.NewLine, result.Errors));
        return JsonSerializer.Deserialize<Dictionary<string, PesterResult>>(Assert.Single(result.Output))!;
    }
}

/// <summary>How many tests of a file passed, and which did not.</summary>
internal sealed record PesterResult(int Passed, string[] Failed, string[] Skipped);
