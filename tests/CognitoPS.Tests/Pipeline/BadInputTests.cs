using System.Management.Automation;
using System.Net;
using System.Net.Sockets;
using CognitoPS.LocalServer;
using CognitoPS.Tests.Support;
using Xunit;

namespace CognitoPS.Tests.Pipeline;

/// <summary>Bad input and bad endpoints: each its own error id, category and target, and what to do.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly Engine _engine = new();
    private readonly string _pool;

    public BadInputTests() => _pool = _engine.Server.AddPool("customers");

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void An_unknown_pool() => Check("eu-west-1_Unknown00", "ResourceNotFoundException", ErrorCategory.ObjectNotFound);

    [Fact]
    public void A_malformed_pool_id() => Check("not a pool", "PoolNotFound", ErrorCategory.ObjectNotFound);

    [Fact]
    public void A_malformed_region() => Check(_pool, "InvalidRegion", ErrorCategory.InvalidArgument, "-Region 'evil.example.com/'");

    [Fact]
    public void Expired_credentials()
    {
        using var server = CognitoServer.Start(new CognitoServerOptions { ExpiredAccessKeys = { "expired" } });
        Check(
            "eu-west-1_Unknown00",
            "ExpiredTokenException",
            ErrorCategory.AuthenticationError,
            $"-EndpointUrl {server.Endpoint} -AccessKey expired -SecretKey none"
        );
    }

    [Fact]
    public void Half_a_pair_of_keys() => Check(_pool, "IncompleteKeys", ErrorCategory.InvalidArgument, "-AccessKey AKIDEXAMPLE");

    [Fact]
    public void An_unknown_profile() => Check(_pool, "ProfileNotFound", ErrorCategory.ObjectNotFound, "-ProfileName nosuchprofile");

    [Fact]
    public void A_credential_object_of_no_use() => Check(_pool, "InvalidCredential", ErrorCategory.InvalidArgument, "-Credential 42");

    [Fact]
    public void An_endpoint_that_refuses() =>
        Check(_pool, "EndpointUnreachable", ErrorCategory.ConnectionError, $"-EndpointUrl http://127.0.0.1:{FreePort()}");

    [Fact]
    public void An_endpoint_that_hangs()
    {
        _engine
            .Run("Connect-Cognito -EndpointUrl $args[0] -AccessKey a -SecretKey b -TimeoutSeconds 1", _engine.Server.Endpoint)
            .Succeeded();
        _engine.Server.Faults.Hang = true;
        Check(_pool, "EndpointTimeout", ErrorCategory.OperationTimeout);
        Assert.Equal(1, _engine.Server.Log.Count());
    }

    [Theory]
    [InlineData("-EndpointUrl localhost:9229")]
    [InlineData("-EndpointUrl nonsense")]
    [InlineData("-EndpointUrl ''")]
    public void An_endpoint_that_is_none(string more) => Check(_pool, "InvalidEndpointUrl", ErrorCategory.InvalidArgument, more);

    [Theory]
    [InlineData("-AccessKey a -SecretKey b -ProfileName default")]
    [InlineData("-Credential 42 -ProfileName default")]
    public void Several_who_ask(string more) => Check(_pool, "AmbiguousIdentity", ErrorCategory.InvalidArgument, more);

    [Fact]
    public void A_session_token_without_its_keys() => Check(_pool, "IncompleteKeys", ErrorCategory.InvalidArgument, "-SessionToken abc");

    [Fact]
    public void An_endpoint_that_answers_with_a_web_page()
    {
        _engine.Server.Faults.HtmlAnswer = true;
        Check(_pool, "EndpointFailed", ErrorCategory.ResourceUnavailable);
    }

    [Theory]
    [InlineData("<html><body>Welcome to the guest network</body></html>", "text/html")]
    [InlineData("""{"UserPoolClients":[{"ClientId":"4exa""", "application/x-amz-json-1.1")]
    [InlineData("", "application/x-amz-json-1.1")]
    public void An_endpoint_whose_answer_is_not_Cognitos(string body, string type)
    {
        using var listener = new HttpListener();
        listener.Prefixes.Add($"http://127.0.0.1:{FreePort()}/");
        listener.Start();
        _ = Task.Run(
            async () =>
            {
                while (listener.IsListening)
                {
                    HttpListenerContext context = await listener.GetContextAsync();
                    context.Response.ContentType = type;
                    context.Response.Close(System.Text.Encoding.UTF8.GetBytes(body), willBlock: false);
                }
            },
            TestContext.Current.CancellationToken
        );

        Check(_pool, "InvalidAnswer", ErrorCategory.InvalidResult, $"-EndpointUrl {listener.Prefixes.Single()}");
    }

    [Fact]
    public void An_endpoint_whose_answer_breaks_off()
    {
        _engine.Server.Faults.TruncateAnswer = true;
        Check(_pool, "EndpointUnreachable", ErrorCategory.ConnectionError);
    }

    [Fact]
    public void An_endpoint_that_fails()
    {
        _engine.Server.Faults.ErrorRatio = 1;
        Check(_pool, "InternalErrorException", ErrorCategory.ResourceUnavailable);
    }

    [Fact]
    public void An_endpoint_that_cuts_the_connection()
    {
        _engine.Server.Faults.DropRatio = 1;
        Check(_pool, "EndpointUnreachable", ErrorCategory.ConnectionError);
    }

    [Fact]
    public void A_list_goes_on_after_what_fails()
    {
        _engine.Server.AddClients(_pool, 2);

        Outcome outcome = _engine.Run(
            "'eu-west-1_Unknown00', 'not a pool', $args[0] | ForEach-Object { [pscustomobject]@{ UserPoolId = $_ } } | Get-CognitoUserPoolClient",
            _pool
        );

        Assert.Equal(["ResourceNotFoundException", "PoolNotFound"], outcome.ErrorIds);
        Assert.Equal(2, outcome.Output.Count);
    }

    [Fact]
    public void An_unknown_setting_is_named_with_the_nearest_and_nothing_is_sent()
    {
        Outcome outcome = _engine.Run("New-CognitoUserPoolClient $args[0] web -TokenValidityUnits @{ AcessToken = 'hours' }", _pool);

        ErrorRecord error = Assert.Single(outcome.Errors);
        Assert.Equal("ParameterArgumentTransformationError", error.FullyQualifiedErrorId.Split(',')[0]);
        Assert.Contains("AccessToken", error.Exception.Message);
        Assert.Equal(0, _engine.Server.Log.Count());
    }

    private void Check(string pool, string id, ErrorCategory category, string more = "")
    {
        Outcome outcome = _engine.Run($"Get-CognitoUserPoolClient -UserPoolId $args[0] {more}", pool);

        Assert.Null(outcome.Terminating);
        ErrorRecord error = Assert.Single(outcome.Errors);
        Assert.Equal($"{id},CognitoPS.Cmdlets.Clients.GetCognitoUserPoolClientCommand", error.FullyQualifiedErrorId);
        Assert.Equal(category, error.CategoryInfo.Category);
        Assert.Equal(pool, error.TargetObject);
        Assert.NotEmpty(error.ErrorDetails.RecommendedAction);
        Assert.DoesNotContain(" at CognitoPS.", error.ErrorDetails.Message);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
