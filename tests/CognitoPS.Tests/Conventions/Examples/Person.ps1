# The person who reads the help: they know the password, have read the last message, and have a browser with a passkey; and the program that they call.
function Read-Host($Prompt, [switch] $AsSecureString) { if ($AsSecureString) { $c.Password } else { $company.Messages[-1].Code } }
function Get-Credential($UserName) { [pscredential]::new($UserName, $c.Password) }
function Get-Clipboard { $s.GetIdToken() }
function Set-Clipboard { }
function Invoke-RestMethod { }
function Get-Content {
    if ($args[0] -eq 'answer.json') { $passkey.Answer($r.CredentialCreationOptions) } else { Microsoft.PowerShell.Management\Get-Content @args }
}
