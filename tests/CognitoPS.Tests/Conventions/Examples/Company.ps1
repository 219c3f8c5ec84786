# What the examples speak of: made by our own cmdlets, on a server that has nothing yet. $folder is Run.ps1's.
$global:ConfirmPreference = 'None'
$WarningPreference = 'SilentlyContinue'
$password = 'Right-Horse-7'
$flows = 'ALLOW_USER_SRP_AUTH', 'ALLOW_USER_PASSWORD_AUTH', 'ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ALLOW_USER_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'
$custom = @{ Name = 'department'; AttributeDataType = 'String'; Mutable = $true }, @{ Name = 'orders'; AttributeDataType = 'Number'; Mutable = $true }
$pool = New-CognitoUserPool customers -Schema $custom -UserPoolTier PLUS -UserPoolAddOns @{ AdvancedSecurityMode = 'AUDIT' } -AutoVerifiedAttributes email -DeviceConfiguration @{ DeviceOnlyRememberedOnUserPrompt = $true } -SignInPolicy @{ AllowedFirstAuthFactors = 'PASSWORD', 'WEB_AUTHN' } -UserPoolTags @{ team = 'identity'; stage = 'test'; 'temp-1' = 'x' }
$customers = $pool.UserPoolId
$staging = (New-CognitoUserPool customers-staging).UserPoolId
$test = (New-CognitoUserPool customers-test).UserPoolId
$null = New-CognitoUserPool customers-prod
$null = New-CognitoUserPool customers-old-rehearsal
Set-CognitoUserPoolMfa $customers OPTIONAL -SoftwareTokenMfaConfiguration @{ Enabled = $true } -SmsMfaConfiguration @{ SmsConfiguration = @{ SnsCallerArn = 'arn:aws:iam::123456789012:role/sms' } } -WebAuthnConfiguration @{ RelyingPartyId = 'example.com'; UserVerification = 'preferred' }
Set-CognitoSessionConfiguration $customers -UserSessionTracking ENABLED -MaxPerUser 0
New-CognitoUserPoolReplica $customers eu-central-1 | Set-CognitoUserPoolReplica -Status INACTIVE

$null = New-CognitoResourceServer $customers orders orders -Scopes @{ read = 'Read orders' }
$null = New-CognitoResourceServer $customers https://api.example.com api -Scopes @{ read = 'Read'; legacy = 'Old' }
$null = New-CognitoResourceServer $customers test-api test-api
$api = New-CognitoUserPoolClient $customers backend -GenerateSecret
$machine = New-CognitoUserPoolClient $customers machine -GenerateSecret -AllowedOAuthFlows client_credentials -AllowedOAuthScopes orders/read -AllowedOAuthFlowsUserPoolClient $true
$null = New-CognitoUserPoolClient $customers test-app
$web = New-CognitoUserPoolClient $customers web -CallbackURLs https://example.com/signed-in -ExplicitAuthFlows $flows
$null = New-CognitoIdentityProvider $customers corporate SAML -MetadataUrl https://idp.example.com/metadata.xml -IdpIdentifiers example.com
$null = New-CognitoIdentityProvider $customers Google Google -ProviderClientId 123.apps.example.com -ProviderClientSecret secret -AuthorizeScopes openid, email
$null = New-CognitoIdentityProvider $customers test-idp SAML -MetadataUrl https://idp.example.com/metadata.xml
$null = New-CognitoUserPoolDomain $customers my-company
$null = New-CognitoUserPoolDomain $test my-company-test
$other = New-CognitoUserPoolClient $test web
$null = New-CognitoManagedLoginBranding $test $other.ClientId
$null = New-CognitoTerm $test $other.ClientId privacy-policy @{ 'cognito:default' = 'https://example.com/privacy' }
$null = New-CognitoManagedLoginBranding $customers $web.ClientId
$terms = New-CognitoTerm $customers $web.ClientId privacy-policy @{ 'cognito:default' = 'https://example.com/privacy' }

$null = New-CognitoUser $customers anna @{ email = 'anna@example.com'; email_verified = $true; phone_number = '+491701234567'; phone_number_verified = $true } -Password $password -MessageAction SUPPRESS
$null = New-CognitoUser $customers ben, test-1 @{ email = 'anna@example.com' } -MessageAction SUPPRESS
Disable-CognitoUser $customers ben
$null = $web | Register-CognitoUser -Username test-2 -Password $password -UserAttribute @{ email = 'test@example.com' }
'admins', 'staff', 'sales', 'interns', 'contractors', 'test-group' | ForEach-Object { $null = New-CognitoGroup $customers $_ }
'admins', 'staff', 'interns', 'contractors' | ForEach-Object { Add-CognitoGroupMember $customers $_ anna }

$c = [pscredential]::new('anna', [System.Net.NetworkCredential]::new('', $password).SecurePassword)
$s = $web | Connect-CognitoUser -Credential $c -Admin -SkipDeviceConfirmation
$device = $web | Connect-CognitoUser -Credential $c -Admin
$app = $s | New-CognitoSoftwareToken
$app | Confirm-CognitoSoftwareToken -UserCode ($app | Get-CognitoTotpCode)
$apiSecret = ($api | Get-CognitoUserPoolClientSecret)[0].ClientSecretId
$session = (Get-CognitoUserSession $customers anna -First 1).SessionId
$authEvent = (Get-CognitoAuthEvent $customers anna -First 1).EventId
$accessToken, $refreshToken = $s.AccessToken, $s.RefreshToken
$totpSecret = $app.SoftwareTokenSecret
$secret = $machine.ClientSecret

$files = @{
    'links.csv' = "Username,Mail,ProviderAttributeValue`nanna,anna@example.com,110000000000000000001"
    'staff.csv' = "username,mail,department`ncarla,carla@example.com,sales"
    'customers.jsonl' = '{"Username":"dora","Attributes":{"email":"dora@example.com"}}'
    'moves.csv' = "username,department`nanna,sales"
    'passwords.csv' = "username,password`nanna,New-Horse-88!"
    'users.csv' = "$(Get-CognitoUserImportHeader $customers)"
    'login.css' = '.banner-customizable { background-color: navy; }'
    'style.json' = '{ "categories": {} }'
    'logo.png' = 'an image'
    'suppressions.json' = '[ { "RuleId": "sign-up-open", "Reason": "A shop.", "Until": "2999-12-31" } ]'
    'logo-dark.svg' = '<svg xmlns="http://www.w3.org/2000/svg"/>'
}
$files.GetEnumerator() | ForEach-Object { [System.IO.File]::WriteAllText("$folder/$($_.Key)", $_.Value) }
$job = New-CognitoUserImportJob $customers people arn:aws:iam::123456789012:role/import "$folder/users.csv"
