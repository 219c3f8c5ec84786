# Shows one of every output type as a table of 80 columns, as a list, and as cells of a CSV. Writes what is wrong, and how much was tried, as
# JSON. $args: the module's manifest, the tests' own assembly.
. "$PSScriptRoot/Company.ps1" @args 3>$null

$wrong = [System.Collections.Generic.List[string]]::new()
$tried = 0
foreach ($name in $reads.Keys) {
    $object = & $reads[$name] | Select-Object -First 1
    $tried++
    # What a secret is shows nobody.
    foreach ($cell in ($object | ConvertTo-Csv | ConvertFrom-Csv).PSObject.Properties) {
        if ($cell.Value -cmatch '^(System|Amazon|CognitoPS)\.(?!Security\.SecureString$)|`\d\[|\[\]$') { $wrong.Add("$name as CSV: $($cell.Name) is $($cell.Value)") }
    }
    $header = ($object | Format-Table | Out-String -Width 80) -split '\r?\n' | Where-Object { $_.Trim() } | Select-Object -First 2
    if ("$header" -match '…|\.\.\.') { $wrong.Add("$name as a table cuts a heading: $($header[0])") }
    $list = $object | Format-List | Out-String -Width 200
    foreach ($line in $list -split '\r?\n') {
        if ($line -match '^(\w+) *: *(\{\})?$') { $wrong.Add("$name as a list has an empty $($Matches[1])") }
    }
    foreach ($member in $object.PSObject.Properties) {
        $isSet = $null -ne $member.Value -and '' -ne $member.Value -and @($member.Value).Count
        if ($isSet -and $list -notmatch "(?m)^\s*$([regex]::Escape($member.Name)) *:|Further *: ?(.|\n)*\b$([regex]::Escape($member.Name)): ") { $wrong.Add("$name as a list lacks $($member.Name)") }
    }
}

@{ Wrong = $wrong; Tried = $tried } | ConvertTo-Json -Compress
