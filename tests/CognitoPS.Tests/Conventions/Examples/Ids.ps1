# The ids of the documentation, and those that are meant.
[ordered]@{
    'eu-west-1_Customers' = $customers
    'eu-west-1_Staging' = $staging
    'eu-west-1_Test' = $test
    '4example0client0id0web0000' = $web.ClientId
    '4example0client0id0m2m0000' = $machine.ClientId
    '4example0client0id0api0000--1' = $apiSecret
    '4example0client0id0api0000' = $api.ClientId
    'import-a1B2c3D4e5' = $job.JobId
    '-TermsId 11111111-2222-4333-8444-555555555555' = "-TermsId $($terms.TermsId)"
    'eu-west-1_a1b2c3d4-0000-4000-8000-000000000000' = $device.DeviceKey
    '-SessionId 8b3c4a10-0000-4000-8000-000000000000' = "-SessionId $session"
    '-EventId 8b3c4a10-0000-4000-8000-000000000000' = "-EventId $authEvent"
    '-UserCode 123456' = '-UserCode ($app | Get-CognitoTotpCode)'
    ' 123456' = ' (Read-Host Code)'
}
