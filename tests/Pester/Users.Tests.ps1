param([string] $Module = "$PSScriptRoot/../../out/CognitoPS/CognitoPS.psd1")

BeforeAll {
    Import-Module $Module
    $server = Start-CognitoLocalServer -Sample -PassThru
    $pool = (Get-CognitoUserPool staff-prod).UserPoolId
    'Username,mail,department', 'anna.test,anna@example.org,sales', "o'neil.test,neil@example.org,people" | Set-Content TestDrive:/staff.csv
}

AfterAll {
    $server | Stop-CognitoLocalServer
}

Describe 'Users' {
    It 'come from a CSV file, go into a group, change and go' {
        $made = Import-Csv TestDrive:/staff.csv | New-CognitoUser $pool -MessageAction SUPPRESS -Group engineering -Attribute { @{ email = $_.mail; department = $_.department } }
        $made.Username | Should -Be 'anna.test', "o'neil.test"
        $made[0] | Should -BeOfType ([CognitoPS.User])
        (Get-CognitoGroup $pool -Username anna.test).GroupName | Should -Be 'engineering'
        ($made | Set-CognitoUser -Attribute { @{ given_name = $_.Email } } -PassThru).given_name | Should -Be 'anna@example.org', 'neil@example.org'
        ($made | Disable-CognitoUser -PassThru).Enabled | Should -Be $false, $false
        Get-CognitoUser $pool -Username *.test | Remove-CognitoUser -Confirm:$false
        Get-CognitoUser $pool -Username *.test | Should -BeNullOrEmpty
    }

    It 'are listed in slices as they are one after another' {
        (Get-CognitoUser $pool -Parallel).Sub | Sort-Object | Should -Be ((Get-CognitoUser $pool).Sub | Sort-Object)
        (Get-CognitoUser $pool -CountByStatus | Measure-Object Count -Sum).Sum | Should -Be (Get-CognitoUser $pool).Count
    }

    It 'are sorted, selected and filtered by any attribute' {
        $user = Get-CognitoUser $pool -Email jan.* | Where-Object 'custom:department' -EQ people | Sort-Object family_name | Select-Object -First 1 Username, given_name
        $user.given_name | Should -Be 'Jan'
    }

    It 'go on after a name that is nobody''s' {
        $names = (Get-CognitoUser $pool -First 2).Username
        $names[0], 'nobody', $names[1] | Disable-CognitoUser $pool -ErrorVariable wrong -ErrorAction SilentlyContinue
        $wrong.FullyQualifiedErrorId | Should -BeLike 'UserNotFoundException,*'
        (Get-CognitoUser $pool -Username $names[1]).Enabled | Should -BeFalse
    }

    It 'are not touched under -WhatIf' {
        $before = $server.RequestCount
        'anna', 'ben' | Remove-CognitoUser $pool -WhatIf
        $server.RequestCount | Should -Be $before
    }
}
