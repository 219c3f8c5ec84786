<#
.SYNOPSIS
    Builds, tests, packs, analyzes or tries out the module. A thin front: dotnet does the work.
.EXAMPLE
    ./build.ps1
.EXAMPLE
    ./build.ps1 -Task Test, Pack -Configuration Release
#>
[CmdletBinding()]
param(
    # Build leaves the module in out/CognitoPS, Pack its package in out; Analyze needs PSScriptAnalyzer; Play opens the playground.
    [ValidateSet('Build', 'Test', 'Pack', 'Analyze', 'Play')]
    [string[]] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Debug'
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

function Invoke-Dotnet {
    dotnet @args
    if ($LASTEXITCODE -ne 0) {
        throw "dotnet $args ended with $LASTEXITCODE."
    }
}

function Invoke-Analysis {
    if (-not (Get-Module PSScriptAnalyzer -ListAvailable)) {
        Write-Warning 'PSScriptAnalyzer is not installed: nothing was analyzed. Install-PSResource PSScriptAnalyzer installs it.'
        return
    }
    # The manifest names files that stand beside it only in what was built.
    # The person of the examples answers for Read-Host and others, which the rules are against; what the examples speak of is set in one
    # script and used in others.
    $files = @(git ls-files '*.ps1' '*.psm1' ':!tests/CognitoPS.Tests/Conventions/Examples') + 'out/CognitoPS/CognitoPS.psd1'
    $findings = @(foreach ($file in $files) {
        # A folder can leave rules out, with the reason.
        $settings = "$PSScriptRoot/$(Split-Path $file)/PSScriptAnalyzerSettings.psd1"
        $rules = if (Test-Path $settings) { @{ Settings = $settings } } else { @{} }
        Invoke-ScriptAnalyzer -Path $file -Severity Warning, Error @rules
    })
    $findings | Format-Table ScriptName, Line, Severity, RuleName, Message -AutoSize | Out-Host
    if ($findings) {
        throw "PSScriptAnalyzer has $($findings.Count) findings."
    }
    "PSScriptAnalyzer has no finding in $($files.Count) files."
}

Push-Location $PSScriptRoot
try {
    switch ($Task) {
        'Build' { Invoke-Dotnet build --configuration $Configuration }
        'Test' { Invoke-Dotnet run --project tests/CognitoPS.Tests --configuration $Configuration }
        'Pack' { Invoke-Dotnet build src/CognitoPS '-t:Pack' --configuration $Configuration }
        'Analyze' { Invoke-Analysis }
        'Play' { Invoke-Dotnet run --project playground --configuration $Configuration }
    }
}
finally {
    Pop-Location
}
