# Tables and lists, as they print.
param([string] $Module = "$PSScriptRoot/../../out/CognitoPS/CognitoPS.psd1")

BeforeAll {
    Import-Module $Module
    $server = Start-CognitoLocalServer -Sample -PassThru
    $pool = Get-CognitoUserPool customers-prod
    $rendering = $PSStyle.OutputRendering
    $PSStyle.OutputRendering = 'PlainText'
    $password = [System.Net.NetworkCredential]::new('', 'Right-Horse-7').SecurePassword
    $client = New-CognitoUserPoolClient $pool.UserPoolId views -GenerateSecret -ExplicitAuthFlows ALLOW_USER_PASSWORD_AUTH, ALLOW_ADMIN_USER_PASSWORD_AUTH
    $null = New-CognitoUser $pool.UserPoolId views@example.com -Password $password -MessageAction SUPPRESS
    $null = New-CognitoResourceServer $pool.UserPoolId https://api.example.com orders -Scopes @{ read = 'Read orders' }
    $null = New-CognitoIdentityProvider $pool.UserPoolId partner OIDC -ProviderClientId app -ProviderClientSecret s3cret -OidcIssuer https://op.example.com
    $objects = @{
        'CognitoPS.UserPoolSummary' = $pool
        'CognitoPS.UserPool' = $pool | Get-CognitoUserPool
        'CognitoPS.UserPoolClientSummary' = $pool | Get-CognitoUserPoolClient -First 1
        'CognitoPS.UserPoolClient' = $client
        'CognitoPS.UserPoolClientSecret' = $client | Get-CognitoUserPoolClientSecret
        'CognitoPS.User' = $pool | Get-CognitoUser -First 1
        'CognitoPS.UserCount' = ($pool | Get-CognitoUser -CountByStatus)[0]
        'CognitoPS.Group' = $pool | Get-CognitoGroup -First 1
        'CognitoPS.ResourceServer' = $pool | Get-CognitoResourceServer
        'CognitoPS.IdentityProvider' = Get-CognitoIdentityProvider $pool.UserPoolId -ProviderName partner
        'CognitoPS.SignInSession' = $client | Connect-CognitoUser -Credential ([pscredential]::new('views@example.com', $password)) -Admin
        'CognitoPS.LocalServerInfo' = $server
        'CognitoPS.CognitoConnection' = Get-CognitoConnection
    }
}

AfterAll {
    $PSStyle.OutputRendering = $rendering
    $server | Stop-CognitoLocalServer
}

Describe 'A table of <_>' -ForEach @(
    'CognitoPS.UserPoolSummary', 'CognitoPS.UserPool', 'CognitoPS.UserPoolClientSummary', 'CognitoPS.UserPoolClient', 'CognitoPS.UserPoolClientSecret', 'CognitoPS.User', 'CognitoPS.UserCount'
    'CognitoPS.Group', 'CognitoPS.ResourceServer', 'CognitoPS.IdentityProvider', 'CognitoPS.SignInSession', 'CognitoPS.LocalServerInfo', 'CognitoPS.CognitoConnection'
) {
    BeforeAll {
        $type = $_
        $object = $objects[$type]
        $view = (Get-FormatData $type).FormatViewDefinition[0].Control
        $labels = $view.Headers | ForEach-Object Label
    }

    It 'is the type''s own view' {
        $object.GetType().FullName | Should -Be $type
        @($object)[0] | Out-String -Stream -Width 200 | Where-Object { $_.Trim() } | Select-Object -First 1 | ForEach-Object { $_.Trim() -split '\s+' } | Should -Be $labels
    }

    It 'shows the first two columns whole in <_> columns' -ForEach 80, 120 {
        $lines = $object | Out-String -Stream -Width $_ | Where-Object { $_.Trim() }
        $lines | Where-Object Length -GT $_ | Should -BeNullOrEmpty
        $lines[0].Trim() -split '\s+' | Select-Object -First 2 | Should -Be ($labels | Select-Object -First 2)
        foreach ($column in $view.Rows[0].Columns | Select-Object -First 2) {
            $value = if ($column.DisplayEntry.ValueType -eq 'Property') { $object.($column.DisplayEntry.Value) } else { $object | ForEach-Object ([scriptblock]::Create($column.DisplayEntry.Value)) }
            $lines[2] | Should -BeLike "*$([wildcardpattern]::Escape("$value"))*"
        }
    }

    It 'is a list of all properties on demand, without a secret and without type names' {
        $lines = $object | Format-List * | Out-String -Stream -Width 300 | Where-Object { $_ -match '^[\w:]+ +: ' }
        $lines | ForEach-Object { ($_ -split ' +: ', 2)[0] } | Should -Be $object.PSObject.Properties.Name
        $lines -match 'System\.Collections|Amazon\.|ConstantClass' | Should -BeNullOrEmpty
    }
}

Describe 'Views' {
    It 'have a header of one line in <_> columns, each of them' -ForEach 80, 120 {
        $width = $_
        $views = Get-FormatData CognitoPS.*
        $views.Count | Should -BeGreaterThan 40
        $broken = foreach ($view in $views) {
            $object = [pscustomobject]@{ PSTypeName = $view.TypeNames[0]; Any = 'value' }
            $header, $line = $object | Out-String -Stream -Width $width | Where-Object { $_.Trim() } | Select-Object -First 2
            if ($line -notmatch '^[- ]+$') { "$($view.TypeNames[0]): $header" }
        }
        $broken | Should -BeNullOrEmpty
    }

    It 'are coloured at a prompt and plain in a file' {
        $PSStyle.OutputRendering = 'Ansi'
        $pool | Out-String | Should -Match ([regex]::Escape($PSStyle.Formatting.TableHeader))
        $PSStyle.OutputRendering = 'PlainText'
        $pool | Out-String | Should -Not -Match ([char]27)
    }

    It 'go into CSV and JSON and come back' {
        $users = $pool | Get-CognitoUser -First 3
        ($users | ConvertTo-Csv | ConvertFrom-Csv).Username | Should -Be $users.Username
        ($users | ConvertTo-Json -Depth 5 | ConvertFrom-Json).Username | Should -Be $users.Username
    }

    It 'group, sort and measure as any object does' {
        $clients = $pool | Get-CognitoUserPoolClient
        ($clients | Group-Object { $_.ClientName.Split('-')[-1] } | Where-Object Name -EQ kiosk).Count | Should -Be ($clients | Where-Object ClientName -Like *-kiosk).Count
        ($clients | Sort-Object ClientName -Descending | Select-Object -First 1).ClientName | Should -Be ($clients.ClientName | Sort-Object)[-1]
    }
}
