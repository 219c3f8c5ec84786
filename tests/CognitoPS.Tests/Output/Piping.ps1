# Pipes one of every output type into each Get- cmdlet that names one thing, where there are several of that thing: an object that carries
# the thing's key reads that one. Writes what is wrong, and how many pairs were tried, as JSON. $args: the module's manifest, the tests' own
# assembly.
. "$PSScriptRoot/Company.ps1" @args 3>$null

New-CognitoUserPool others | Out-Null
New-CognitoGroup $id managers | Out-Null
Add-CognitoGroupMember $id managers anna
New-CognitoIdentityProvider $id partner OIDC -ProviderClientId shop -ProviderClientSecret hidden -OidcIssuer https://partner.example.com | Out-Null
New-CognitoResourceServer $id stock Stock -Scopes @{ read = 'Read stock' } | Out-Null
New-CognitoManagedLoginBranding $id $machine.ClientId -UseCognitoProvidedValues | Out-Null
New-CognitoTerm $id $web privacy-policy @{ 'cognito:default' = 'https://example.com/privacy' } | Out-Null
New-CognitoUserPoolClientSecret $id $machine.ClientId | Out-Null

# What names one thing: the property, and how each is asked for more than its key.
$keys = [ordered]@{
    'Get-CognitoGroup' = 'GroupName', @{}
    'Get-CognitoIdentityProvider' = 'ProviderName', @{ Detailed = $true }
    'Get-CognitoManagedLoginBranding' = 'ManagedLoginBrandingId', @{}
    'Get-CognitoResourceServer' = 'Identifier', @{}
    'Get-CognitoTerm' = 'TermsId', @{ Detailed = $true }
    'Get-CognitoUser' = 'Username', @{ Detailed = $true }
    'Get-CognitoUserImportJob' = 'JobId', @{}
    'Get-CognitoUserPool' = 'UserPoolId', @{ Detailed = $true }
    'Get-CognitoUserPoolClient' = 'ClientId', @{ Detailed = $true }
    'Get-CognitoUserPoolDomain' = 'Domain', @{}
}
$wrong = [ordered]@{}
$tried = 0
foreach ($source in $reads.Keys) {
    $object = & $reads[$source] | Select-Object -First 1
    foreach ($name in $keys.Keys) {
        $key, $switches = $keys[$name]
        if (-not $object.PSObject.Properties[$key] -or -not $object.$key) { continue }
        $known = (Get-Command $name).Parameters
        $asked = @{}
        $switches.Keys | Where-Object { $known.ContainsKey($_) } | ForEach-Object { $asked[$_] = $true }
        foreach ($parameters in @{}, $asked) {
            $tried++
            try { $read = @($object | & $name @parameters 3>$null) }
            catch { if ($_.FullyQualifiedErrorId -notmatch 'NotFound|Unrelated') { $wrong["$source to $name"] = "$_" }; continue }
            if ($read.Count -ne 1 -or $read[0].$key -ne $object.$key) { $wrong["$source to $name"] = $true }
        }
    }
}

@{ Wrong = @($wrong.Keys); Tried = $tried } | ConvertTo-Json -Compress
