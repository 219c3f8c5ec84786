# Holds each date of each object against the clock, in the time zone that the process has. Writes what is wrong, and how much was tried, as
# JSON. $args: the module's manifest, the tests' own assembly.
. "$PSScriptRoot/Company.ps1" @args 3>$null

$wrong = [System.Collections.Generic.List[string]]::new()
$tried = @{}
$offset = '(Z|[+-]\d\d:\d\d)$'

# The dates in an object, at every depth, by their paths.
function Find-Date($value, [string]$path) {
    if ($value -is [datetime] -or $value -is [datetimeoffset]) { [pscustomobject]@{ Path = $path; Value = $value } }
    elseif ($value -is [Collections.IDictionary]) { foreach ($key in $value.Keys) { Find-Date $value[$key] "$path.$key" } }
    elseif ($value -is [Collections.IList]) { for ($i = 0; $i -lt $value.Count; $i++) { Find-Date $value[$i] "$path[$i]" } }
    elseif ($null -ne $value -and $value -isnot [string] -and $value -isnot [ValueType] -and $value -isnot [uri]) {
        foreach ($property in $value.PSObject.Properties) { Find-Date $property.Value "$path.$($property.Name)" }
    }
}

function Assert([string]$what, [bool]$holds) { if (!$holds) { $wrong.Add($what) } }

foreach ($name in @($reads.Keys) + 'the local server') {
    foreach ($object in & ($reads[$name] ?? { $server.Requests })) {
        foreach ($found in Find-Date $object $name) {
            $date, $path = $found.Value, $found.Path
            $tried[$path -replace '\[\d+\]'] = $true
            Assert "$path is a DateTime in local time" ($date -is [datetime] -and $date.Kind -eq 'Local')
            # What was made here, and just now, whatever the zone.
            if ($path -notmatch 'NotBefore|NotAfter|Expires') {
                Assert "$path -gt" ($date -ge $began.AddSeconds(-1) -and $date -le (Get-Date))
                Assert "-lt $path" ($began.AddSeconds(-1) -le $date -and (Get-Date) -ge $date)
                Assert "$path as an age" (((Get-Date) - $date) -lt [timespan]'1:0' -and ($date - (Get-Date)) -le [timespan]'0:0')
            }
            else { Assert "$path is another day or hour" ($date -ne (Get-Date) -and $date.ToUniversalTime() -ne $date -or [TimeZoneInfo]::Local.BaseUtcOffset -eq 0) }
            Assert "$path equals itself" ($date -eq $date.ToLocalTime() -and $date.ToLocalTime() -eq $date)
            Assert "$path sorts" ((@($date.AddDays(1), $date, $date.AddDays(-1)) | Sort-Object)[1] -eq $date)
        }

        # As text, where it is a column of its own.
        $row = $object | ConvertTo-Csv | ConvertFrom-Csv
        $json = $object | ConvertTo-Json -Depth 10
        $members = [Text.Json.JsonDocument]::Parse($json).RootElement
        $list = $object | Format-List * | Out-String -Width 300
        $table = $object | Format-Table | Out-String -Width 300
        $view = @(Get-FormatData $object.PSObject.TypeNames[0] | ForEach-Object { $_.FormatViewDefinition.Control | Where-Object { $_ -is [System.Management.Automation.TableControl] } | ForEach-Object { $_.Rows.Columns.DisplayEntry.Value } })
        foreach ($property in $object.PSObject.Properties | Where-Object { $_.Value -is [datetime] }) {
            $date, $path = $property.Value, "$name.$($property.Name)"
            $text = $row.($property.Name)
            Assert "$path in CSV has its offset: $text" ($text -match $offset -and [datetimeoffset]::Parse($text).LocalDateTime -eq $date)
            Assert "$path in CSV shows the local hour: $text" ($text.Substring(0, 16) -eq $date.ToString("yyyy-MM-dd'T'HH:mm", [cultureinfo]::InvariantCulture))
            Assert "$path in a list is as in CSV: $text" ($list.Contains($text))
            $text = $members.GetProperty($property.Name).GetString()
            Assert "$path in JSON has its offset: $text" ($text -match $offset -and [datetimeoffset]::Parse($text).LocalDateTime -eq $date)
            Assert "$path comes back from JSON" (($json | ConvertFrom-Json).($property.Name) -eq $date)
            if ($view -match "\`$_\.$($property.Name)\b") {
                $tried["$path in a table"] = $true
                Assert "$path in a table is local" ($table.Contains($date.ToString('yyyy-MM-dd HH:mm', [cultureinfo]::InvariantCulture)))
            }
        }
    }
}

@{ Tried = @($tried.Keys | Sort-Object); Wrong = $wrong; Zone = "$([TimeZoneInfo]::Local.GetUtcOffset($began))" } | ConvertTo-Json -Compress
