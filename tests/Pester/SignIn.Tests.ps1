BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../../out/CognitoPS/CognitoPS.psd1')
    $server = Start-CognitoLocalServer -PassThru
    $pool = New-CognitoUserPool -PoolName sign-in -AutoVerifiedAttributes email
    $client = New-CognitoUserPoolClient $pool.UserPoolId web -GenerateSecret -ExplicitAuthFlows ALLOW_USER_SRP_AUTH, ALLOW_REFRESH_TOKEN_AUTH
    $credential = [pscredential]::new('anna', (ConvertTo-SecureString 'Right-Horse-7' -AsPlainText -Force))
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
