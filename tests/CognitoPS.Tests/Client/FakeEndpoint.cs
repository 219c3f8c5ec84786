using System.Net;
using System.Net.Http.Headers;
using Amazon.CognitoIdentityProvider;
using Amazon.Runtime;
using Xunit;
using HttpClientFactory = Amazon.Runtime.HttpClientFactory;

namespace CognitoPS.Tests.Client;

/// <summary>Takes the place of the network: records each request and answers it.</summary>
internal sealed class FakeEndpoint(Func<RecordedRequest, HttpResponseMessage> answer) : HttpMessageHandler
{
    public List<RecordedRequest> Requests { get; } = [];

    /// <summary>The only request.</summary>
    public RecordedRequest Request => Assert.Single(Requests);

    public static FakeEndpoint Answering(
        string body,
        HttpStatusCode status = HttpStatusCode.OK,
        params (string Name, string Value)[] headers
    ) => new(_ => Response(body, status, headers));

    public static HttpResponseMessage Response(
        string body,
        HttpStatusCode status = HttpStatusCode.OK,
        params (string Name, string Value)[] headers
    )
    {
        HttpResponseMessage response = new(status)
        {
            Content = new StringContent(body, new MediaTypeHeaderValue("application/x-amz-json-1.1")),
        };
        response.Headers.Add("x-amzn-RequestId", "request-1");
        foreach ((string name, string value) in headers)
            response.Headers.Add(name, value);
        return response;
    }

    public AmazonCognitoIdentityProviderClient CreateClient(
        AWSCredentials? credentials = null,
        Action<AmazonCognitoIdentityProviderConfig>? configure = null
    )
    {
        AmazonCognitoIdentityProviderConfig config = new()
        {
            ServiceURL = "http://cognito.test",
            AuthenticationRegion = "eu-west-1",
            MaxErrorRetry = 0,
            HttpClientFactory = new Factory(this),
        };
        configure?.Invoke(config);
        return new AmazonCognitoIdentityProviderClient(credentials ?? new BasicAWSCredentials("AKIDEXAMPLE", "secret"), config);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        RecordedRequest recorded = new(
            request.RequestUri!,
            request.Headers,
            request.Content!.Headers,
            await request.Content.ReadAsStringAsync(cancellationToken)
        );
        Requests.Add(recorded);
        return answer(recorded);
    }

    private sealed class Factory(HttpMessageHandler handler) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig)
        {
            HttpClient client = new(handler, disposeHandler: false);
            if (clientConfig.Timeout is { } timeout)
                client.Timeout = timeout;
            return client;
        }

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;
    }
}

internal sealed record RecordedRequest(Uri Address, HttpRequestHeaders Headers, HttpContentHeaders ContentHeaders, string Body)
{
    public string Target => Assert.Single(Headers.GetValues("X-Amz-Target"));

    public string? Authorization => Headers.TryGetValues("Authorization", out IEnumerable<string>? values) ? Assert.Single(values) : null;
}
