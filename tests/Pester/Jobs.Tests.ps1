# Jobs and runspaces: what comes back from them is of use, what is stopped ends, and a connection belongs to its runspace.
param([string] $Module = "$PSScriptRoot/../../out/CognitoPS/CognitoPS.psd1")

BeforeDiscovery {
    # Start-Job starts the shell's own executable, which the .NET tool has for one kind of machine only.
    $hasExecutable = try { & "$PSHOME/pwsh" -Version } catch { $false }
}

BeforeAll {
    Import-Module $Module
    $server = Start-CognitoLocalServer -Sample -PassThru
    $pool = Get-CognitoUserPool customers-prod
    $connection = @{ EndpointUrl = $server.Endpoint.AbsoluteUri; Region = 'eu-west-1'; AccessKey = 'local'; SecretKey = 'local' }
}

AfterAll {
    $server | Stop-CognitoLocalServer
}

Describe 'Jobs' {
    It 'give objects that pipe on, from Start-Job' -Skip:(-not $hasExecutable) {
        $clients = Start-Job {
            Import-Module $using:Module
            $connection = $using:connection
            Connect-Cognito @connection
            Get-CognitoUserPool customers-prod | Get-CognitoUserPoolClient -First 70
        } | Receive-Job -Wait -AutoRemoveJob
        $clients | Should -HaveCount 70
        $clients[0].PSObject.TypeNames | Should -Contain 'Deserialized.CognitoPS.UserPoolClientSummary'
        ($clients[0] | Get-CognitoUserPoolClient).ClientId | Should -Be $clients[0].ClientId
    }

    It 'give objects that pipe on, from Start-ThreadJob' {
        $clients = Start-ThreadJob {
            Import-Module $using:Module
            $connection = $using:connection
            Connect-Cognito @connection
            Get-CognitoUserPool customers-prod | Get-CognitoUserPoolClient -First 70
        } | Receive-Job -Wait -AutoRemoveJob
        $clients | Should -HaveCount 70
        ($clients[0] | Get-CognitoUserPoolClient).ClientId | Should -Be $clients[0].ClientId
    }

    It 'keep their errors apart from what they give' {
        $job = Start-ThreadJob {
            Import-Module $using:Module
            $connection = $using:connection
            Connect-Cognito @connection
            Get-CognitoUserPoolClient eu-west-1_Unknown00
            Get-CognitoUserPool customers-prod
        } | Wait-Job
        $given = Receive-Job $job -ErrorVariable wrong -ErrorAction SilentlyContinue
        Remove-Job $job
        $given.Name | Should -Be 'customers-prod'
        $wrong.FullyQualifiedErrorId | Should -BeLike 'ResourceNotFoundException,*'
    }

    It 'stop in the middle of a request' {
        $server.Faults.Latency = [timespan]::FromHours(1)
        try {
            $asked = $server.RequestCount
            $job = Start-ThreadJob {
                Import-Module $using:Module
                $connection = $using:connection
                Get-CognitoUserPool @connection
            }
            while ($server.RequestCount -eq $asked -and $job.State -ne 'Failed') { Start-Sleep -Milliseconds 20 }
            Stop-Job $job
            $job.State | Should -Be 'Stopped'
            Remove-Job $job
        }
        finally {
            $server.Faults.Latency = [timespan]::Zero
        }
    }
}

Describe 'Runspaces' {
    It 'work side by side' {
        $names = 1..4 | ForEach-Object -ThrottleLimit 4 -Parallel {
            Import-Module $using:Module
            $connection = $using:connection
            $pool = $using:pool
            $client = $pool | New-CognitoUserPoolClient -ClientName "side-$_" @connection
            ($client | Set-CognitoUserPoolClient -RefreshTokenValidity $_ -PassThru @connection).ClientName
        }
        $names | Sort-Object | Should -Be 'side-1', 'side-2', 'side-3', 'side-4'
        ($pool | Get-CognitoUserPoolClient -Name side-* -Detailed | Sort-Object ClientName).RefreshTokenValidity | Should -Be 1, 2, 3, 4
    }

    It 'have a connection of their own each' {
        $endpoints = 1..2 | ForEach-Object -ThrottleLimit 2 -Parallel {
            Import-Module $using:Module
            Connect-Cognito -EndpointUrl "http://127.0.0.1:$_" -Region eu-west-1 -AccessKey a -SecretKey b
            "$((Get-CognitoConnection).EndpointUrl)"
        }
        $endpoints | Sort-Object | Should -Be 'http://127.0.0.1:1/', 'http://127.0.0.1:2/'
        (Get-CognitoConnection).EndpointUrl | Should -Be $server.Endpoint
    }
}
