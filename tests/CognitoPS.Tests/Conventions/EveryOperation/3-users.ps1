$script:password = 'Right-Horse-7'
$script:anna = [pscredential]::new('anna', [System.Net.NetworkCredential]::new('', $password).SecurePassword)
New-CognitoUser $pool anna, ben @{ email_verified = $true; email = 'someone@example.com' } -MessageAction SUPPRESS
Set-CognitoUserPassword $pool anna, ben $password -Permanent
Set-CognitoUser $pool anna @{ 'custom:plan' = 'basic'; phone_number = '+491701234567' }
Set-CognitoUser $pool anna -RemoveAttribute custom:plan
Get-CognitoUser $pool
Get-CognitoUser $pool anna
Disable-CognitoUser $pool ben
Enable-CognitoUser $pool ben
New-CognitoGroup $pool staff
Set-CognitoGroup $pool staff -Precedence 1
Get-CognitoGroup $pool
Get-CognitoGroup $pool staff
Get-CognitoGroup $pool -Username anna
Add-CognitoGroupMember $pool staff anna
Get-CognitoGroupMember $pool staff
Remove-CognitoGroupMember $pool staff anna
Remove-CognitoGroup $pool staff
Add-CognitoLinkedIdentity $pool anna Google 110000000000000000001
Remove-CognitoLinkedIdentity $pool Google 110000000000000000001
Remove-CognitoIdentityProvider $pool Google
Remove-CognitoUserPoolDomain $pool my-company
Set-CognitoUserMfaPreference $pool anna -SMSMfaSettings @{ Enabled = $false }
Set-CognitoUserSetting $pool anna -MFAOptions @()
Get-CognitoUserAuthFactor $pool anna
$file = [System.IO.Path]::GetTempFileName()
[System.IO.File]::WriteAllText($file, "$(Get-CognitoUserImportHeader $pool)`n" + "neither a user nor quickly read`n" * 100000)
$job = New-CognitoUserImportJob $pool people arn:aws:iam::123456789012:role/import $file
[System.IO.File]::Delete($file)
Get-CognitoUserImportJob $pool
Get-CognitoUserImportJob $pool $job.JobId
$job | Start-CognitoUserImportJob
$job | Stop-CognitoUserImportJob
