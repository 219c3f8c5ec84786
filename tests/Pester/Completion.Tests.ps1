# Tab, as TabExpansion2 answers it.
param([string] $Module = "$PSScriptRoot/../../out/CognitoPS/CognitoPS.psd1")

BeforeAll {
    Import-Module $Module
    $server = Start-CognitoLocalServer -Sample -PassThru
    $pool = Get-CognitoUserPool staff-prod
    $client = $pool | Get-CognitoUserPoolClient -First 1

    function Get-Completion([string] $Line) {
        $Line = $Line.Replace('POOL', $pool.UserPoolId)
        (TabExpansion2 $Line $Line.Length).CompletionMatches
    }
}

AfterAll {
    $server | Stop-CognitoLocalServer
}

Describe 'Tab' {
    It 'completes <Line>' -ForEach @(
        @{ Line = 'Get-CognitoUserPool staff-'; With = { 'staff-prod' } }
        @{ Line = 'Get-CognitoUser -UserPoolId staff-'; With = { $pool.UserPoolId } }
        @{ Line = 'Get-CognitoUserPoolClient POOL -ClientId '; With = { $client.ClientId } }
        @{ Line = 'Get-CognitoGroup POOL engin'; With = { 'engineering' } }
        @{ Line = 'Add-CognitoGroupMember POOL engin'; With = { 'engineering' } }
        @{ Line = 'Set-CognitoUserPool POOL -DeletionProtection a'; With = { 'ACTIVE' } }
        @{ Line = 'Set-CognitoUserPoolMfa POOL o'; With = { 'OFF', 'ON', 'OPTIONAL' } }
        @{ Line = 'Get-CognitoUserPool -Region eu-w'; With = { 'eu-west-1' } }
        @{ Line = 'Get-CognitoUser POOL -Fil'; With = { '-Filter' } }
        @{ Line = '$pool | Get-CognitoUserPoolClient | Where-Object ClientN'; With = { 'ClientName' } }
        @{ Line = 'Get-CognitoUserPoolC'; With = { 'Get-CognitoUserPoolClient', 'Get-CognitoUserPoolClientSecret' } }
    ) {
        $found = (Get-Completion $Line).CompletionText
        foreach ($text in & $With) { $found | Should -Contain $text }
    }

    It 'names the pool beside its id' {
        (Get-Completion 'Get-CognitoUser -UserPoolId staff-').ListItemText | Should -BeLike '*staff-prod*'
    }

    It 'offers nothing where nobody answers, and throws nothing' {
        Connect-Cognito -EndpointUrl http://127.0.0.1:9 -AccessKey a -SecretKey b -Region eu-west-1
        $Error.Clear()
        Get-Completion 'Get-CognitoUser -UserPoolId staff-' | Should -BeNullOrEmpty
        $Error | Should -BeNullOrEmpty
    }
}
