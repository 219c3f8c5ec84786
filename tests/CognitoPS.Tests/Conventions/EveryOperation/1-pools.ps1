$script:pool = (New-CognitoUserPool customers -UserPoolTier PLUS -UserPoolAddOns @{ AdvancedSecurityMode = 'AUDIT' } -AutoVerifiedAttributes email -DeviceConfiguration @{ DeviceOnlyRememberedOnUserPrompt = $true } -SignInPolicy @{ AllowedFirstAuthFactors = 'PASSWORD', 'WEB_AUTHN' }).UserPoolId
$spare = New-CognitoUserPool spare
Get-CognitoUserPool customers
Get-CognitoUserPool -UserPoolId $pool
Set-CognitoUserPool $pool -PasswordPolicy @{ MinimumLength = 10 }
Add-CognitoUserPoolAttribute $pool plan -MaxLength 20
Set-CognitoUserPoolMfa $pool OPTIONAL -SoftwareTokenMfaConfiguration @{ Enabled = $true } -WebAuthnConfiguration @{ RelyingPartyId = 'example.com'; UserVerification = 'preferred' }
Get-CognitoUserPoolMfa $pool
Set-CognitoSessionConfiguration $pool -UserSessionTracking ENABLED -MaxPerUser 5
Get-CognitoSessionConfiguration $pool
Add-CognitoTag $pool @{ stage = 'test' }
Get-CognitoTag $pool
Remove-CognitoTag $pool stage
Get-CognitoSigningCertificate $pool
New-CognitoUserPoolReplica $pool eu-central-1
Get-CognitoUserPoolReplica $pool
Set-CognitoUserPoolReplica $pool eu-central-1 INACTIVE
Remove-CognitoUserPoolReplica $pool eu-central-1
Get-CognitoProvisionedLimit UserAuthentication
Set-CognitoProvisionedLimit UserAuthentication 200
Remove-CognitoUserPool $spare.UserPoolId
