$clara = $app | Register-CognitoUser -Username clara -Password $password -UserAttribute @{ email = 'clara@example.com' }
$app | Send-CognitoConfirmationCode -Username clara
$clara | Confirm-CognitoUser -ConfirmationCode (& $lastCode)
$app | Register-CognitoUser -Username dora -Password $password -UserAttribute @{ email = 'dora@example.com' }
Confirm-CognitoUser $pool dora
$app | Reset-CognitoUserPassword -Username clara
$app | Complete-CognitoPasswordReset -Username clara -ConfirmationCode (& $lastCode) -Password $password
Reset-CognitoUserPassword $pool clara

$s = $app | Connect-CognitoUser -Credential $anna -SkipDeviceConfirmation
$s | Get-CognitoUser
$s | Set-CognitoUser -Attribute @{ given_name = 'Anna' }
$s | Set-CognitoUser -RemoveAttribute given_name
$s | Send-CognitoAttributeVerificationCode email
$s | Confirm-CognitoUserAttribute email (& $lastCode)
$s | Set-CognitoUserPassword -PreviousPassword $password -Password $password
$s | Get-CognitoUserAuthFactor
$s | Set-CognitoUserMfaPreference -SMSMfaSettings @{ Enabled = $false }
$s | Set-CognitoUserSetting -MFAOptions @()
$authenticatorApp = $s | New-CognitoSoftwareToken
$authenticatorApp | Confirm-CognitoSoftwareToken -UserCode ($authenticatorApp | Get-CognitoTotpCode)
Remove-CognitoSoftwareToken $pool anna

$registration = $s | Start-CognitoWebAuthnRegistration
$s | Complete-CognitoWebAuthnRegistration -Credential ($passkey.Answer($registration.CredentialCreationOptions))
$s | Get-CognitoWebAuthnCredential | Remove-CognitoWebAuthnCredential

$s | Confirm-CognitoUserDevice -DeviceName laptop
$s | Set-CognitoUserDevice -DeviceKey $s.DeviceKey -DeviceRememberedStatus remembered
$s | Get-CognitoUserDevice
$s | Get-CognitoUserDevice -DeviceKey $s.DeviceKey
Get-CognitoUserDevice $pool anna
Get-CognitoUserDevice $pool anna $s.DeviceKey
Set-CognitoUserDevice $pool anna $s.DeviceKey not_remembered
$s | Remove-CognitoUserDevice -DeviceKey $s.DeviceKey
$s = $app | Connect-CognitoUser -Credential $anna -Admin -AuthFlow USER_SRP_AUTH
Remove-CognitoUserDevice $pool anna $s.DeviceKey

$s = $s | Update-CognitoToken
$s | Revoke-CognitoToken
$authEvent = Get-CognitoAuthEvent $pool anna -First 1
$authEvent | Set-CognitoAuthEventFeedback -FeedbackValue Valid
$authEvent | Set-CognitoAuthEventFeedback -FeedbackValue Valid -FeedbackToken $authEvent.EventId
$s = $app | Connect-CognitoUser -Credential $anna
$one, $null = $s | Get-CognitoUserSession
$s | Revoke-CognitoUserSession -SessionId $one.SessionId
$s = $app | Connect-CognitoUser -Credential $anna
Get-CognitoUserSession $pool anna -First 1 | Revoke-CognitoUserSession
$s = $app | Connect-CognitoUser -Credential $anna
$s | Disconnect-CognitoUser
Disconnect-CognitoUser $pool anna
$s = $app | Connect-CognitoUser -Credential $anna
$s | Remove-CognitoUser
Remove-CognitoUser $pool ben
