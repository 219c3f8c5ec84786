# Runs the examples of the help, each on a company that no other has changed, and writes what goes wrong.
param([string] $ModulePath, [string] $ExamplesPath, [string] $TestsPath)

Import-Module $ModulePath
$null = [System.Reflection.Assembly]::LoadFrom($TestsPath)
$passkey = [CognitoPS.Tests.Support.SoftwareAuthenticator]::new('https://login.example.com')
$folder = Split-Path $ExamplesPath
Set-Location $folder
. "$PSScriptRoot/Person.ps1"

$company = $null
foreach ($example in [System.IO.File]::ReadAllText($ExamplesPath) | ConvertFrom-Json) {
    if ($company) {
        Connect-Cognito -EndpointUrl $company.Endpoint -Region eu-west-1 -AccessKey test -SecretKey test
        $preparations = $example.Before
    }
    else {
        $company = Start-CognitoLocalServer -PassThru
        $preparations = @([System.IO.File]::ReadAllText("$PSScriptRoot/Company.ps1")) + $example.Before
    }
    $problems = @(
        # Dot-sourced here: what one sets, the others use.
        foreach ($preparation in $preparations) {
            try { . ([scriptblock]::Create($preparation)) 2>&1 | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] } } catch { $_ }
        }
        $code = $example.Code
        foreach ($documented in (. "$PSScriptRoot/Ids.ps1").GetEnumerator()) { $code = $code.Replace($documented.Key, $documented.Value) }
        $last = ($company.Requests | Select-Object -Last 1).Number
        try { . ([scriptblock]::Create($code)) 2>&1 | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] } } catch { $_ }
    )
    $sent = @($company.Requests | Where-Object Number -GT $last)
    foreach ($problem in $problems) {
        "$($problem.InvocationInfo.Line.Trim()) -> $($problem.FullyQualifiedErrorId.Split(',')[0]): $problem`n    in: $($example.Code)"
    }
    if ($example.Operations -and -not ($sent | Where-Object { $_.Status -eq 200 -and $_.Operation -in $example.Operations })) {
        "None of $($example.Operations -join ', ') was sent`n    in: $($example.Code)"
    }
    Get-CognitoLocalServer | Where-Object Port -NE $company.Port | Stop-CognitoLocalServer
    if (@($sent.Operation) -notmatch '^(Admin)?(Get|List|Describe)') {
        $company | Stop-CognitoLocalServer
        $company = $null
    }
}
