# Language and Microsoft.PowerShell.Core only: this file must also run in an engine that has no other module.
if ($PSVersionTable.PSEdition -eq 'Core') {
    if (-not ('CognitoPS.Loader.ModuleLoadContext' -as [type])) {
        [void][System.Reflection.Assembly]::LoadFrom([System.IO.Path]::Combine($PSScriptRoot, 'bin', 'net8.0', 'CognitoPS.Loader.dll'))
    }
    $assembly = [CognitoPS.Loader.ModuleLoadContext]::LoadModule()
}
else {
    $assembly = [System.Reflection.Assembly]::LoadFrom([System.IO.Path]::Combine($PSScriptRoot, 'bin', 'netstandard2.0', 'CognitoPS.dll'))
}

$module = $ExecutionContext.SessionState.Module
$cmdlets = Microsoft.PowerShell.Core\Import-Module -Assembly $assembly -PassThru

# A second import gets the cmdlets from a cache that forgets whose module they belong to (PowerShell issue 20710).
if ($module.ExportedCmdlets.Count -lt $cmdlets.ExportedCmdlets.Count) {
    $addCmdlet = [System.Management.Automation.PSModuleInfo].GetMethod('AddExportedCmdlet', [System.Reflection.BindingFlags]'Instance, NonPublic')
    foreach ($cmdlet in $cmdlets.ExportedCmdlets.Values) {
        [void]$addCmdlet.Invoke($module, @(, $cmdlet))
    }
}

$types = $assembly.GetType('CognitoPS.Output.TypeAccelerators')
$types::Register()
$module.OnRemove = { $types::Unregister() }
