# The words that RuleCases.cs makes pools with. Each leaves the pool's id in $pool; $server is the local server.
$ConfirmPreference = 'None'
$WarningPreference = 'SilentlyContinue'
$function = 'arn:aws:lambda:eu-west-1:123456789012:function:trigger'
$role = 'arn:aws:iam::123456789012:role/service'

function pool { $global:pool = (New-CognitoUserPool case @args).UserPoolId }
function plus ($mode) { pool -UserPoolTier PLUS -UserPoolAddOns @{ AdvancedSecurityMode = $mode } }
function sms { pool -SmsConfiguration @{ SnsCallerArn = $role; ExternalId = 'known' } @args }
function mfa ($mode) { pool; Set-CognitoUserPoolMfa $global:pool $mode -SoftwareTokenMfaConfiguration $true }
function recovery ([string[]] $names) {
    pool -AccountRecoverySetting @{ RecoveryMechanisms = @(for ($i = 0; $i -lt $names.Length; $i++) { @{ Priority = $i + 1; Name = $names[$i] } }) }
}
function users ($count) { $server.AddUsers($global:pool, $count) }

# In a pool of its own, unless one was made before in the same case.
function own { if (-not $global:pool) { pool } }
function client { own; $global:client = (New-CognitoUserPoolClient $global:pool app @args).ClientId }
function web {
    $settings = @{ CallbackURLs = 'https://example.com/in'; AllowedOAuthFlows = 'code'; AllowedOAuthScopes = 'openid'; AllowedOAuthFlowsUserPoolClient = $true }
    for ($i = 0; $i -lt $args.Count; $i += 2) { $settings[$args[$i].TrimStart('-')] = $args[$i + 1] }
    own
    $global:client = (New-CognitoUserPoolClient $global:pool web @settings).ClientId
}
function scoped {
    own
    $null = New-CognitoResourceServer $global:pool api api -Scopes @{ read = 'Read' }
    web -AllowedOAuthScopes ('openid', 'api/read')
}
function saml { own; $null = New-CognitoIdentityProvider $global:pool corporate SAML -MetadataUrl https://idp.example.com/metadata.xml @args }
function metadata ($path) { own; $null = New-CognitoIdentityProvider $global:pool corporate SAML -MetadataPath $path }
function oidc {
    own
    $null = New-CognitoIdentityProvider $global:pool corporate OIDC -ProviderClientId id -ProviderClientSecret secret -AuthorizeScopes openid -OidcIssuer https://idp.example.com -AttributesRequestMethod GET @args
}
function team ($name, $precedence, $role) {
    own
    $with = if ($role) { @{ RoleArn = $role } } else { @{} }
    $null = New-CognitoGroup $global:pool $name -Precedence $precedence @with
}
function members ($group, $count) {
    1..$count | ForEach-Object { $null = New-CognitoUser $global:pool "member$_" -MessageAction SUPPRESS; Add-CognitoGroupMember $global:pool $group "member$_" }
}
function domain { own; $null = New-CognitoUserPoolDomain $global:pool "d$([guid]::NewGuid().ToString('n'))" @args }
function customdomain {
    own
    $certificate = 'arn:aws:acm:us-east-1:123456789012:certificate/11111111-2222-4333-8444-555555555555'
    $null = New-CognitoUserPoolDomain $global:pool "$([guid]::NewGuid().ToString('n')).example.com" -CertificateArn $certificate @args
}
