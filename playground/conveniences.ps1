# The bare engine has no Microsoft.PowerShell.Utility. These are the parts of it that a person at this prompt misses first;
# they know fewer parameters than the real ones. Format-Table and Format-List are the engine's own (FormatCommands.cs).

function Write-Output {
    param([Parameter(Mandatory, Position = 0, ValueFromPipeline, ValueFromRemainingArguments)][AllowNull()][AllowEmptyCollection()][AllowEmptyString()][object[]] $InputObject)
    process { $InputObject }
}

function Write-Host {
    param(
        [Parameter(Position = 0, ValueFromPipeline, ValueFromRemainingArguments)][object] $Object,
        [switch] $NoNewline,
        [ConsoleColor] $ForegroundColor
    )
    process {
        $text = "$Object" + $(if (-not $NoNewline) { "`n" })
        if ($PSBoundParameters.ContainsKey('ForegroundColor')) { $Host.UI.Write($ForegroundColor, $Host.UI.RawUI.BackgroundColor, $text) }
        else { $Host.UI.Write($text) }
    }
}

function Read-Host {
    param([Parameter(Position = 0)][string] $Prompt, [switch] $AsSecureString)
    if ($Prompt) { $Host.UI.Write("${Prompt}: ") }
    if ($AsSecureString) { $Host.UI.ReadLineAsSecureString() } else { $Host.UI.ReadLine() }
}

function Select-Object {
    [CmdletBinding()]
    param(
        [Parameter(Position = 0)][object[]] $Property,
        [Parameter(ValueFromPipeline)] $InputObject,
        [string] $ExpandProperty,
        [int] $First = -1,
        [int] $Skip,
        [switch] $Unique
    )
    begin {
        $written = 0
        $seen = [System.Collections.Generic.HashSet[string]]::new([StringComparer]::OrdinalIgnoreCase)
    }
    process {
        if ($First -eq 0) { [CognitoPS.Playground.EngineInternals]::StopUpstream($PSCmdlet) }
        if ($Skip -gt 0) { $Skip--; return }
        if ($ExpandProperty) { $result = $InputObject.$ExpandProperty }
        elseif ($Property) {
            $columns = [ordered]@{}
            foreach ($item in $Property) {
                if ($item -is [System.Collections.IDictionary]) {
                    $expression = if ($item.Contains('Expression')) { $item.Expression } else { $item.E }
                    $label = if ($item.Contains('Name')) { $item.Name } elseif ($item.Contains('Label')) { $item.Label } else { $item.N }
                    $columns[[string]$label] = if ($expression -is [scriptblock]) { $InputObject | ForEach-Object $expression } else { $InputObject.$expression }
                }
                elseif ($item -is [scriptblock]) { $columns["$item"] = $InputObject | ForEach-Object $item }
                elseif ([wildcardpattern]::ContainsWildcardCharacters($item)) {
                    foreach ($match in $InputObject.psobject.Properties.Match($item)) { $columns[$match.Name] = $match.Value }
                }
                else { $columns[[string]$item] = $InputObject.$item }
            }
            $result = [pscustomobject]$columns
        }
        else { $result = $InputObject }
        if ($Unique -and -not $seen.Add("$result")) { return }
        $result
        # As the real one does: whoever writes into this pipeline stops at once.
        if (++$written -eq $First) { [CognitoPS.Playground.EngineInternals]::StopUpstream($PSCmdlet) }
    }
}

function Sort-Object {
    param([Parameter(Position = 0)][object[]] $Property, [Parameter(ValueFromPipeline)] $InputObject, [switch] $Descending, [switch] $Unique)
    begin { $items = [System.Collections.Generic.List[object]]::new() }
    process { $items.Add($InputObject) }
    end {
        $key = {
            param($item)
            if (-not $Property) { return $item }
            foreach ($name in $Property) { if ($name -is [scriptblock]) { $item | ForEach-Object $name } else { $item.$name } }
        }
        $keys = [object[]]@(foreach ($item in $items) { , @(& $key $item) })
        $compare = {
            param([int] $left, [int] $right)
            for ($i = 0; $i -lt $keys[$left].Count; $i++) {
                $order = [System.Management.Automation.LanguagePrimitives]::Compare($keys[$left][$i], $keys[$right][$i], $true)
                if ($order) { return $(if ($Descending) { -$order } else { $order }) }
            }
            $left - $right
        }
        $indices = [int[]]@(for ($i = 0; $i -lt $items.Count; $i++) { $i })
        [Array]::Sort($indices, [System.Collections.Generic.Comparer[int]]::Create([Comparison[int]]$compare))
        $last = $null
        foreach ($index in $indices) {
            if ($Unique -and $null -ne $last -and "$($keys[$index])" -eq "$($keys[$last])") { continue }
            $items[$index]
            $last = $index
        }
    }
}

function Group-Object {
    param([Parameter(Position = 0)][object[]] $Property, [Parameter(ValueFromPipeline)] $InputObject, [switch] $NoElement)
    begin { $groups = [ordered]@{} }
    process {
        $values = if ($Property) { foreach ($name in $Property) { if ($name -is [scriptblock]) { $InputObject | ForEach-Object $name } else { $InputObject.$name } } } else { $InputObject }
        $key = $values -join ', '
        if (-not $groups.Contains($key)) { $groups[$key] = [System.Collections.Generic.List[object]]::new() }
        $groups[$key].Add($InputObject)
    }
    end {
        foreach ($group in $groups.GetEnumerator()) {
            if ($NoElement) { [pscustomobject]@{ Count = $group.Value.Count; Name = $group.Key } }
            else { [pscustomobject]@{ Count = $group.Value.Count; Name = $group.Key; Group = $group.Value } }
        }
    }
}

function Measure-Object {
    param([Parameter(Position = 0)][string] $Property, [Parameter(ValueFromPipeline)] $InputObject, [switch] $Sum, [switch] $Average, [switch] $Minimum, [switch] $Maximum)
    begin { $count = 0; $total = 0.0; $low = $null; $high = $null }
    process {
        $value = if ($Property) { $InputObject.$Property } else { $InputObject }
        if ($null -eq $value) { return }
        $count++
        if ($Sum -or $Average) { $total += $value }
        if ($Minimum -and ($null -eq $low -or $value -lt $low)) { $low = $value }
        if ($Maximum -and ($null -eq $high -or $value -gt $high)) { $high = $value }
    }
    end {
        $result = [ordered]@{ Count = $count }
        if ($Sum) { $result.Sum = $total }
        if ($Average) { $result.Average = if ($count) { $total / $count } }
        if ($Minimum) { $result.Minimum = $low }
        if ($Maximum) { $result.Maximum = $high }
        [pscustomobject]$result
    }
}
