# A user pool's whole life, as an administrator drives it at a prompt.
param([string] $Module = "$PSScriptRoot/../../out/CognitoPS/CognitoPS.psd1")

BeforeAll {
    Import-Module $Module
    $server = Start-CognitoLocalServer -PassThru
}

AfterAll {
    $server | Stop-CognitoLocalServer
}

Describe 'A user pool' {
    It 'is created by its name alone' {
        $script:pool = New-CognitoUserPool customers
        $pool.Name | Should -Be 'customers'
        $pool.UserPoolId | Should -Match '^eu-west-1_'
        (Get-CognitoUserPool cust*).UserPoolId | Should -Be $pool.UserPoolId
    }

    It 'shows under -WhatIf -Verbose what would be sent, and sends nothing' {
        $before = $server.RequestCount
        $text = New-CognitoUserPool x -PasswordPolicy @{ MinimumLength = 12 } -WhatIf -Verbose 4>&1 | Out-String
        $text | Should -Match '"MinimumLength": 12'
        $server.RequestCount | Should -Be $before
    }

    It 'changes what is named and keeps the rest' {
        $pool | Set-CognitoUserPool -PasswordPolicy @{ MinimumLength = 12; RequireSymbols = $false } -UserPoolTags @{ team = 'identity' } -AutoVerifiedAttributes email
        $changed = $pool | Set-CognitoUserPool -PasswordPolicy @{ MinimumLength = 14 } -AddAutoVerifiedAttribute phone_number `
            -SmsConfiguration @{ SnsCallerArn = 'arn:aws:iam::123456789012:role/sms'; ExternalId = 'x' } -PassThru
        $changed.Policies.PasswordPolicy.MinimumLength | Should -Be 14
        $changed.Policies.PasswordPolicy.RequireSymbols | Should -BeFalse
        $changed.AutoVerifiedAttributes | Should -Be 'email', 'phone_number'
        $changed.UserPoolTags['team'] | Should -Be 'identity'
    }

    It 'says on one line each what would change' {
        $text = $pool | Set-CognitoUserPool -PasswordPolicy @{ MinimumLength = 16 } -RemoveAutoVerifiedAttribute email -Verbose 4>&1 | Out-String
        $text | Should -Match "MinimumLength: 14 $([char]0x2192) 16"
        $text | Should -Match 'AutoVerifiedAttributes: removed email'
        $text | Should -Match "'customers'"
    }

    It 'names the nearest setting to a wrong one' {
        { $pool | Set-CognitoUserPool -PasswordPolicy @{ MinLength = 14 } } | Should -Throw '*Did you mean MinimumLength?*'
    }

    It 'gets attributes for good' {
        $pool | Add-CognitoUserPoolAttribute -Name plan -MaxLength 20 -WarningVariable warning -WarningAction SilentlyContinue
        $warning | Should -Match 'never'
        ($pool | Get-CognitoUserPool).SchemaAttributes.Name | Should -Contain 'custom:plan'
    }

    It 'gets a second factor without losing another' {
        $pool | Set-CognitoUserPoolMfa -MfaConfiguration OPTIONAL -SoftwareTokenMfaConfiguration $true
        $mfa = $pool | Set-CognitoUserPoolMfa -WebAuthnConfiguration @{ RelyingPartyId = 'example.com' } -PassThru
        $mfa.MfaConfiguration | Should -Be 'OPTIONAL'
        $mfa.SoftwareTokenMfaConfiguration.Enabled | Should -BeTrue
    }

    It 'has app clients whose tokens are valid for a time span' {
        $client = $pool | New-CognitoUserPoolClient -ClientName web -AccessTokenValidity ([timespan]'00:30:00') -CallbackURLs https://example.com/in
        "$($client.AccessTokenValidity) $($client.TokenValidityUnits.AccessToken)" | Should -Be '30 minutes'
        $client = $client | Set-CognitoUserPoolClient -AccessTokenValidity 02:00:00 -AddCallbackUrl https://example.org/in -PassThru
        "$($client.AccessTokenValidity) $($client.TokenValidityUnits.AccessToken)" | Should -Be '2 hours'
        $client.CallbackURLs | Should -HaveCount 2
    }

    It 'rotates the secret of a client: add, deploy, remove' {
        $client = $pool | New-CognitoUserPoolClient -ClientName api -GenerateSecret
        $new = $client | New-CognitoUserPoolClientSecret
        $new.GetSecretText().Length | Should -BeGreaterThan 23
        $new | Out-String | Should -Not -Match ([regex]::Escape($new.GetSecretText()))
        $new | Get-CognitoUserPoolClientSecret | Where-Object ClientSecretId -NE $new.ClientSecretId | Remove-CognitoUserPoolClientSecret -Confirm:$false
        ($client | Get-CognitoUserPoolClientSecret).ClientSecretId | Should -Be $new.ClientSecretId
    }

    It 'is tagged' {
        $pool | Add-CognitoTag -Tag @{ stage = 'test' }
        ($pool | Get-CognitoTag).Key | Should -Be 'stage', 'team'
        $pool | Get-CognitoTag -Key stage | Remove-CognitoTag -Confirm:$false
        ($pool | Get-CognitoTag).Key | Should -Be 'team'
    }

    It 'is the model of another' {
        $copy = New-CognitoUserPool rehearsal -LikeUserPoolId $pool
        $copy.Policies.PasswordPolicy.MinimumLength | Should -Be 16
        $copy.SchemaAttributes.Name | Should -Contain 'custom:plan'
        ($copy | Get-CognitoUserPoolMfa).SoftwareTokenMfaConfiguration.Enabled | Should -BeTrue
        $copy | Remove-CognitoUserPool -Confirm:$false
    }

    It 'reads well in a list' {
        $pool | Get-CognitoUserPool | Format-List Policies | Out-String -Width 300 | Should -Match 'MinimumLength: 16'
    }

    It 'is not removed while it is protected, unless by force' {
        $pool | Set-CognitoUserPool -DeletionProtection ACTIVE
        { $pool | Remove-CognitoUserPool -Confirm:$false -ErrorAction Stop } | Should -Throw '*deletion protection*'
        $pool | Remove-CognitoUserPool -Force -Confirm:$false
        Get-CognitoUserPool | Should -BeNullOrEmpty
    }
}
