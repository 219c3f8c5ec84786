# One of everything in a local server of this process, and a script block that reads each output type: in the real shell, which alone has
# ConvertTo-Json, Export-Csv and jobs. $args: the module's manifest, the tests' own assembly.
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$ConfirmPreference = 'None'
$began = Get-Date
Import-Module $args[0]
$server = Start-CognitoLocalServer -PassThru
$picture = [byte[]](0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 1, 2, 0xff)
$role = 'arn:aws:iam::123456789012:role/cognito'
$lambda = 'arn:aws:lambda:eu-west-1:123456789012:function:hook'
$certificate = 'arn:aws:acm:us-east-1:123456789012:certificate/0a1b2c3d-0a1b-2c3d-4e5f-0a1b2c3d4e5f'

$pool = New-CognitoUserPool customers -UserPoolTier PLUS -UserPoolAddOns @{ AdvancedSecurityMode = 'ENFORCED'; AdvancedSecurityAdditionalFlows = @{ CustomAuthMode = 'AUDIT' } } `
    -AutoVerifiedAttributes email -UsernameConfiguration @{ CaseSensitive = $false } -UserPoolTags @{ stage = 'test'; team = 'identity' } `
    -PasswordPolicy @{ MinimumLength = 10; RequireNumbers = $true } -SignInPolicy @{ AllowedFirstAuthFactors = 'PASSWORD', 'WEB_AUTHN' } `
    -DeviceConfiguration @{ DeviceOnlyRememberedOnUserPrompt = $true; ChallengeRequiredOnNewDevice = $true } `
    -LambdaConfig @{ PreSignUp = $lambda; PreTokenGenerationConfig = @{ LambdaArn = $lambda; LambdaVersion = 'V2_0' } } `
    -AccountRecoverySetting @{ RecoveryMechanisms = @{ Name = 'verified_email'; Priority = 1 }, @{ Name = 'verified_phone_number'; Priority = 2 } } `
    -AdminCreateUserConfig @{ AllowAdminCreateUserOnly = $false; InviteMessageTemplate = @{ EmailMessage = 'Welcome {username}, {####}'; EmailSubject = 'Welcome' } } `
    -EmailConfiguration @{ EmailSendingAccount = 'DEVELOPER'; SourceArn = 'arn:aws:ses:eu-west-1:123456789012:identity/example.com'; From = 'Shop <shop@example.com>' } `
    -SmsConfiguration @{ SnsCallerArn = $role; ExternalId = 'shop'; SnsRegion = 'eu-west-1' } `
    -VerificationMessageTemplate @{ DefaultEmailOption = 'CONFIRM_WITH_CODE'; EmailMessage = 'Your code is {####}'; EmailSubject = 'Your code' } `
    -UserAttributeUpdateSettings @{ AttributesRequireVerificationBeforeUpdate = 'email' }
$id = $pool.UserPoolId
Add-CognitoUserPoolAttribute $id plan -MaxLength 20
Add-CognitoUserPoolAttribute $id seats -AttributeDataType Number
Set-CognitoUserPoolMfa $id OPTIONAL -SoftwareTokenMfaConfiguration @{ Enabled = $true } -WebAuthnConfiguration @{ RelyingPartyId = 'example.com'; UserVerification = 'preferred' }
Set-CognitoSessionConfiguration $id -UserSessionTracking ENABLED -MaxPerUser 5
New-CognitoUserPoolReplica $id eu-central-1 | Out-Null

$app = New-CognitoUserPoolClient $id web -GenerateSecret -CallbackURLs https://example.com/in -AllowedOAuthFlowsUserPoolClient $true -AllowedOAuthFlows code `
    -AllowedOAuthScopes openid -SupportedIdentityProviders COGNITO -AccessTokenValidity 20 -TokenValidityUnits @{ AccessToken = 'minutes'; RefreshToken = 'days' } `
    -RefreshTokenRotation @{ Feature = 'ENABLED'; RetryGracePeriodSeconds = 10 } -ExplicitAuthFlows ALLOW_USER_SRP_AUTH, ALLOW_ADMIN_USER_PASSWORD_AUTH `
    -AnalyticsConfiguration @{ ApplicationArn = 'arn:aws:mobiletargeting:eu-west-1:123456789012:apps/0a1b2c3d4e5f'; UserDataShared = $true }
$web = $app.ClientId
Set-CognitoSessionConfiguration $id $web -MaxValidityMinutes 480
New-CognitoUserPoolClientSecret $id $web | Out-Null
New-CognitoUserPoolDomain $id shop-login | Out-Null
New-CognitoUserPoolDomain $id login.example.com -CustomDomainConfig @{ CertificateArn = $certificate } | Out-Null
New-CognitoIdentityProvider $id corporate OIDC -ProviderClientId shop -ProviderClientSecret hidden-secret -OidcIssuer https://op.example.com -IdpIdentifiers example.com `
    -AttributeMapping @{ email = 'mail'; given_name = 'first' } | Out-Null
New-CognitoResourceServer $id orders Orders -Scopes @{ read = 'Read orders'; write = 'Change orders' } | Out-Null
$machine = New-CognitoUserPoolClient $id machine -GenerateSecret -AllowedOAuthFlows client_credentials -AllowedOAuthScopes orders/read -AllowedOAuthFlowsUserPoolClient $true
New-CognitoManagedLoginBranding $id $web -Settings @{ categories = @{ global = @{ colorSchemeMode = 'LIGHT'; spacingDensity = 'REGULAR' }; form = @{ instructions = @{ enabled = $true }; order = @(1, 2.5, 'x') } } } `
    -Assets @{ Category = 'FORM_LOGO'; ColorMode = 'LIGHT'; Extension = 'PNG'; Bytes = $picture }, @{ Category = 'FAVICON_ICO'; ColorMode = 'LIGHT'; Extension = 'ICO'; Bytes = $picture } | Out-Null
Set-CognitoUICustomization $id -CSS '.banner-customizable { background-color: navy; }'
New-CognitoTerm $id $web terms-of-use @{ 'cognito:default' = 'https://example.com/terms'; 'cognito:french' = 'https://example.com/fr' } | Out-Null
Set-CognitoRiskConfiguration $id -CompromisedCredentialsRiskConfiguration @{ EventFilter = 'SIGN_IN'; Actions = @{ EventAction = 'BLOCK' } } -RiskExceptionConfiguration @{ SkippedIPRangeList = '203.0.113.0/24' } `
    -AccountTakeoverRiskConfiguration @{ Actions = @{ HighAction = @{ Notify = $true; EventAction = 'BLOCK' }; LowAction = @{ Notify = $false; EventAction = 'NO_ACTION' } }; NotifyConfiguration = @{ SourceArn = 'arn:aws:ses:eu-west-1:123456789012:identity/example.com'; From = 'shop@example.com'; BlockEmail = @{ Subject = 'Blocked'; HtmlBody = '<p>Blocked</p>'; TextBody = 'Blocked' } } }
Set-CognitoLogDelivery $id -AddLogConfiguration @{ EventSource = 'userAuthEvents'; LogLevel = 'INFO'; S3Configuration = @{ BucketArn = 'arn:aws:s3:::example-logs' } }, @{ EventSource = 'userNotification'; LogLevel = 'ERROR'; CloudWatchLogsConfiguration = @{ LogGroupArn = 'arn:aws:logs:eu-west-1:123456789012:log-group:cognito' } }

$password = 'Right-Horse-7'
New-CognitoUser $id anna @{ email = 'anna@example.com'; email_verified = $true; given_name = 'Anna'; 'custom:plan' = 'basic' } -Password $password | Out-Null
New-CognitoUser $id ben @{ email = 'anna@example.com' } -Password $password | Out-Null
New-CognitoGroup $id staff -Precedence 3 -RoleArn $role | Out-Null
Add-CognitoGroupMember $id staff anna
$credential = [pscredential]::new('anna', (ConvertTo-SecureString $password -AsPlainText -Force))
$session = $app | Connect-CognitoUser -Credential $credential -SkipDeviceConfirmation -Admin -AuthFlow ADMIN_USER_PASSWORD_AUTH
$own = New-CognitoUserPoolClient $id app -ExplicitAuthFlows ALLOW_USER_SRP_AUTH | Connect-CognitoUser -Credential $credential
$authenticator = [Activator]::CreateInstance([Reflection.Assembly]::LoadFrom($args[1]).GetType('CognitoPS.Tests.Support.SoftwareAuthenticator'), 'https://example.com')
$options = ($own | Start-CognitoWebAuthnRegistration).CredentialCreationOptions
$passkey = $authenticator.GetType().GetMethod('Create', [Reflection.BindingFlags]'Instance, NonPublic').Invoke($authenticator, @([Text.Json.JsonDocument]::Parse($options).RootElement))
$own | Complete-CognitoWebAuthnRegistration -Credential ([Text.Json.JsonSerializer]::Serialize($passkey, $passkey.GetType()))
$file = [IO.Path]::GetTempFileName()
[IO.File]::WriteAllText($file, "$(Get-CognitoUserImportHeader $id)`n")
New-CognitoUserImportJob $id people $role $file | Out-Null
[IO.File]::Delete($file)

# Each Get- cmdlet by name, with the objects that it gives.
$reads = [ordered]@{
    'Get-CognitoAuthEvent' = { Get-CognitoAuthEvent $id anna -First 1 }
    'Get-CognitoClientToken' = { $machine | Get-CognitoClientToken }
    'Get-CognitoConnection' = { Get-CognitoConnection }
    'Get-CognitoGroup' = { Get-CognitoGroup $id staff }
    'Get-CognitoGroupMember' = { Get-CognitoGroupMember $id staff }
    'Get-CognitoIdentityProvider' = { Get-CognitoIdentityProvider $id corporate }
    'Get-CognitoIdentityProvider list' = { Get-CognitoIdentityProvider $id }
    'Get-CognitoLogDelivery' = { Get-CognitoLogDelivery $id }
    'Get-CognitoManagedLoginBranding' = { Get-CognitoManagedLoginBranding $id -ClientId $web }
    'Get-CognitoProvisionedLimit' = { Get-CognitoProvisionedLimit UserAuthentication }
    'Get-CognitoResourceServer' = { Get-CognitoResourceServer $id orders }
    'Get-CognitoRiskConfiguration' = { Get-CognitoRiskConfiguration $id }
    'Get-CognitoSessionConfiguration' = { Get-CognitoSessionConfiguration $id }
    'Get-CognitoSessionConfiguration client' = { Get-CognitoSessionConfiguration $id $web }
    'Get-CognitoSigningCertificate' = { Get-CognitoSigningCertificate $id }
    'Get-CognitoTag' = { Get-CognitoTag $id | Where-Object Key -eq stage }
    'Get-CognitoTerm' = { Get-CognitoTerm $id -ClientId $web -TermsName terms-of-use }
    'Get-CognitoTerm list' = { Get-CognitoTerm $id }
    'Get-CognitoUICustomization' = { Get-CognitoUICustomization $id }
    'Get-CognitoUser' = { Get-CognitoUser $id anna }
    'Get-CognitoUser list' = { Get-CognitoUser $id -Email anna@example.com -First 1 }
    'Get-CognitoUser own' = { $own | Get-CognitoUser }
    'Get-CognitoUser inactive' = { Get-CognitoUser $id -Inactive 0d -First 1 }
    'Get-CognitoUser duplicates' = { Get-CognitoUser $id -Duplicate email }
    'Get-CognitoUser count' = { Get-CognitoUser $id -CountByStatus }
    'Get-CognitoUserAuthFactor' = { Get-CognitoUserAuthFactor $id anna }
    'Get-CognitoUserDevice' = { Get-CognitoUserDevice $id anna -First 1 }
    'Get-CognitoUserDevice own' = { $own | Get-CognitoUserDevice -First 1 }
    'Get-CognitoUserImportHeader' = { Get-CognitoUserImportHeader $id }
    'Get-CognitoUserImportJob' = { Get-CognitoUserImportJob $id -First 1 }
    'Get-CognitoUserPool' = { Get-CognitoUserPool -UserPoolId $id }
    'Get-CognitoUserPool list' = { Get-CognitoUserPool customers }
    'Get-CognitoUserPoolClient' = { Get-CognitoUserPoolClient $id $web }
    'Get-CognitoUserPoolClient list' = { Get-CognitoUserPoolClient $id -First 1 }
    'Get-CognitoUserPoolClientSecret' = { Get-CognitoUserPoolClientSecret $id $web -First 1 }
    'Get-CognitoUserPoolDomain' = { Get-CognitoUserPoolDomain -Domain shop-login }
    'Get-CognitoUserPoolMfa' = { Get-CognitoUserPoolMfa $id }
    'Get-CognitoUserPoolReplica' = { Get-CognitoUserPoolReplica $id | Where-Object RegionName -eq eu-central-1 }
    'Get-CognitoUserSession' = { Get-CognitoUserSession $id anna -First 1 }
    'Get-CognitoUserSession own' = { $own | Get-CognitoUserSession -First 1 }
    'Get-CognitoWebAuthnCredential' = { $own | Get-CognitoWebAuthnCredential }
}
