param([string] $Module = "$PSScriptRoot/../../out/CognitoPS/CognitoPS.psd1")

BeforeAll {
    Import-Module $Module
    $server = Start-CognitoLocalServer -PassThru

    # Everything that there is to read of a pool, as flat lines of path = value, but for the dates of change.
    function Get-Leaf($Value, [string]$Path) {
        if ($null -eq $Value -or $Value -is [string] -or $Value -is [ValueType] -or $Value -is [securestring] -or $Value -is [System.Collections.IList] -or $Value.GetType().BaseType.Name -eq 'ConstantClass') {
            if ($Path -notlike '*.Modified') { "$Path = $($Value -join ', ')" }
        }
        elseif ($Value -is [System.Collections.IDictionary]) {
            foreach ($key in $Value.Keys) { Get-Leaf $Value[$key] "$Path.$key" }
        }
        else {
            foreach ($property in $Value.PSObject.Properties) { Get-Leaf $property.Value "$Path.$($property.Name)" }
        }
    }

    function Get-Everything($Pool) {
        Get-Leaf (Get-CognitoUserPool -UserPoolId $Pool) 'Pool'
        Get-Leaf (Get-CognitoUserPoolMfa $Pool) 'Mfa'
        Get-Leaf (Get-CognitoTag $Pool) 'Tags'
        Get-CognitoUserPoolClient $Pool -Detailed | ForEach-Object { Get-Leaf $_ "Client.$($_.ClientName)" }
        Get-CognitoUserPoolDomain $Pool | ForEach-Object { Get-Leaf $_ 'Domain' }
        Get-CognitoIdentityProvider $Pool -ProviderName partner, corporate | ForEach-Object { Get-Leaf $_ "Provider.$($_.ProviderName)" }
        Get-CognitoResourceServer $Pool | ForEach-Object { Get-Leaf $_ 'ResourceServer' }
        Get-CognitoManagedLoginBranding $Pool | ForEach-Object { Get-Leaf $_ 'Branding' }
        Get-Leaf (Get-CognitoRiskConfiguration $Pool) 'Risk'
    }
}

AfterAll {
    $server | Stop-CognitoLocalServer
}

Describe 'A production-like pool' {
    It 'differs in exactly the members that were set' {
        Set-Content (Join-Path $TestDrive 'metadata.xml') '<?xml version="1.0"?><EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://idp.example.com" />'
        $pool = (New-CognitoUserPool -Name production -UsernameAttributes email -AutoVerifiedAttributes email -UserPoolTier PLUS `
                -Schema @{ Name = 'plan'; AttributeDataType = 'String'; Mutable = $true } -PasswordPolicy @{ MinimumLength = 12; RequireSymbols = $true } `
                -UserPoolAddOns @{ AdvancedSecurityMode = 'ENFORCED' } -UserPoolTags @{ team = 'identity'; stage = 'prod' }).UserPoolId
        Set-CognitoUserPoolMfa $pool OPTIONAL -SoftwareTokenMfaConfiguration $true -WebAuthnConfiguration @{ RelyingPartyId = 'example.com'; UserVerification = 'preferred' }
        $oauth = @{ AllowedOAuthFlows = 'code'; AllowedOAuthScopes = 'openid'; AllowedOAuthFlowsUserPoolClient = $true; SupportedIdentityProviders = 'COGNITO'; CallbackURLs = 'https://example.com/in' }
        $null = New-CognitoUserPoolClient $pool web @oauth
        $null = New-CognitoUserPoolClient $pool app @oauth -RefreshTokenValidity 90
        $null = New-CognitoUserPoolClient $pool backend -GenerateSecret
        $null = New-CognitoUserPoolDomain $pool -Domain example-prod
        $null = New-CognitoIdentityProvider $pool -ProviderName partner -ProviderType OIDC -OidcIssuer https://partner.example.com -ProviderClientId id -ProviderClientSecret secret -AuthorizeScopes openid -AttributeMapping @{ email = 'email' }
        $null = New-CognitoIdentityProvider $pool -ProviderName corporate -ProviderType SAML -MetadataPath (Join-Path $TestDrive 'metadata.xml') -AttributeMapping @{ email = 'mail' }
        $null = New-CognitoResourceServer $pool -Identifier https://api.example.com -Name orders -Scopes @{ read = 'Read orders' }
        $null = New-CognitoManagedLoginBranding $pool -ClientId (Get-CognitoUserPoolClient $pool -Name web).ClientId -Settings @{ categories = @{ global = @{ colorSchemeMode = 'LIGHT' } } }
        Set-CognitoRiskConfiguration $pool -CompromisedCredentialsRiskConfiguration @{ EventFilter = 'SIGN_IN'; Actions = @{ EventAction = 'BLOCK' } }
        $before = Get-Everything $pool

        Set-CognitoUserPool $pool -PasswordPolicy @{ MinimumLength = 14 }
        Set-CognitoUserPoolMfa $pool -WebAuthnConfiguration @{ UserVerification = 'required' }
        Add-CognitoTag $pool -Tag @{ stage = 'live' }
        Get-CognitoUserPoolClient $pool -Name web | Set-CognitoUserPoolClient -AddCallbackUrl https://example.org/in
        Get-CognitoUserPoolClient $pool -Name app | Set-CognitoUserPoolClient -RefreshTokenValidity 60
        Get-CognitoUserPoolClient $pool -Name backend | Set-CognitoUserPoolClient -EnableTokenRevocation $false
        Set-CognitoUserPoolDomain $pool -Domain example-prod -ManagedLoginVersion 2
        Set-CognitoIdentityProvider $pool -ProviderName partner -AuthorizeScopes openid, profile
        Set-CognitoIdentityProvider $pool -ProviderName corporate -AttributeMapping @{ given_name = 'first' }
        Get-CognitoResourceServer $pool | Set-CognitoResourceServer -AddScope @{ write = 'Change orders' }
        Get-CognitoManagedLoginBranding $pool | Set-CognitoManagedLoginBranding -Settings @{ categories = @{ global = @{ colorSchemeMode = 'DARK' } } }
        Set-CognitoRiskConfiguration $pool -CompromisedCredentialsRiskConfiguration @{ Actions = @{ EventAction = 'NO_ACTION' } }

        $changed = Compare-Object $before (Get-Everything $pool) | ForEach-Object { ($_.InputObject -split ' = ')[0] } | Sort-Object -Unique
        $changed | Should -Be @(
            'Branding.Settings.categories.global.colorSchemeMode'
            'Client.app.RefreshTokenValidity'
            'Client.backend.EnableTokenRevocation'
            'Client.web.CallbackURLs'
            'Domain.ManagedLoginVersion'
            'Mfa.WebAuthnConfiguration.UserVerification'
            'Pool.Policies.PasswordPolicy.MinimumLength'
            'Pool.UserPoolTags.stage'
            'Provider.corporate.AttributeMapping.given_name'
            'Provider.partner.ProviderDetails.authorize_scopes'
            'ResourceServer.ScopeNames'
            'ResourceServer.Scopes'
            'Risk.CompromisedCredentials'
            'Risk.CompromisedCredentialsRiskConfiguration.Actions.EventAction'
            'Tags'
        )
    }
}
