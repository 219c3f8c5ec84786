# Takes each object through a file or a job, holds it against the live one, and sends it back changed in one member. Writes what is wrong,
# and how much was tried, as JSON. $args: the module's manifest, the tests' own assembly.
. "$PSScriptRoot/Company.ps1" @args 3>$null

$temporary = [IO.Path]::GetTempFileName()
# Jobs and remote sessions speak the same protocol; a session that stays saves a process for each object. The other one has not the module.
$processes = 1, 2 | ForEach-Object { [runspacefactory]::CreateOutOfProcessRunspace($null) }
$processes | ForEach-Object Open
$remote, $other = $processes | ForEach-Object { [System.Management.Automation.Runspaces.PSSession]::Create($_, 'Process', $null) }
Invoke-Command -Session $remote { Import-Module $args[0] } -ArgumentList $args[0]
$ways = [ordered]@{
    live = { $args[0] }
    json = { $args[0] | ConvertTo-Json -Depth 10 | ConvertFrom-Json }
    hashtable = { [pscustomobject]($args[0] | ConvertTo-Json -Depth 10 | ConvertFrom-Json -AsHashtable) }
    clixml = { $args[0] | Export-Clixml $temporary; Import-Clixml $temporary }
    remote = { $args[0] | Invoke-Command -Session $remote { $input } }
    relay = { $args[0] | Invoke-Command -Session $other { $input } }
}

# What is changed in an object ($_) for the wire to show it at a path, and the cmdlet that it goes back to. $n differs from time to time.
$backs = @(
    , @('Get-CognitoGroup', 'Set-CognitoGroup', 'Description', { $_.Description = "group $n" })
    , @('Get-CognitoGroup', 'New-CognitoGroup', 'GroupName', { $_.GroupName = "group$n" })
    , @('Get-CognitoIdentityProvider', 'Set-CognitoIdentityProvider', 'AttributeMapping.given_name', { $_.AttributeMapping.given_name = "name$n" })
    , @('Get-CognitoIdentityProvider', 'Set-CognitoIdentityProvider', 'ProviderDetails.authorize_scopes', { $_.ProviderDetails.authorize_scopes = "openid s$n" })
    , @('Get-CognitoLogDelivery', 'Set-CognitoLogDelivery', 'LogConfigurations[0].S3Configuration.BucketArn', { $_.LogConfigurations[0].S3Configuration.BucketArn = "arn:aws:s3:::example-logs$n" })
    , @('Get-CognitoManagedLoginBranding', 'Set-CognitoManagedLoginBranding', 'Settings.categories.global.spacingDensity', { $_.Settings.categories.global.spacingDensity = "DENSITY$n" })
    , @('Get-CognitoManagedLoginBranding', 'Set-CognitoManagedLoginBranding', 'Assets[0].Bytes', { $_.Assets[0].Bytes = [Convert]::ToBase64String($picture + [byte]$n) })
    , @('Get-CognitoResourceServer', 'Set-CognitoResourceServer', 'Scopes[0].ScopeDescription', { $_.Scopes[0].ScopeDescription = "scope $n" })
    , @('Get-CognitoResourceServer', 'New-CognitoResourceServer', 'Identifier', { $_.Identifier = "orders$n" })
    , @('Get-CognitoRiskConfiguration', 'Set-CognitoRiskConfiguration', 'AccountTakeoverRiskConfiguration.NotifyConfiguration.BlockEmail.Subject', { $_.AccountTakeoverRiskConfiguration.NotifyConfiguration.BlockEmail.Subject = "Subject $n" })
    , @('Get-CognitoRiskConfiguration', 'Set-CognitoRiskConfiguration', 'RiskExceptionConfiguration.SkippedIPRangeList[0]', { $_.RiskExceptionConfiguration.SkippedIPRangeList[0] = "203.0.113.$n/32" })
    , @('Get-CognitoSessionConfiguration', 'Set-CognitoSessionConfiguration', 'TokenSession.MaxPerUser', { $_.MaxPerUser = 5 + $n })
    , @('Get-CognitoSessionConfiguration client', 'Set-CognitoSessionConfiguration', 'SSOSession.MaxValidityMinutes', { $_.MaxValidityMinutes = 100 + $n })
    , @('Get-CognitoTerm', 'Set-CognitoTerm', 'Links.cognito:french', { $_.Links.'cognito:french' = "https://example.com/fr$n" })
    , @('Get-CognitoUICustomization', 'Set-CognitoUICustomization', 'CSS', { $_.CSS = ".banner-customizable { background-color: #00000$n; }" })
    , @('Get-CognitoUserPool', 'Set-CognitoUserPool', 'Policies.PasswordPolicy.MinimumLength', { $_.Policies.PasswordPolicy.MinimumLength = 10 + $n })
    , @('Get-CognitoUserPool', 'Set-CognitoUserPool', 'AccountRecoverySetting.RecoveryMechanisms[1].Priority', { $_.AccountRecoverySetting.RecoveryMechanisms[1].Priority = 1 + $n % 2; $_.AccountRecoverySetting.RecoveryMechanisms[0].Priority = 2 - $n % 2 }, 'AccountRecoverySetting.RecoveryMechanisms[0].Priority')
    , @('Get-CognitoUserPool', 'Set-CognitoUserPool', 'LambdaConfig.PostConfirmation', { $_.LambdaConfig.PostConfirmation = "$lambda$n" })
    , @('Get-CognitoUserPool', 'Set-CognitoUserPool', 'UserPoolTags.team', { $_.UserPoolTags.team = "team$n" })
    , @('Get-CognitoUserPool', 'New-CognitoUserPool', 'PoolName', { $_ | Add-Member PoolName "pool$n" })
    , @('Get-CognitoUserPool list', 'Set-CognitoUserPool', 'LambdaConfig.PostConfirmation', { $_.LambdaConfig.PostConfirmation = "${lambda}s$n" })
    , @('Get-CognitoUserPoolClient', 'Set-CognitoUserPoolClient', 'TokenValidityUnits.IdToken', { $_.TokenValidityUnits.IdToken = ('minutes', 'hours')[$n % 2]; $_.IdTokenValidity = (60, 1)[$n % 2] }, 'IdTokenValidity')
    , @('Get-CognitoUserPoolClient', 'New-CognitoUserPoolClient', 'ClientName', { $_.ClientName = "client$n" })
    , @('Get-CognitoUserPoolDomain', 'Set-CognitoUserPoolDomain', 'ManagedLoginVersion', { $_.ManagedLoginVersion = 1 + ($n + 1) % 2 })
    , @('Get-CognitoUserPoolMfa', 'Set-CognitoUserPoolMfa', 'WebAuthnConfiguration.RelyingPartyId', { $_.WebAuthnConfiguration.RelyingPartyId = "login$n.example.com" })
)

# What an object identifies, or acts as: the same requests follow, whichever way it went. A user's own objects act as the user by their
# token, of which JSON holds nothing.
$acts = @(
    , @('Get-CognitoAuthEvent', 'Set-CognitoAuthEventFeedback', @{ FeedbackValue = 'Valid' })
    , @('Get-CognitoClientToken', 'Get-CognitoUserPoolClient', @{})
    , @('Get-CognitoGroupMember', 'Set-CognitoUser', @{ Attribute = @{ given_name = 'Anna' } })
    , @('Get-CognitoIdentityProvider list', 'Get-CognitoIdentityProvider', @{})
    , @('Get-CognitoProvisionedLimit', 'Set-CognitoProvisionedLimit', @{ RequestedLimitValue = 200 })
    , @('Get-CognitoSigningCertificate', 'Get-CognitoUserPool', @{})
    , @('Get-CognitoTag', 'Add-CognitoTag', @{ Tag = @{ stage = 'live' } })
    , @('Get-CognitoTerm list', 'Get-CognitoTerm', @{})
    , @('Get-CognitoUser', 'Set-CognitoUser', @{ Attribute = @{ given_name = 'Anna' } })
    , @('Get-CognitoUser list', 'Enable-CognitoUser', @{})
    , @('Get-CognitoUser inactive', 'Enable-CognitoUser', @{ PassThru = $true })
    , @('Get-CognitoUser count', 'Get-CognitoUserPool', @{})
    , @('Get-CognitoUser duplicates', 'Enable-CognitoUser', @{})
    , @('Get-CognitoUserAuthFactor', 'Set-CognitoUserMfaPreference', @{ SMSMfaSettings = @{ Enabled = $false } })
    , @('Get-CognitoUserDevice', 'Set-CognitoUserDevice', @{ DeviceRememberedStatus = 'remembered' })
    , @('Get-CognitoUserDevice own', 'Set-CognitoUserDevice', @{ DeviceRememberedStatus = 'remembered' })
    , @('Get-CognitoUserImportHeader', 'Get-CognitoUserPool', @{})
    , @('Get-CognitoUserImportJob', 'Get-CognitoUserImportJob', @{})
    , @('Get-CognitoUserPool list', 'Get-CognitoUserPool', @{})
    , @('Get-CognitoUserPoolClient list', 'Get-CognitoUserPoolClient', @{})
    , @('Get-CognitoUserPoolClientSecret', 'Get-CognitoUserPoolClientSecret', @{})
    , @('Get-CognitoUserPoolReplica', 'Set-CognitoUserPoolReplica', @{ Status = 'ACTIVE' })
    , @('Get-CognitoUserSession', 'Get-CognitoUser', @{})
    , @('Get-CognitoUserSession own', 'Set-CognitoUserMfaPreference', @{ SMSMfaSettings = @{ Enabled = $false } })
    , @('Get-CognitoWebAuthnCredential', 'Set-CognitoUserMfaPreference', @{ SMSMfaSettings = @{ Enabled = $false } })
)

$wrong = [System.Collections.Generic.List[string]]::new()
$tried = 0

# Every leaf of a JSON text by its path.
function Get-Leaf([Text.Json.JsonElement]$element, [string]$path, [hashtable]$found) {
    switch ($element.ValueKind) {
        Object { foreach ($member in $element.EnumerateObject()) { Get-Leaf $member.Value "$path.$($member.Name)" $found } }
        Array { $i = 0; foreach ($item in $element.EnumerateArray()) { Get-Leaf $item "$path[$i]" $found; $i++ } }
        Null { }
        default { $found[$path.TrimStart('.')] = $element.GetRawText() }
    }
}

function Get-Difference([string]$one, [string]$other) {
    $left, $right = @{}, @{}
    Get-Leaf ([Text.Json.JsonDocument]::Parse($one).RootElement) '' $left
    Get-Leaf ([Text.Json.JsonDocument]::Parse($other).RootElement) '' $right
    @($left.Keys) + @($right.Keys) | Sort-Object -Unique | Where-Object { $left[$_] -cne $right[$_] }
}

# What an object has of a cmdlet's settings, for it to take them all. A secret is not among them, but what a file makes of one is.
function Get-Setting($object, [string]$write) {
    $settings = @{}
    foreach ($parameter in (Get-Command $write).Parameters.Values) {
        $property = $object.PSObject.Properties[$parameter.Name]
        $isPiped = $parameter.Attributes.Where({ $_ -is [Parameter] -and ($_.ValueFromPipeline -or $_.ValueFromPipelineByPropertyName) })
        if ($property -and !$isPiped -and $null -ne $property.Value -and $property.Value -isnot [securestring] -and !($property.Value -is [Collections.ICollection] -and !$property.Value.Count)) {
            $settings[$parameter.Name] = $property.Value
        }
    }
    $settings
}

# The bodies of the requests that change something, of a script block.
function Get-Write([scriptblock]$act) {
    $before = $server.RequestCount
    & $act | Out-Null
    $server.Requests | Where-Object { $_.Number -gt $before -and $_.Operation -notmatch '^(Admin)?(Describe|Get|List)' } | ForEach-Object Body
}

foreach ($name in $reads.Keys) {
    $live = & $reads[$name]
    $text = $live | ConvertTo-Json -Depth 20
    if ($text -match 'Amazon\.|\{\s*"Value": [^,}]*\}|hidden-secret') { $wrong.Add("${name}: $text") }
    foreach ($list in $live.PSObject.Properties.Value | Where-Object { $_ -is [Collections.IEnumerable] -and $_ -isnot [string] -and $_ -isnot [Collections.IDictionary] -and $_.Count }) {
        if ($null -eq $list[-1]) { $wrong.Add("$name has a list without a last item") }
    }
    foreach ($way in $ways.Keys -ne 'relay') {
        $tried++
        $copy = & $ways[$way] $live
        $differences = Get-Difference $text ($copy | Select-Object * -ExcludeProperty RunspaceId, PSSourceJobInstanceId, PSComputerName, PSShowComputerName | ConvertTo-Json -Depth 20)
        if ($differences) { $wrong.Add("$name by ${way}: $differences") }
    }
}

# What a job reads itself.
$tried++
$read = Start-Job -ArgumentList $args[0], $server.Endpoint, $id {
    Import-Module $args[0]
    Connect-Cognito -EndpointUrl $args[1] -Region eu-west-1 -AccessKey job -SecretKey job
    Get-CognitoUserPool -UserPoolId $args[2]
} | Receive-Job -Wait -AutoRemoveJob
if ($read.AccountRecoverySetting.RecoveryMechanisms[1].Name -ne 'verified_phone_number') { $wrong.Add("What a job reads: $($read.AccountRecoverySetting)") }

foreach ($back in $backs) {
    $read, $write, $path, $change, $more = $back
    $former, $n = $null, 0
    foreach ($way in $ways.Keys) {
        $tried++
        $n++
        $route = "$read by $way to $write ($path)"
        try {
            $object = & $ways[$way] (& $reads[$read])
            $settings = Get-Setting $object $write
            if ($write -like 'Set-*' -and (Get-Write { $object | & $write @settings })) { $wrong.Add("${route}: sent without a change") }
            if ($way -eq 'live') { continue }
            $object | ForEach-Object $change
            $settings = Get-Setting $object $write
            # A New- cmdlet that takes nothing of a piped object refuses it.
            $sent = @(Get-Write { if ($write -eq 'New-CognitoUserPool') { & $write @settings } else { $object | & $write @settings } })
            if ($sent.Count -ne 1) { $wrong.Add("${route}: $($sent.Count) requests"); continue }
            $differences = @(Get-Difference ($former ?? '{}') $sent[0])
            if ($former -and "$($differences | Sort-Object)" -ne "$($path, $more | Where-Object { $_ } | Sort-Object)") { $wrong.Add("${route}: $differences") }
            elseif ($differences -notcontains $path) { $wrong.Add("${route}: it is not sent") }
            $former = $sent[0]
        }
        catch { $wrong.Add("${route}: $_") }
    }
}

foreach ($act in $acts) {
    $read, $write, $parameters = $act
    $former = $null
    foreach ($way in $ways.Keys) {
        if ($way -in 'json', 'hashtable' -and $read -match ' own$|WebAuthn') { continue }
        $tried++
        $route = "$read by $way to $write"
        try {
            $object = & $ways[$way] (& $reads[$read])
            $before = $server.RequestCount
            $object | & $write @parameters | Out-Null
            # A pool's schema is read once in a minute.
            $sent = $server.Requests | Where-Object { $_.Number -gt $before -and ($write -eq 'Get-CognitoUserPool' -or $_.Operation -ne 'DescribeUserPool') } | ForEach-Object { "$($_.Operation) $($_.Body)" } | Sort-Object
            if (!$sent -or ($former -and "$sent" -ne "$former")) { $wrong.Add("${route}: $sent") }
            $former = $sent
        }
        catch { $wrong.Add("${route}: $_") }
    }
}

[IO.File]::Delete($temporary)
$processes | ForEach-Object Dispose
@{ Tried = $tried; Wrong = $wrong; Reads = @($reads.Keys | Where-Object { $_ -eq 'Get-CognitoConnection' -or $_ -in @($backs + $acts | ForEach-Object { $_[0] }) } | ForEach-Object { ($_ -split ' ')[0] } | Sort-Object -Unique) } | ConvertTo-Json -Compress
