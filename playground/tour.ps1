# A few commands as a person would enter them, with what they write, each checked by what it must have written.
$steps = @(
    @{
        Says = 'The user pools of the account, as a list shows them.'
        Command = 'Get-CognitoUserPool'
        IsRight = { $output.Count -eq 5 }
    }
    @{
        Says = 'Names take wildcards, and a pool pipes into every cmdlet. Paging is done where nobody sees it.'
        Command = '$pool = Get-CognitoUserPool customers-prod; $pool | Get-CognitoUserPoolClient | Measure-Object | Select-Object Count'
        IsRight = { $output.Count -eq 150 }
    }
    @{
        Says = 'The service gives 60 app clients a page. These requests were sent for the 150:'
        Command = '(Get-CognitoLocalServer).Requests | Group-Object Operation -NoElement'
        IsRight = { ($output | Where-Object Name -EQ ListUserPoolClients).Count -eq 3 }
    }
    @{
        Says = 'Who needs only the first few asks for no more.'
        Command = '$pool | Get-CognitoUserPoolClient -First 5'
        IsRight = { $output.Count -eq 5 }
    }
    @{
        Says = 'A filter by name, here over the app clients of the pool.'
        Command = '$pool | Get-CognitoUserPoolClient -Name *-kiosk | Sort-Object ClientName | Select-Object ClientName, ClientId -First 6'
        IsRight = { $output.Count -eq 6 -and -not ($output.ClientName -notlike '*-kiosk') }
    }
    @{
        Says = 'From pools to groups, in one pipe.'
        Command = 'Get-CognitoUserPool *-prod | Get-CognitoGroup | Where-Object Precedence -LE 30 | Format-Table GroupName, Precedence, UserPoolId, Description'
        IsRight = { ($output | Out-String) -match 'beta-testers' -and ($output | Out-String) -match 'engineering' }
    }
    @{
        Says = 'Described, an app client has all of its settings; some of them:'
        Command = '$checkout = $pool | Get-CognitoUserPoolClient -Name checkout-* -Detailed; $checkout[0] | Format-List ClientName, RefreshTokenValidity, ExplicitAuthFlows'
        IsRight = { ($output | Out-String) -match 'checkout-web' }
    }
    @{
        Says = 'A Set changes what it is given and keeps the rest. -WhatIf shows the difference and sends nothing.'
        Command = '$checkout[0] | Set-CognitoUserPoolClient -RefreshTokenValidity 7 -AddCallbackUrl https://shop.example.com/signed-in -WhatIf'
        IsRight = { $output.Count -eq 0 -and -not ((Get-CognitoLocalServer).Requests.Operation -like 'Update*') }
    }
    @{
        Says = 'An id that does not exist is an error of its own; the others are answered.'
        Command = '$checkout[0].ClientId, ''nosuchclient00000000000000'', $checkout[1].ClientId | ForEach-Object { Get-CognitoUserPoolClient $pool.UserPoolId $_ }'
        IsRight = { $output.Count -eq 3 -and $output[1].CategoryInfo.Category -eq 'ObjectNotFound' }
    }
    @{
        Says = 'And before anything is removed, see what would be.'
        Command = '$pool | Get-CognitoUserPoolClient -Name loyalty-[ab]* | Remove-CognitoUserPoolClient -WhatIf'
        IsRight = { $output.Count -eq 0 -and -not ((Get-CognitoLocalServer).Requests.Operation -like 'Delete*') }
    }
)

function Get-HighlightedCommand([string] $Command) {
    $tokens = $null
    $null = [System.Management.Automation.Language.Parser]::ParseInput($Command, [ref] $tokens, [ref] $null)
    $highlighted = ''
    $end = 0
    foreach ($token in $tokens | Where-Object Kind -NE EndOfInput) {
        $colour = switch ($token) {
            { $_.TokenFlags.HasFlag([System.Management.Automation.Language.TokenFlags]::CommandName) } { $PSStyle.Foreground.BrightYellow; break }
            { $_.Kind -eq 'Parameter' } { $PSStyle.Foreground.BrightBlack; break }
            { $_.Kind -in 'Variable', 'SplattedVariable' } { $PSStyle.Foreground.BrightGreen; break }
            { $_.Kind -in 'StringLiteral', 'StringExpandable' } { $PSStyle.Foreground.Cyan; break }
        }
        $highlighted += $Command.Substring($end, $token.Extent.StartOffset - $end) + $colour + $token.Text + $(if ($colour) { $PSStyle.Reset })
        $end = $token.Extent.EndOffset
    }
    $highlighted
}

. "$PSScriptRoot/session.ps1"
"`nCognitoPS, a short tour on a sample company: Amazon Cognito in memory on this machine, no AWS account needed.`n"
$failed = @()
foreach ($step in $steps) {
    "$($PSStyle.Foreground.Green)# $($step.Says)$($PSStyle.Reset)"
    "PS> $(Get-HighlightedCommand $step.Command)"
    $output = @()
    # As at a prompt, errors stand where they happen.
    . ([scriptblock]::Create($step.Command)) 2>&1 | Tee-Object -Variable output | Out-Host
    if ($output.Count -eq 0) { '' }
    if (-not (& $step.IsRight)) { $failed += $step.Command }
}
'Try it yourself:  dotnet run --project playground -- -i'
foreach ($command in $failed) { [Console]::Error.WriteLine("This did not go as it should: $command") }
exit [int] ($failed.Count -gt 0)
