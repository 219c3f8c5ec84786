<#
.SYNOPSIS
    Tests a package as people get it: installs it in an empty folder, imports it by name, and runs the Pester suite on that copy.
.DESCRIPTION
    Runs in Windows PowerShell 5.1 and in PowerShell 7.4 and later. Nothing of yours is touched: modules are saved in a temporary folder.
.EXAMPLE
    ./tools/Test-Package.ps1 out/CognitoPS.0.1.0.nupkg
.EXAMPLE
    dotnet pwsh -NoProfile -File tools/Test-Package.ps1 out/CognitoPS.*.nupkg -Pester ~/.nuget/packages/pester/6.2.0/tools/Pester.psd1
#>
[CmdletBinding()]
param(
    # The package that dotnet build src/CognitoPS -t:Pack has made.
    [Parameter(Mandatory)]
    [string] $Package,

    # The Pester that runs the suite, 5.7 or later: a name, a folder or a manifest.
    [string] $Pester = 'Pester',

    # The version that this PowerShell must have, such as 7.4; any when left out.
    [string] $Version
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'

function Install-Package([string] $File, [string] $Folder) {
    if (Get-Command Save-PSResource -ErrorAction Ignore) {
        $repository = "cognitops-$PID"
        # A folder with packages is a repository.
        $source = New-Item -ItemType Directory "$Folder/source"
        Copy-Item $File $source
        Register-PSResourceRepository $repository -Uri $source.FullName -Trusted
        try {
            Save-PSResource CognitoPS -Repository $repository -Path "$Folder/modules"
        }
        finally {
            Unregister-PSResourceRepository $repository
        }
    }
    else {
        # Windows PowerShell has no PSResourceGet of its own. A package is a zip file, and installing it is no more than this.
        Add-Type -AssemblyName System.IO.Compression.FileSystem
        $number = [System.IO.Path]::GetFileNameWithoutExtension($File) -replace '^CognitoPS\.'
        [System.IO.Compression.ZipFile]::ExtractToDirectory($File, "$Folder/modules/CognitoPS/$number")
    }
}

if ($Version -and "$($PSVersionTable.PSVersion)" -notlike "$Version.*") {
    throw "This is PowerShell $($PSVersionTable.PSVersion), not $Version."
}
$file = @(Get-Item $Package)
if ($file.Count -ne 1) {
    throw "'$Package' names $($file.Count) files."
}

$folder = (New-Item -ItemType Directory (Join-Path ([System.IO.Path]::GetTempPath()) ([guid]::NewGuid()))).FullName
$before = $env:PSModulePath
try {
    Import-Module $Pester -MinimumVersion 5.7
    Install-Package $file[0].FullName $folder
    $env:PSModulePath = "$folder/modules$([System.IO.Path]::PathSeparator)$before"

    $manifest = (Get-Item "$folder/modules/CognitoPS/*/CognitoPS.psd1").FullName
    $null = Test-ModuleManifest $manifest -WarningAction Stop
    Import-Module CognitoPS
    $module = Get-Module CognitoPS
    if ($module.ModuleBase -notlike "*$(Split-Path $folder -Leaf)*") {
        throw "Another copy was imported: $($module.ModuleBase)."
    }

    $settings = New-PesterConfiguration
    $settings.Run.Container = Get-Item "$PSScriptRoot/../tests/Pester/*.Tests.ps1" |
        ForEach-Object { New-PesterContainer -Path $_.FullName -Data @{ Module = 'CognitoPS' } }
    $settings.Run.PassThru = $true
    # What tests show on the way, as under -WhatIf, nobody reads; what fails comes below.
    $settings.Output.Verbosity = 'None'
    $run = Invoke-Pester -Configuration $settings 6>$null 3>$null
    $failed = @(
        $run.FailedContainers | ForEach-Object { "$($_.Item): $($_.ErrorRecord)" }
        @($run.FailedBlocks) + @($run.Failed) | Where-Object { $_ } | ForEach-Object { "$($_.ExpandedPath): $($_.ErrorRecord)" }
    )
    $failed | Write-Warning
    "CognitoPS $($module.Version) in PowerShell $($PSVersionTable.PSVersion): $($run.PassedCount) passed, $($failed.Count) failed, $($run.SkippedCount) skipped"
    if ($failed -or -not $run.PassedCount) {
        throw 'The package does not pass.'
    }
}
finally {
    $env:PSModulePath = $before
    # Windows does not delete what is loaded: the folder stays there until the system clears it away.
    Remove-Item $folder -Recurse -Force -ErrorAction Ignore
}
