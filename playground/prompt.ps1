# What a prompt starts with.
. "$PSScriptRoot/session.ps1"
# Elsewhere than on Windows, Tab shows no menu by default. A choice of the user's own stays.
if ((Get-PSReadLineKeyHandler -Chord Tab).Function -eq 'Complete') {
    Set-PSReadLineKeyHandler -Chord Tab -Function MenuComplete
}
$commands = 'Get-CognitoUserPool', 'Get-Command -Module CognitoPS', 'Get-Help about_CognitoPS' | ForEach-Object { "$($PSStyle.Foreground.BrightYellow)$_$($PSStyle.Reset)" }
@"

$($PSStyle.Bold)CognitoPS playground$($PSStyle.BoldOff): PowerShell $($PSVersionTable.PSVersion), connected to Amazon Cognito in memory at $((Get-CognitoLocalServer).Endpoint),
filled with a sample company. Nothing here reaches AWS. Tab completes names and ids, too; exit leaves.
To begin: $($commands -join ', ')

"@
Remove-Variable commands
