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
        'Add-CognitoGroupMember'
        'Add-CognitoLinkedIdentity'
        'Confirm-CognitoUser'
        'Connect-Cognito'
        'Disable-CognitoUser'
        'Disconnect-Cognito'
        'Disconnect-CognitoUser'
        'Enable-CognitoUser'
        'Get-CognitoAuthEvent'
        'Get-CognitoConnection'
        'Get-CognitoGroup'
        'Get-CognitoGroupMember'
        'Get-CognitoLocalServer'
        'Get-CognitoUser'
        'Get-CognitoUserAuthFactor'
        'Get-CognitoUserDevice'
        'Get-CognitoUserImportHeader'
        'Get-CognitoUserImportJob'
        'Get-CognitoUserPool'
        'Get-CognitoUserPoolClient'
        'Get-CognitoUserSession'
        'New-CognitoGroup'
        'New-CognitoUser'
        'New-CognitoUserImportJob'
        'New-CognitoUserPoolClient'
        'Remove-CognitoGroup'
        'Remove-CognitoGroupMember'
        'Remove-CognitoLinkedIdentity'
        'Remove-CognitoSoftwareToken'
        'Remove-CognitoUser'
        'Remove-CognitoUserDevice'
        'Remove-CognitoUserPoolClient'
        'Reset-CognitoUserPassword'
        'Revoke-CognitoUserSession'
        'Set-CognitoAuthEventFeedback'
        'Set-CognitoGroup'
        'Set-CognitoUser'
        'Set-CognitoUserDevice'
        'Set-CognitoUserMfaPreference'
        'Set-CognitoUserPassword'
        'Set-CognitoUserPoolClient'
        'Set-CognitoUserSetting'
        'Start-CognitoLocalServer'
        'Start-CognitoUserImportJob'
        'Stop-CognitoLocalServer'
        'Stop-CognitoUserImportJob'
    )
    PrivateData = @{
        PSData = @{
            Tags = @('AWS', 'Amazon', 'Cognito', 'UserPool', 'Identity', 'PSEdition_Core', 'PSEdition_Desktop', 'Windows', 'Linux', 'MacOS')
            LicenseUri = 'https://www.apache.org/licenses/LICENSE-2.0'
        }
    }
}
