@{
    RootModule = 'CognitoPS.psm1'
    ModuleVersion = '0.1.0'
    GUID = 'b6a5d7f4-2c0e-4f0a-9d2b-3c1f6f5b8e71'
    Author = 'CognitoPS contributors'
    CompanyName = 'CognitoPS contributors'
    Copyright = '(c) CognitoPS contributors. Apache License 2.0.'
    Description = 'Administer Amazon Cognito user pools: typed objects that pipe from any Get into any Set, paging by itself, updates that keep what was not named, and an offline server to rehearse on.'
    PowerShellVersion = '5.1'
    DotNetFrameworkVersion = '4.7.2'
    CompatiblePSEditions = @('Core', 'Desktop')
    FormatsToProcess = @('CognitoPS.Format.ps1xml')
    TypesToProcess = @('CognitoPS.Types.ps1xml')
    FunctionsToExport = @()
    VariablesToExport = @()
    AliasesToExport = @()
    CmdletsToExport = @(
        'Add-CognitoTag'
        'Add-CognitoUserPoolAttribute'
        'Connect-Cognito'
        'Disconnect-Cognito'
        'Get-CognitoConnection'
        'Get-CognitoGroup'
        'Get-CognitoLocalServer'
        'Get-CognitoProvisionedLimit'
        'Get-CognitoSessionConfiguration'
        'Get-CognitoSigningCertificate'
        'Get-CognitoTag'
        'Get-CognitoUser'
        'Get-CognitoUserPool'
        'Get-CognitoUserPoolClient'
        'Get-CognitoUserPoolClientSecret'
        'Get-CognitoUserPoolMfa'
        'Get-CognitoUserPoolReplica'
        'New-CognitoUserPool'
        'New-CognitoUserPoolClient'
        'New-CognitoUserPoolClientSecret'
        'New-CognitoUserPoolReplica'
        'Remove-CognitoTag'
        'Remove-CognitoUserPool'
        'Remove-CognitoUserPoolClient'
        'Remove-CognitoUserPoolClientSecret'
        'Remove-CognitoUserPoolReplica'
        'Set-CognitoProvisionedLimit'
        'Set-CognitoSessionConfiguration'
        'Set-CognitoUserPool'
        'Set-CognitoUserPoolClient'
        'Set-CognitoUserPoolMfa'
        'Set-CognitoUserPoolReplica'
        'Start-CognitoLocalServer'
        'Stop-CognitoLocalServer'
    )
    PrivateData = @{
        PSData = @{
            Tags = @('AWS', 'Amazon', 'Cognito', 'UserPool', 'Identity', 'PSEdition_Core', 'PSEdition_Desktop', 'Windows', 'Linux', 'MacOS')
            LicenseUri = 'https://www.apache.org/licenses/LICENSE-2.0'
        }
    }
}
