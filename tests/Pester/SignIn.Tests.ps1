param([string] $Module = "$PSScriptRoot/../../out/CognitoPS/CognitoPS.psd1")

BeforeAll {
    Import-Module $Module
    $server = Start-CognitoLocalServer -PassThru
    $pool = New-CognitoUserPool -PoolName sign-in -AutoVerifiedAttributes email
    Set-CognitoUserPoolMfa $pool.UserPoolId -MfaConfiguration OPTIONAL -SoftwareTokenMfaConfiguration @{ Enabled = $true }
    $client = New-CognitoUserPoolClient $pool.UserPoolId web -GenerateSecret -ExplicitAuthFlows ALLOW_USER_SRP_AUTH, ALLOW_REFRESH_TOKEN_AUTH
    $credential = [pscredential]::new('anna', [System.Net.NetworkCredential]::new('', 'Right-Horse-7').SecurePassword)
    $signUp = $client | Register-CognitoUser -Username anna -Password $credential.Password -UserAttribute @{ email = 'anna@example.com' }
    $signUp | Confirm-CognitoUser -ConfirmationCode $server.Messages[-1].Code
}

AfterAll {
    $server | Stop-CognitoLocalServer
    Remove-Module CognitoPS
}

Describe 'Signing in' {
    It 'gives tokens that can be verified and renewed, and shows none of them' {
        $session = $client | Connect-CognitoUser -Credential $credential
        $session.IsSignedIn | Should -BeTrue
        $session | Test-CognitoToken -UserPoolId $pool.UserPoolId -Quiet | Should -BeTrue
        ($session | Update-CognitoToken | Get-CognitoUser).Email | Should -Be 'anna@example.com'
        $text = $session | Format-List * | Out-String
        $text | Should -Not -Match ([regex]::Escape($session.GetAccessToken().Substring(0, 20)))
    }

    It 'leaves no secret in a transcript' {
        $path = Join-Path ([System.IO.Path]::GetTempPath()) "cognitops-transcript-$PID.txt"
        $wrong = [pscredential]::new('anna', [System.Net.NetworkCredential]::new('', 'Wrong-Horse-7').SecurePassword)
        $code = '135791'
        $null = Start-Transcript -Path $path -Force
        try {
            $session = $client | Connect-CognitoUser -Credential $credential -Verbose -Debug
            $renewed = $session | Update-CognitoToken -Verbose -Debug
            $app = $renewed | New-CognitoSoftwareToken -Issuer Example -Verbose -Debug
            $client | Connect-CognitoUser -Credential $wrong -Verbose -Debug -ErrorAction Continue 2>&1 | Out-Default
            $app | Confirm-CognitoSoftwareToken -UserCode $code -Verbose -Debug -ErrorAction Continue 2>&1 | Out-Default
            $sessions = $renewed | Get-CognitoUserSession -Verbose -Debug
            $token = ConvertFrom-CognitoToken $session.IdToken -Verbose -Debug
            $client, $session, $renewed, $app, $sessions, $token | Out-Default
            $client, $session, $renewed, $app, $sessions | Format-List * | Out-Default
            $renewed | Revoke-CognitoToken -WhatIf
        }
        finally {
            $null = Stop-Transcript
            $text = Get-Content $path -Raw
            Remove-Item $path
        }
        $text | Should -Match 'anna'
        $text | Should -Match 'System.Security.SecureString'
        $text | Should -Match 'IncorrectUsernameOrPassword|Incorrect username or password'
        $shown = @($credential, $wrong | ForEach-Object { $_.GetNetworkCredential().Password }) + @(
            [System.Net.NetworkCredential]::new('', $client.ClientSecret).Password, $app.GetSecret(), $code,
            $session.GetRefreshToken().Substring(0, 20), $renewed.GetRefreshToken().Substring(0, 20)
            $session, $renewed | ForEach-Object { $_.GetAccessToken(), $_.GetIdToken() } | ForEach-Object { $_.Split('.')[1].Substring(0, 20); $_.Split('.')[2].Substring(0, 20) }
        ) | Where-Object { $text.Contains($_) }
        $shown | Should -BeNullOrEmpty
    }

    It 'says which flows the app client allows' {
        { $client | Connect-CognitoUser -Credential $credential -AuthFlow USER_PASSWORD_AUTH -ErrorAction Stop } |
            Should -Throw -ErrorId 'FlowNotEnabled,*' -ExpectedMessage '*ALLOW_USER_SRP_AUTH*'
    }

    It 'keeps the zeros of a code that is typed bare' {
        $null = Reset-CognitoUserPassword -ClientId $client.ClientId -ClientSecret $client.ClientSecret -Username anna
        Complete-CognitoPasswordReset $client.ClientId anna 000001 New-Horse-88 -ClientSecret $client.ClientSecret -ErrorAction SilentlyContinue
        $server.Requests[-1].Body | Should -Match '"000001"'
    }
}
