using CognitoPS.LocalServer;
using CognitoPS.Tests.Support;
using Xunit;

namespace CognitoPS.Tests.Connection;

/// <summary>A session whose environment changes while it goes on, in a process of its own.</summary>
public sealed class EnvironmentChangeTests : IDisposable
{
    private readonly CognitoServer _one = CognitoServer.Start(new CognitoServerOptions { Seed = 1 });
    private readonly CognitoServer _two = CognitoServer.Start(new CognitoServerOptions { Seed = 2 });
    private readonly TemporaryFolder _folder = new();

    public EnvironmentChangeTests() =>
        File.WriteAllText(
            _folder.PathOf("profiles"),
            """
            [first]
            aws_access_key_id = FIRSTPROFILE
            aws_secret_access_key = secret
            [second]
            aws_access_key_id = SECONDPROFILE
            aws_secret_access_key = secret
            [broken]
            credential_process = dotnet --no-such-option-at-all
            """
        );

    public void Dispose()
    {
        _one.Dispose();
        _two.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Each_request_goes_where_and_as_whom_the_environment_says_then()
    {
        ScriptResult result = await RunAsync(
            $"""
            Set-Variables @(('AWS_ENDPOINT_URL', '{_one.Endpoint}'), ('AWS_PROFILE', 'first'))
            Get-CognitoUserPool
            Set-Variables @(, ('AWS_PROFILE', 'second'))
            Get-CognitoUserPool
            Set-Variables @(('AWS_ACCESS_KEY_ID', 'FROMKEYS'), ('AWS_SECRET_ACCESS_KEY', 'secret'))
            Get-CognitoUserPool
            Set-Variables @(, ('AWS_ENDPOINT_URL', '{_two.Endpoint}'))
            Get-CognitoUserPool
            $connection = Get-CognitoConnection
            "$($connection.EndpointUrl) $($connection.Region) $($connection.Credentials)"
            """
        );

        Assert.Empty(result.Errors);
        Assert.Equal(["FIRSTPROFILE", "SECONDPROFILE", "FROMKEYS"], _one.Log.Requests.Select(request => request.AccessKey));
        Assert.Equal(["FROMKEYS"], _two.Log.Requests.Select(request => request.AccessKey));
        Assert.Equal([$"{_two.Endpoint} eu-west-1 environment"], result.Output);
    }

    [Fact]
    public async Task What_is_no_address_is_refused()
    {
        ScriptResult result = await RunAsync(
            """
            foreach ($endpoint in 'ftp://example.com', 'localhost:9229', 'nonsense', 'http://') {
                Set-Variables @(('AWS_ENDPOINT_URL', $endpoint), ('AWS_PROFILE', 'first'))
                Get-CognitoUserPool -ErrorVariable wrong -ErrorAction SilentlyContinue
                "$endpoint $($wrong[0].FullyQualifiedErrorId)"
            }
            """
        );

        Assert.Equal(
            new[] { "ftp://example.com", "localhost:9229", "nonsense", "http://" }.Select(endpoint =>
                $"{endpoint} InvalidEndpointUrl,CognitoPS.Cmdlets.UserPools.GetCognitoUserPoolCommand"
            ),
            result.Output
        );
    }

    [Fact]
    public async Task A_profile_that_gives_no_credentials_is_an_error_for_each_item()
    {
        ScriptResult result = await RunAsync(
            $$"""
            'eu-west-1_Unknown01', 'eu-west-1_Unknown02' | ForEach-Object { [pscustomobject]@{ UserPoolId = $_ } } |
                Get-CognitoUserPoolClient -ProfileName broken -EndpointUrl {{_one.Endpoint}} -ErrorVariable wrong -ErrorAction SilentlyContinue
            foreach ($record in $wrong) { "$($record.FullyQualifiedErrorId.Split(',')[0]) $($record.TargetObject) $($record.ErrorDetails.RecommendedAction -ne '')" }
            """
        );

        Assert.Equal(["CredentialsFailed eu-west-1_Unknown01 True", "CredentialsFailed eu-west-1_Unknown02 True"], result.Output);
        Assert.Empty(_one.Log.Requests);
    }

    private Task<ScriptResult> RunAsync(string script) =>
        Pwsh.RunScriptAsync(
            $$"""
            function Set-Variables($Pairs) { foreach ($pair in $Pairs) { [System.Environment]::SetEnvironmentVariable($pair[0], $pair[1]) } }
            Set-Variables @(('AWS_CONFIG_FILE', '{{_folder.PathOf("profiles")}}'), ('AWS_SHARED_CREDENTIALS_FILE', '{{_folder.PathOf(
                "profiles"
            )}}'), ('AWS_REGION', 'eu-west-1'))
            Import-Module '{{Path.Combine(Repository.Module, "CognitoPS.psd1")}}' -ErrorAction Stop
            {{script}}
            """
        );
}
