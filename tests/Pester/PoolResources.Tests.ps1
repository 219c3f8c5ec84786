# What stands around a pool, as an administrator drives it at a prompt.
param([string] $Module = "$PSScriptRoot/../../out/CognitoPS/CognitoPS.psd1")

BeforeAll {
    Import-Module $Module
    $server = Start-CognitoLocalServer -PassThru
    $pool = New-CognitoUserPool customers
    $client = New-CognitoUserPoolClient $pool web
    Push-Location TestDrive:
}

AfterAll {
    Pop-Location
    $server | Stop-CognitoLocalServer
}

Describe 'Domains' {
    It 'lives from New to Remove' {
        (New-CognitoUserPoolDomain $pool my-company).ManagedLoginVersion | Should -Be 1
        $pool | Get-CognitoUserPoolDomain | Set-CognitoUserPoolDomain -ManagedLoginVersion 2
        ($pool | Get-CognitoUserPoolDomain).ManagedLoginVersion | Should -Be 2
        $pool | Get-CognitoUserPoolDomain | Remove-CognitoUserPoolDomain -Confirm:$false
        $pool | Get-CognitoUserPoolDomain | Should -BeNullOrEmpty
    }
}

Describe 'Identity providers' {
    It 'takes SAML metadata from a file beside the prompt' {
        '<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://idp.example.com" />' | Set-Content metadata.xml
        $provider = New-CognitoIdentityProvider $pool corporate SAML -MetadataPath metadata.xml -AttributeMapping @{ email = 'mail' }
        $provider.ProviderDetails['MetadataFile'] | Should -Match '^<EntityDescriptor'
    }

    It 'changes one mapping and keeps the other' {
        $changed = Set-CognitoIdentityProvider $pool corporate -AttributeMapping @{ given_name = 'first' } -PassThru
        $changed.AttributeMapping['email'] | Should -Be 'mail'
        $changed.AttributeMapping['given_name'] | Should -Be 'first'
    }

    It 'never shows a secret' {
        $text = New-CognitoIdentityProvider $pool partner OIDC -ProviderClientId app -ProviderClientSecret verysecret -OidcIssuer https://op.example.com -Verbose *>&1 | Format-List * | Out-String
        $text | Should -Not -Match 'verysecret'
        $text | Should -Match 'partner'
    }

    It 'names the nearest key to a wrong one' {
        New-CognitoIdentityProvider $pool other OIDC -ProviderDetails @{ clientid = 'a' } -ErrorAction SilentlyContinue -ErrorVariable problem
        $problem.FullyQualifiedErrorId | Should -BeLike 'UnknownSetting,*'
        $problem.ErrorDetails.RecommendedAction | Should -BeLike '*client_id*'
    }
}

Describe 'Resource servers' {
    It 'adds and removes a scope without touching the others' {
        $null = New-CognitoResourceServer $pool https://api.example.com orders -Scopes @{ read = 'Read orders'; write = 'Change orders' }
        $changed = $pool | Get-CognitoResourceServer | Set-CognitoResourceServer -AddScope @{ delete = 'Delete orders' } -RemoveScope write -PassThru
        $changed.ScopeNames | Sort-Object | Should -Be 'https://api.example.com/delete', 'https://api.example.com/read'
    }
}

Describe 'Managed login styles' {
    It 'goes from a style to a file and back' {
        $null = $client | New-CognitoManagedLoginBranding -Settings '{ "categories": { "global": { "colorSchemeMode": "LIGHT", "spacingDensity": "REGULAR" } } }'
        (Get-CognitoManagedLoginBranding $pool -ClientId $client.ClientId).Settings | ConvertTo-Json -Depth 20 | Set-Content style.json
        (Get-Content style.json -Raw).Replace('LIGHT', 'DARK') | Set-Content style.json
        $changed = $pool | Get-CognitoManagedLoginBranding | Set-CognitoManagedLoginBranding -Settings style.json -PassThru
        $changed.Settings.categories.global.colorSchemeMode | Should -Be 'DARK'
        $changed.Settings.categories.global.spacingDensity | Should -Be 'REGULAR'
    }

    It 'sends a picture and knows its type by its name' {
        [System.IO.File]::WriteAllBytes((Join-Path $TestDrive logo.png), [byte[]](1..100))
        $changed = $pool | Get-CognitoManagedLoginBranding | Set-CognitoManagedLoginBranding -AddAsset @{ Category = 'FORM_LOGO'; ColorMode = 'LIGHT'; Path = 'logo.png' } -PassThru
        $changed.Assets[0].Extension | Should -Be 'PNG'
        [Convert]::FromBase64String($changed.Assets[0].Bytes).Length | Should -Be 100
    }

    It 'refuses a picture that is not there before anything is sent' {
        $before = $server.RequestCount
        { Set-CognitoManagedLoginBranding $pool -ClientId $client.ClientId -AddAsset @{ Category = 'FORM_LOGO'; ColorMode = 'LIGHT'; Path = 'nosuch.png' } } | Should -Throw '*nosuch.png*'
        $server.RequestCount | Should -Be $before
    }
}

Describe 'Terms' {
    It 'changes one language' {
        $null = $client | New-CognitoTerm -TermsName terms-of-use -Links @{ 'cognito:default' = 'https://example.com/terms' }
        $changed = Get-CognitoTerm $pool | Set-CognitoTerm -Links @{ 'cognito:french' = 'https://example.com/fr' } -PassThru
        $changed.Links.Keys | Sort-Object | Should -Be 'cognito:default', 'cognito:french'
    }
}
