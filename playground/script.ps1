# Runs a script with its arguments and gives its exit code.
$path, $arguments = $args
if (-not (Test-Path -LiteralPath $path -PathType Leaf)) {
    [Console]::Error.WriteLine("There is no file '$path'.")
    exit 2
}
. "$PSScriptRoot/session.ps1"
$global:LASTEXITCODE = 0
& (Resolve-Path -LiteralPath $path).ProviderPath @arguments
exit $LASTEXITCODE
