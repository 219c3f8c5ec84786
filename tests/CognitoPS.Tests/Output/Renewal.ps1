# Pipes an object that carries a note into each cmdlet with -PassThru: what comes out is the object renewed, with the note. Writes what is
# wrong, and which cmdlets were tried, as JSON. $args: the module's manifest, the tests' own assembly.
. "$PSScriptRoot/Company.ps1" @args 3>$null

New-CognitoUser $id clara -TemporaryPassword $password -MessageAction SUPPRESS | Out-Null
$app | Register-CognitoUser -Username dora -Password $password | Out-Null
$user = { Get-CognitoUser $id -Inactive 0d | Where-Object Username -eq ben }
$changes = [ordered]@{
    'Confirm-CognitoUser' = { Get-CognitoUser $id -Inactive 0d | Where-Object Username -eq dora }, @{}
    'Disable-CognitoUser' = $user, @{}
    'Enable-CognitoUser' = $user, @{}
    'Reset-CognitoUserPassword' = { Get-CognitoUser $id -Inactive 0d | Where-Object Username -eq anna }, @{}
    'Set-CognitoGroup' = $reads['Get-CognitoGroup'], @{ Description = 'Staff' }
    'Set-CognitoIdentityProvider' = $reads['Get-CognitoIdentityProvider'], @{ AttributeMapping = @{ email = 'address' } }
    'Set-CognitoLogDelivery' = $reads['Get-CognitoLogDelivery'], @{ AddLogConfiguration = @{ EventSource = 'userAuthEvents'; LogLevel = 'INFO'; S3Configuration = @{ BucketArn = 'arn:aws:s3:::other-logs' } } }
    'Set-CognitoManagedLoginBranding' = $reads['Get-CognitoManagedLoginBranding'], @{ Settings = @{ categories = @{ global = @{ colorSchemeMode = 'DARK' } } } }
    'Set-CognitoProvisionedLimit' = $reads['Get-CognitoProvisionedLimit'], @{ RequestedLimitValue = 200 }
    'Set-CognitoResourceServer' = $reads['Get-CognitoResourceServer'], @{ RemoveScope = 'write' }
    'Set-CognitoRiskConfiguration' = $reads['Get-CognitoRiskConfiguration'], @{ AddSkippedIPRange = '198.51.100.0/24' }
    'Set-CognitoSessionConfiguration' = $reads['Get-CognitoSessionConfiguration'], @{ MaxPerUser = 6 }
    'Set-CognitoTerm' = $reads['Get-CognitoTerm'], @{ Links = @{ 'cognito:french' = 'https://example.com/fr2' } }
    'Set-CognitoUICustomization' = $reads['Get-CognitoUICustomization'], @{ CSS = '.banner-customizable { background-color: teal; }' }
    'Set-CognitoUser' = $user, @{ Attribute = @{ name = 'Ben' } }
    'Set-CognitoUserMfaPreference' = $user, @{ SMSMfaSettings = @{ Enabled = $false } }
    'Set-CognitoUserPassword' = { Get-CognitoUser $id -Inactive 0d | Where-Object Username -eq clara }, @{ Password = "$password!"; Permanent = $true }
    'Set-CognitoUserPool' = $reads['Get-CognitoUserPool'], @{ PasswordPolicy = @{ MinimumLength = 11 } }
    'Set-CognitoUserPoolClient' = $reads['Get-CognitoUserPoolClient'], @{ AddCallbackUrl = 'https://example.com/2' }
    'Set-CognitoUserPoolDomain' = $reads['Get-CognitoUserPoolDomain'], @{ ManagedLoginVersion = 2 }
    'Set-CognitoUserPoolMfa' = $reads['Get-CognitoUserPoolMfa'], @{ SoftwareTokenMfaConfiguration = @{ Enabled = $false } }
    'Set-CognitoUserPoolReplica' = $reads['Get-CognitoUserPoolReplica'], @{ Status = 'INACTIVE' }
    'Set-CognitoUserSetting' = $user, @{ MFAOptions = @() }
}

$wrong = [System.Collections.Generic.List[string]]::new()
foreach ($name in $changes.Keys) {
    $read, $parameters = $changes[$name]
    try {
        # Once with the change, and once where there is nothing left to change.
        foreach ($time in 1, 2) {
            $piped = & $read | Add-Member Ticket "A-$time" -PassThru
            $renewed = @($piped | & $name @parameters -PassThru)
            if ($renewed.Count -ne 1 -or $renewed[0].PSObject.TypeNames[0] -ne $piped.PSObject.TypeNames[0]) { $wrong.Add("$name wrote $renewed") }
            elseif ($renewed[0].Ticket -ne "A-$time") { $wrong.Add("$name lost the note") }
            elseif ($piped.PSObject.Properties['LastActive'] -and ($renewed[0].LastActive -ne $piped.LastActive -or $renewed[0].LastActiveSource -ne $piped.LastActiveSource)) { $wrong.Add("$name lost LastActive") }
            if ($name -in 'Confirm-CognitoUser') { break }
        }
    }
    catch { $wrong.Add("${name}: $_") }
}

# What was read anew is as it is now, and what is gone is not kept.
$anna = Get-CognitoUser $id anna
$renewed = $anna | Set-CognitoUser -Attribute @{ given_name = 'Ann' } -RemoveAttribute plan -PassThru
if ($renewed.given_name -ne 'Ann' -or $null -ne $renewed.'custom:plan') { $wrong.Add("Set-CognitoUser: $($renewed.given_name), $($renewed.'custom:plan')") }

# Columns: of all users alike, in strict mode too, whoever comes first.
$header = Get-CognitoUser $id | ConvertTo-Csv | Select-Object -First 1
foreach ($column in '"custom:plan"', '"custom:seats"') { if (!$header.Contains($column)) { $wrong.Add("No column $column") } }
foreach ($one in Get-CognitoUser $id) { $null = $one.'custom:plan', $one.'custom:seats' }

$known = Get-Command -Module CognitoPS | Where-Object { $_.Parameters.ContainsKey('PassThru') -and $_.Parameters.Values.Attributes.Where({ $_ -is [Parameter] -and ($_.ValueFromPipeline -or $_.ValueFromPipelineByPropertyName) }) }
@{ Wrong = $wrong; Tried = @($changes.Keys); Known = @($known.Name) } | ConvertTo-Json -Compress
