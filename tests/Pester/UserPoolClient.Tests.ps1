param([string] $Module = "$PSScriptRoot/../../out/CognitoPS/CognitoPS.psd1")

BeforeAll {
    Import-Module $Module
    $server = Start-CognitoLocalServer -Sample -PassThru
    $pool = Get-CognitoUserPool customers-prod
}

AfterAll {
    $server | Stop-CognitoLocalServer
}

Describe 'Get-CognitoUserPoolClient' {
    It 'lists every client of a pool, however many pages that takes' {
        $clients = $pool | Get-CognitoUserPoolClient
        $clients | Should -HaveCount 150
        $clients[0] | Should -BeOfType ([CognitoPS.UserPoolClientSummary])
        ($clients.ClientId | Sort-Object -Unique) | Should -HaveCount 150
    }

    It 'stops asking when the pipeline has enough' {
        $before = $server.RequestCount
        $pool | Get-CognitoUserPoolClient | Select-Object -First 1 | Should -HaveCount 1
        $server.RequestCount - $before | Should -BeLessOrEqual 2
    }

    It 'describes several, filtered by a name with wildcards' {
        $described = Get-CognitoUserPool *-prod | Get-CognitoUserPoolClient -Name billing-* -Detailed
        $described | Should -Not -BeNullOrEmpty
        $described | ForEach-Object { $_ | Should -BeOfType ([CognitoPS.UserPoolClient]); $_.ClientName | Should -BeLike 'billing-*' }
    }

    It 'goes on after an item that fails' {
        $ids = ($pool | Get-CognitoUserPoolClient -First 2).ClientId
        $found = Get-CognitoUserPoolClient $pool.UserPoolId $ids[0], 'nosuchclient', $ids[1] -ErrorVariable wrong -ErrorAction SilentlyContinue
        $found.ClientId | Should -Be $ids
        $wrong | Should -HaveCount 1
        $wrong[0].FullyQualifiedErrorId | Should -BeLike 'ClientNotFound,*'
        $wrong[0].TargetObject | Should -Be 'nosuchclient'
        $wrong[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
    }

    It 'shows its views without a secret' {
        $client = New-CognitoUserPoolClient $pool.UserPoolId backend -GenerateSecret
        $client.HasSecret | Should -BeTrue
        $secret = [System.Net.NetworkCredential]::new('', $client.ClientSecret).Password
        ($client | Format-Table | Out-String) | Should -Not -BeLike "*$secret*"
        ($client | Format-List | Out-String) | Should -Not -BeLike "*$secret*"
    }

    It 'completes pools and clients on Tab' {
        $line = "Get-CognitoUserPoolClient -UserPoolId customers-p"
        (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Contain $pool.UserPoolId
        $line = "Get-CognitoUserPoolClient -UserPoolId $($pool.UserPoolId) -ClientId billing-w"
        (TabExpansion2 $line $line.Length).CompletionMatches.ToolTip | Should -Contain 'billing-web'
    }
}

Describe 'Set- and Remove-CognitoUserPoolClient' {
    It 'change what was named and keep the rest' {
        $before = New-CognitoUserPoolClient $pool.UserPoolId keep -CallbackURLs https://a.example/in -RefreshTokenValidity 7
        $after = $before | Set-CognitoUserPoolClient -AddCallbackUrl https://b.example/in -PassThru
        $after.CallbackURLs | Should -Be 'https://a.example/in', 'https://b.example/in'
        $after.RefreshTokenValidity | Should -Be 7
    }

    It 'send nothing under -WhatIf' {
        $client = $pool | Get-CognitoUserPoolClient -Name billing-web
        $before = $server.Requests | Where-Object Operation -match '^(Update|Delete|Create)'
        $client | Set-CognitoUserPoolClient -AccessTokenValidity 5 -WhatIf
        $client | Remove-CognitoUserPoolClient -WhatIf
        New-CognitoUserPoolClient $pool.UserPoolId nobody -WhatIf
        ($server.Requests | Where-Object Operation -match '^(Update|Delete|Create)') | Should -HaveCount @($before).Count
    }

    It 'remove by pipeline' {
        1..12 | ForEach-Object { New-CognitoUserPoolClient $pool.UserPoolId "gone-$_" } | Should -HaveCount 12
        $pool | Get-CognitoUserPoolClient -Name gone-* | Remove-CognitoUserPoolClient -Confirm:$false
        $pool | Get-CognitoUserPoolClient -Name gone-* | Should -BeNullOrEmpty
    }
}
