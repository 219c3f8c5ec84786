# Help, as Get-Help shows it.
param([string] $Module = "$PSScriptRoot/../../out/CognitoPS/CognitoPS.psd1")

BeforeAll {
    Import-Module $Module
    $help = Get-Command -Module CognitoPS | ForEach-Object { Get-Help $_.Name -Full }
}

Describe 'Get-Help' {
    It 'has a synopsis, a description and two examples for each cmdlet' {
        $help | Should -HaveCount (Get-Module CognitoPS).ExportedCmdlets.Count
        $incomplete = $help | Where-Object { $_.Synopsis -match "^\s*($($_.Name) |$)" -or -not $_.description -or @($_.examples.example).Count -lt 2 }
        $incomplete.Name | Should -BeNullOrEmpty
    }

    It 'describes each parameter that Get-Command shows' {
        $common = [System.Management.Automation.PSCmdlet]::CommonParameters + [System.Management.Automation.PSCmdlet]::OptionalCommonParameters
        $missing = foreach ($one in $help) {
            $described = ($one.parameters.parameter | Where-Object { "$($_.description.Text)" }).name
            $shown = (Get-Command $one.Name).ParameterSets.Parameters |
                Where-Object { -not @($_.Attributes | Where-Object { $_ -is [Parameter] -and $_.DontShow }) } |
                ForEach-Object Name | Sort-Object -Unique
            $shown | Where-Object { $_ -notin $described -and $_ -notin $common } | ForEach-Object { "$($one.Name) -$_" }
        }
        $missing | Should -BeNullOrEmpty
    }

    It 'names what pipes in and what comes out' {
        $one = $help | Where-Object Name -EQ Get-CognitoUserPoolClient
        $one.inputTypes.inputType.type.name | Should -Contain 'CognitoPS.UserPool'
        $one.returnValues.returnValue.type.name | Should -Contain 'CognitoPS.UserPoolClient'
        (Get-Help Get-CognitoUserPoolClient -Parameter UserPoolId).pipelineInput | Should -BeLike '*ByPropertyName*'
    }

    It 'fits into <_> columns' -ForEach 80, 120 {
        $lines = $help | Out-String -Stream -Width $_
        $lines | Should -Not -BeNullOrEmpty
        $lines | Where-Object Length -GT $_ | Should -BeNullOrEmpty
    }

    It 'shows parameters by <View> only' -ForEach @{ View = 'Examples' }, @{ View = 'Detailed' }, @{ View = 'Full' } {
        $switch = @{ $View = $true }
        $text = Get-Help Set-CognitoUserPool @switch | Out-String
        $text | Should -Match 'Set-CognitoUserPool'
        $text.Contains('-DeletionProtection <') | Should -Be ($View -ne 'Examples')
        $text -match 'Accept pipeline input' | Should -Be ($View -eq 'Full')
    }

    It 'knows the page about the module' {
        Get-Help about_CognitoPS | Should -Match 'MORE TOPICS'
    }

    It 'finds cmdlets by a word' {
        (Get-Help *CognitoUserPoolReplica).Name | Should -HaveCount 4
    }
}
