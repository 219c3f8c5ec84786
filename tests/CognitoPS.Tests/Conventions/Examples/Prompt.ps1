# What the bare engine lacks, as far as the examples need it; and the person at the keyboard, who has read the last message and knows the password.
function Read-Host($Prompt, [switch] $AsSecureString) { if ($AsSecureString) { $c.Password } else { @($log.Messages)[-1].Code } }
function Get-Credential($UserName) { [pscredential]::new($UserName, $c.Password) }
function Get-Content($Path, [switch] $Raw) {
    if ($Path -eq 'answer.json') { $passkey.Invoke($r.CredentialCreationOptions) } else { [System.IO.File]::ReadAllText("$folder/$Path") }
}
function Set-Content($Path) { begin { $text = '' } process { $text += "$_" } end { [System.IO.File]::WriteAllText("$folder/$Path", $text) } }
function Import-Csv($Path) {
    $names, $rows = (Get-Content $Path) -split "`n" | ForEach-Object { , ($_ -split ',') }
    foreach ($row in , $rows) { $item = [ordered]@{}; for ($i = 0; $i -lt $names.Count; $i++) { $item[$names[$i]] = $row[$i] }; [pscustomobject]$item }
}
function ConvertTo-Json([Parameter(ValueFromPipeline)] $InputObject, $Depth) { process { "$InputObject" } }
function Select-Object([Parameter(ValueFromPipeline)] $InputObject, $First) { @($input)[0..($First - 1)] }
function Sort-Object($Property, [switch] $Descending) { $input }
function Get-Date($Month, $Day) { [datetime]::Now }
function Get-Clipboard { $s.GetIdToken() }
function Set-Clipboard { }
function Invoke-RestMethod { }
