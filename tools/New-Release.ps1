<#
.SYNOPSIS
    Makes a package ready for release: checks that it is what a tag names, and writes its notes and its checksum beside it.
.DESCRIPTION
    The notes are those that the build put into the package, from the top entry of CHANGELOG.md. A version whose entry has no date is not for release.
.EXAMPLE
    ./tools/New-Release.ps1 out/CognitoPS.1.0.0.nupkg -Tag v1.0.0
#>
[CmdletBinding()]
param(
    # The package that dotnet build src/CognitoPS -t:Pack has made.
    [Parameter(Mandatory)]
    [string] $Package,

    # The tag, which is the version with a v before it.
    [Parameter(Mandatory)]
    [string] $Tag
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

$file = @(Get-Item $Package)
if ($file.Count -ne 1) {
    throw "'$Package' names $($file.Count) files."
}
$archive = [System.IO.Compression.ZipFile]::OpenRead($file[0].FullName)
try {
    $reader = [System.IO.StreamReader]::new($archive.GetEntry('CognitoPS.nuspec').Open())
    $metadata = ([xml] $reader.ReadToEnd()).package.metadata
    $reader.Dispose()
}
finally {
    $archive.Dispose()
}

if ($Tag -cne "v$($metadata.version)") {
    throw "The tag is $Tag, and the package's version $($metadata.version)."
}
$title, $notes = $metadata.releaseNotes -split '\r?\n', 2
if ($title -notmatch '^\S+ \(\d{4}-\d\d-\d\d\)$') {
    throw "The entry of CHANGELOG.md has no date: $title"
}

$folder = $file[0].DirectoryName
$notes.Trim() | Set-Content "$folder/release-notes.md"
$hash = (Get-FileHash $file[0].FullName -Algorithm SHA256).Hash.ToLowerInvariant()
# As sha256sum --check reads it.
"$hash  $($file[0].Name)" | Set-Content "$($file[0].FullName).sha256"
Get-Item "$folder/release-notes.md", "$($file[0].FullName).sha256"
