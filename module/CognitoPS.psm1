# Language and Microsoft.PowerShell.Core only: this file must also run in an engine that has no other module.
$framework = if ($PSEdition -eq 'Core') { 'net8.0' } else { 'netstandard2.0' }
try {
    Microsoft.PowerShell.Core\Import-Module -Name "$PSScriptRoot/bin/$framework/CognitoPS.Loader.dll" -ErrorAction Stop
}
catch [System.IO.FileLoadException] {
    throw 'Another version of CognitoPS is loaded in this process, and .NET does not unload it. Start a new PowerShell session to use this one.'
}

CognitoPS.Loader\Import-CognitoAssembly
