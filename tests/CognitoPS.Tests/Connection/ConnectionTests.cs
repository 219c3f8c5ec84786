using CognitoPS.LocalServer.Requests;
using CognitoPS.Tests.Support;
using Xunit;

namespace CognitoPS.Tests.Connection;

/// <summary>Where requests go, and as whom. The server's log shows the region and access key that each was signed with.</summary>
public sealed class ConnectionTests : IDisposable
{
    private readonly Engine _engine = new(connect: false);

    public void Dispose()
    {
        File.WriteAllText(TestEnvironment.ProfileFile, "");
        foreach (string name in new[] { "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_REGION" })
            Environment.SetEnvironmentVariable(name, null);
        _engine.Dispose();
    }

    [Fact]
    public void The_region_comes_from_the_pool_unless_one_is_given()
    {
        string pool = _engine.Server.AddPool("far", "ap-southeast-2");
        Connect("-Region eu-west-1");

        _engine.Run("Get-CognitoUserPoolClient $args[0]", pool).Succeeded();
        Assert.Equal("ap-southeast-2", Last.Region);
        _engine.Run("Get-CognitoUserPool").Succeeded();
        Assert.Equal("eu-west-1", Last.Region);
        _engine.Run("Get-CognitoUserPool -Region us-east-1").Succeeded();
        Assert.Equal("us-east-1", Last.Region);
    }

    [Fact]
    public void An_ARN_or_a_pool_object_will_do_for_an_id()
    {
        string pool = _engine.Server.AddPool("customers");
        _engine.Server.AddClients(pool, 1);
        Connect();

        Assert.Single(
            _engine.Run($"Get-CognitoUserPoolClient arn:aws:cognito-idp:eu-west-1:123456789012:userpool/{pool}").Succeeded().Output
        );
        Assert.Single(_engine.Run("Get-CognitoUserPoolClient (Get-CognitoUserPool)").Succeeded().Output);
    }

    [Fact]
    public void Without_any_region_the_error_says_what_to_set()
    {
        Outcome outcome = _engine.Run("Get-CognitoUserPool -AccessKey a -SecretKey b");

        Assert.Equal(["NoRegion"], outcome.ErrorIds);
    }

    [Fact]
    public void Without_any_credentials_the_error_says_where_they_were_looked_for()
    {
        Outcome outcome = _engine.Run("Get-CognitoUserPool -Region eu-west-1 -EndpointUrl $args[0]", _engine.Server.Endpoint);

        Assert.Equal(["NoCredentials"], outcome.ErrorIds);
        Assert.Equal(0, _engine.Server.Log.Count());
    }

    [Fact]
    public void Credentials_are_taken_in_the_documented_order()
    {
        File.WriteAllText(
            TestEnvironment.ProfileFile,
            """
            [default]
            aws_access_key_id = FROMPROFILE
            aws_secret_access_key = secret
            region = eu-west-3
            """
        );

        Assert.Equal(("FROMPROFILE", "eu-west-3"), Ask());
        Environment.SetEnvironmentVariable("AWS_ACCESS_KEY_ID", "FROMENVIRONMENT");
        Environment.SetEnvironmentVariable("AWS_SECRET_ACCESS_KEY", "secret");
        Environment.SetEnvironmentVariable("AWS_REGION", "eu-north-1");
        Assert.Equal(("FROMENVIRONMENT", "eu-north-1"), Ask());
        _engine
            .Run(
                "$global:StoredAWSRegion = 'eu-central-1'; $global:StoredAWSCredentials = [pscustomobject]@{ AccessKey = 'FROMSTORED'; SecretKey = 'secret'; Token = $null }"
            )
            .Succeeded();
        Assert.Equal(("FROMSTORED", "eu-central-1"), Ask());
        Connect("-Region eu-west-1", "FROMCONNECT");
        Assert.Equal(("FROMCONNECT", "eu-west-1"), Ask());
        Assert.Equal(("FROMPARAMETER", "eu-west-2"), Ask("-AccessKey FROMPARAMETER -SecretKey secret -Region eu-west-2"));
        Assert.Equal(
            ("FROMPAIR", "eu-west-1"),
            Ask(
                "-Credential ([pscredential]::new('FROMPAIR', $secret))",
                "$secret = [securestring]::new(); 'secret'.ToCharArray() | ForEach-Object { $secret.AppendChar($_) };"
            )
        );
        _engine.Run(
            "Disconnect-Cognito; Remove-Variable StoredAWSRegion, StoredAWSCredentials -Scope Global -ErrorAction Ignore; $global:StoredAWSRegion = $null; $global:StoredAWSCredentials = $null"
        );
        Assert.Equal(("FROMENVIRONMENT", "eu-north-1"), Ask());
    }

    [Fact]
    public void Each_runspace_has_its_own_connection()
    {
        Connect("-Region eu-west-1", "FIRST");
        using var other = new Engine(connect: false);

        Assert.Null(other.Run("Get-CognitoConnection").Succeeded()["Region"]);
        Assert.Equal("eu-west-1", _engine.Run("Get-CognitoConnection").Succeeded()["Region"]);
    }

    [Fact]
    public void The_secret_key_shows_nowhere()
    {
        Outcome outcome = _engine.Run(
            "Connect-Cognito -AccessKey AKIDEXAMPLE -SecretKey Sup3rSecret -SessionToken T0kenSecret -EndpointUrl $args[0] -Region eu-west-1 -PassThru -Verbose; Get-CognitoUserPoolClient eu-west-1_Unknown00 -Verbose; Get-CognitoConnection",
            _engine.Server.Endpoint
        );

        Assert.Equal(["ResourceNotFoundException"], outcome.ErrorIds);
        Assert.DoesNotContain("Sup3rSecret", outcome.Everything);
        Assert.DoesNotContain("T0kenSecret", outcome.Everything);
    }

    private LoggedRequest Last => _engine.Server.Log.Requests[^1];

    private void Connect(string more = "-Region eu-west-1", string key = "test") =>
        _engine.Run($"Connect-Cognito -EndpointUrl $args[0] -AccessKey {key} -SecretKey test {more}", _engine.Server.Endpoint).Succeeded();

    /// <summary>Who asked, and where, by the server's log.</summary>
    private (string?, string) Ask(string more = "", string before = "")
    {
        _engine.Run($"{before} Get-CognitoUserPool -EndpointUrl $args[0] {more}", _engine.Server.Endpoint).Succeeded();
        return (Last.AccessKey, Last.Region);
    }
}
