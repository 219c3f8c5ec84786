# The module as the build left it, connected to Amazon Cognito in memory, which ends with the shell.
Import-Module "$PSScriptRoot/../out/CognitoPS/CognitoPS.psd1" -ErrorAction Stop
Start-CognitoLocalServer -Sample -ErrorAction Stop
