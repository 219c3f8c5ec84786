using System.Net;
using System.Text.Json.Nodes;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Xunit;

namespace CognitoPS.Tests.Client;

/// <summary>What becomes of answers that are no success.</summary>
public sealed class ErrorTests
{
    public static TheoryData<string> Exceptions => [.. ModelFile.Exceptions.Select(exception => exception.Key)];

    [Theory, MemberData(nameof(Exceptions))]
    public async Task Each_error_of_the_model_has_its_exception(string code)
    {
        JsonNode facts = ModelFile.Exceptions[code]!;
        var status = (HttpStatusCode)(int)facts["status"]!;
        JsonObject body = new() { ["__type"] = "com.amazonaws.cognito#" + code, ["message"] = "What happened" };
        foreach (JsonNode? member in facts["members"]!.AsArray())
            body[(string)member!] = "value of " + member;

        AmazonCognitoIdentityProviderException error = await FailAsync<AmazonCognitoIdentityProviderException>(
            FakeEndpoint.Answering(body.ToJsonString(), status)
        );

        Assert.Equal(
            (code, code, "What happened", status, "request-1"),
            (error.GetType().Name, error.ErrorCode, error.Message, error.StatusCode, error.RequestId)
        );
        foreach (JsonNode? member in facts["members"]!.AsArray())
            Assert.Equal(
                "value of " + member,
                error.GetType().GetProperty(char.ToUpperInvariant(((string)member!)[0]) + ((string)member!)[1..])!.GetValue(error)
            );
    }

    [Theory]
    [InlineData("""{"__type":"UserNotFoundException","message":"m"}""", null, "UserNotFoundException", "m")]
    [InlineData("""{"__type":"a.b#UserNotFoundException","Message":"m"}""", null, "UserNotFoundException", "m")]
    [InlineData("""{"message":"m"}""", "UserNotFoundException:http://internal.test/coral/", "UserNotFoundException", "m")]
    [InlineData("""{"code":"UserNotFoundException","message":"m","more":{"message":"inner"}}""", null, "UserNotFoundException", "m")]
    [InlineData("", "UserNotFoundException", "UserNotFoundException", "The service answered UserNotFoundException.")]
    public async Task The_code_stands_in_the_body_or_in_a_header(string body, string? header, string code, string message)
    {
        (string, string)[] headers = header is null ? [] : [("x-amzn-ErrorType", header)];

        UserNotFoundException error = await FailAsync<UserNotFoundException>(
            FakeEndpoint.Answering(body, HttpStatusCode.BadRequest, headers)
        );

        Assert.Equal((code, message), (error.ErrorCode, error.Message));
    }

    [Fact]
    public async Task An_unknown_code_is_kept()
    {
        AmazonCognitoIdentityProviderException error = await FailAsync<AmazonCognitoIdentityProviderException>(
            FakeEndpoint.Answering("""{"__type":"BrandNewException","message":"m"}""", HttpStatusCode.BadRequest)
        );

        Assert.Equal((typeof(AmazonCognitoIdentityProviderException), "BrandNewException"), (error.GetType(), error.ErrorCode));
    }

    [Theory]
    [InlineData("<html><body>Bad gateway</body></html>", HttpStatusCode.BadGateway)]
    [InlineData("{\"__ty", HttpStatusCode.InternalServerError)]
    [InlineData("", HttpStatusCode.ServiceUnavailable)]
    [InlineData("[1,2]", HttpStatusCode.BadRequest)]
    [InlineData("null", HttpStatusCode.NotFound)]
    [InlineData("7", HttpStatusCode.Forbidden)]
    [InlineData("{}", HttpStatusCode.Unauthorized)]
    [InlineData("\0\u00ff", HttpStatusCode.InternalServerError)]
    public async Task An_error_that_does_not_come_from_the_service_carries_the_status(string body, HttpStatusCode status)
    {
        AmazonCognitoIdentityProviderException error = await FailAsync<AmazonCognitoIdentityProviderException>(
            FakeEndpoint.Answering(body, status)
        );

        Assert.Equal((status, null), (error.StatusCode, error.ErrorCode));
        Assert.Contains($"HTTP {(int)status}", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html>Welcome to the hotel's Wi-Fi</html>")]
    [InlineData("""{"UserPoolClients":[{"ClientId":"a""")]
    [InlineData("""{"UserPoolClients":"a"}""")]
    [InlineData("""{"UserPoolClients":[{"ClientId":7}]}""")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("")]
    public async Task A_success_that_cannot_be_read_is_an_error(string body)
    {
        AmazonUnmarshallingException error = await FailAsync<AmazonUnmarshallingException>(FakeEndpoint.Answering(body));

        Assert.Equal(HttpStatusCode.OK, error.StatusCode);
        Assert.Equal(body, error.ResponseBody);
    }

    [Theory]
    [InlineData("InternalErrorException", HttpStatusCode.InternalServerError, 3)]
    [InlineData("", HttpStatusCode.ServiceUnavailable, 3)]
    [InlineData("TooManyRequestsException", HttpStatusCode.BadRequest, 3)]
    [InlineData("ResourceNotFoundException", HttpStatusCode.BadRequest, 1)]
    [InlineData("InvalidParameterException", HttpStatusCode.BadRequest, 1)]
    public async Task The_runtime_retries_what_may_pass(string code, HttpStatusCode status, int requests)
    {
        var endpoint = FakeEndpoint.Answering($$"""{"__type":"{{code}}"}""", status);
        using AmazonCognitoIdentityProviderClient client = endpoint.CreateClient(configure: config => config.MaxErrorRetry = 2);
        RetryPolicy(client).MaxBackoffInMilliseconds = 1;

        await Assert.ThrowsAnyAsync<AmazonCognitoIdentityProviderException>(() =>
            client.ListUserPoolClientsAsync(new ListUserPoolClientsRequest())
        );

        Assert.Equal(requests, endpoint.Requests.Count);
    }

    [Fact]
    public async Task A_layer_above_can_take_LimitExceeded_from_the_throttling_errors()
    {
        var endpoint = FakeEndpoint.Answering("""{"__type":"LimitExceededException"}""", HttpStatusCode.BadRequest);
        using AmazonCognitoIdentityProviderClient client = endpoint.CreateClient(configure: config => config.MaxErrorRetry = 2);
        RetryPolicy(client).ThrottlingErrorCodes.Remove("LimitExceededException");

        await Assert.ThrowsAsync<LimitExceededException>(() => client.ListUserPoolClientsAsync(new ListUserPoolClientsRequest()));

        Assert.Single(endpoint.Requests);
    }

    [Fact]
    public async Task Errors_are_read_while_responses_are_logged()
    {
        var endpoint = FakeEndpoint.Answering("""{"UserPoolClients":[]}""");
        using AmazonCognitoIdentityProviderClient client = endpoint.CreateClient(configure: config => config.LogResponse = true);

        Assert.Empty((await client.ListUserPoolClientsAsync(new ListUserPoolClientsRequest())).UserPoolClients);
    }

    private static async Task<T> FailAsync<T>(FakeEndpoint endpoint)
        where T : Exception
    {
        using AmazonCognitoIdentityProviderClient client = endpoint.CreateClient();
        return await Assert.ThrowsAnyAsync<T>(() => client.ListUserPoolClientsAsync(new ListUserPoolClientsRequest()));
    }

    private static StandardRetryPolicy RetryPolicy(AmazonCognitoIdentityProviderClient client)
    {
        var pipeline = (RuntimePipeline)
            typeof(AmazonServiceClient)
                .GetProperty("RuntimePipeline", System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!
                .GetValue(client)!;
        return (StandardRetryPolicy)pipeline.Handlers.OfType<RetryHandler>().Single().RetryPolicy;
    }
}
