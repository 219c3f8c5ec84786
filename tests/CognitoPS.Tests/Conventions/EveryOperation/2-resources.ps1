$script:app = New-CognitoUserPoolClient $pool web -GenerateSecret -CallbackURLs https://example.com/signed-in -ExplicitAuthFlows ALLOW_USER_SRP_AUTH, ALLOW_ADMIN_USER_PASSWORD_AUTH, ALLOW_USER_AUTH, ALLOW_REFRESH_TOKEN_AUTH
$web = $app.ClientId
Get-CognitoUserPoolClient $pool
Get-CognitoUserPoolClient $pool $web
Set-CognitoUserPoolClient $pool $web -AccessTokenValidity 2
Set-CognitoSessionConfiguration $pool $web -MaxValidityMinutes 480
Get-CognitoSessionConfiguration $pool $web
$second = New-CognitoUserPoolClientSecret $pool $web
Get-CognitoUserPoolClientSecret $pool $web
$second | Remove-CognitoUserPoolClientSecret
$spare = New-CognitoUserPoolClient $pool spare
Remove-CognitoUserPoolClient $pool $spare.ClientId

New-CognitoResourceServer $pool orders Orders -Scopes @{ read = 'Read orders' }
Get-CognitoResourceServer $pool
Get-CognitoResourceServer $pool orders
Set-CognitoResourceServer $pool orders -AddScope @{ write = 'Change orders' }
$machine = New-CognitoUserPoolClient $pool machine -GenerateSecret -AllowedOAuthFlows client_credentials -AllowedOAuthScopes orders/read -AllowedOAuthFlowsUserPoolClient $true
$machine | Get-CognitoClientToken
Remove-CognitoResourceServer $pool orders

New-CognitoUserPoolDomain $pool my-company
Get-CognitoUserPoolDomain -Domain my-company
Set-CognitoUserPoolDomain $pool my-company -ManagedLoginVersion 2
New-CognitoIdentityProvider $pool Google Google -ProviderClientId 123.apps.example.com -ProviderClientSecret secret -AuthorizeScopes openid, email -IdpIdentifiers example.com
Get-CognitoIdentityProvider $pool
Get-CognitoIdentityProvider $pool Google
Get-CognitoIdentityProvider $pool -IdpIdentifier example.com
Set-CognitoIdentityProvider $pool Google -AttributeMapping @{ email = 'email' }

$style = New-CognitoManagedLoginBranding $pool $web
Get-CognitoManagedLoginBranding $pool $style.ManagedLoginBrandingId
Get-CognitoManagedLoginBranding $pool -ClientId $web
Set-CognitoManagedLoginBranding $pool $style.ManagedLoginBrandingId -Settings @{ categories = @{ global = @{ colorSchemeMode = 'DARK' } } }
Remove-CognitoManagedLoginBranding $pool $style.ManagedLoginBrandingId
Set-CognitoUICustomization $pool -CSS '.banner-customizable { background-color: navy; }'
Get-CognitoUICustomization $pool
$terms = New-CognitoTerm $pool $web terms-of-use @{ 'cognito:default' = 'https://example.com/terms' }
Get-CognitoTerm $pool
Get-CognitoTerm $pool $terms.TermsId
Get-CognitoTerm $pool -ClientId $web -TermsName terms-of-use
Set-CognitoTerm $pool $terms.TermsId -Links @{ 'cognito:french' = 'https://example.com/fr/terms' }
Remove-CognitoTerm $pool $terms.TermsId

Set-CognitoRiskConfiguration $pool -AddSkippedIPRange 203.0.113.0/24
Get-CognitoRiskConfiguration $pool
Set-CognitoLogDelivery $pool -AddLogConfiguration @{ EventSource = 'userAuthEvents'; LogLevel = 'INFO'; S3Configuration = @{ BucketArn = 'arn:aws:s3:::example-logs' } }
Get-CognitoLogDelivery $pool
