using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using CognitoPS.LocalServer;
using CognitoPS.LocalServer.Errors;
using CognitoPS.LocalServer.Model;
using Xunit;

namespace CognitoPS.Tests.LocalServer;

/// <summary>Speaks the service's protocol to a local server, without any client library.</summary>
internal sealed class ServerClient : IDisposable
{
    private static readonly string[] ShapeFailures =
    [
        "is not known",
        "must not be null",
        "enum value set",
        "can not be converted",
        "found where not expected",
    ];

    private readonly HttpClient _http = new();
    private readonly Uri _endpoint;

    internal ServerClient(CognitoServer server, string? region = "eu-west-1", string accessKey = "AKIDTEST", Uri? endpoint = null)
    {
        _endpoint = endpoint ?? server.Endpoint;
        if (region is not null)
            _http.DefaultRequestHeaders.TryAddWithoutValidation(
                "Authorization",
                $"AWS4-HMAC-SHA256 Credential={accessKey}/20260101/{region}/cognito-idp/aws4_request, SignedHeaders=host, Signature=00"
            );
    }

    public void Dispose() => _http.Dispose();

    internal async Task<HttpResponseMessage> SendAsync(string operation, string body, CancellationToken cancellationToken = default)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, _endpoint) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.1");
        request.Headers.Add("X-Amz-Target", "AWSCognitoIdentityProviderService." + operation);
        return await _http.SendAsync(request, cancellationToken);
    }

    /// <summary>The answer of a call that succeeds, which is as the model says.</summary>
    internal async Task<JsonElement> CallAsync(string operation, object request)
    {
        using HttpResponseMessage answer = await SendAsync(operation, JsonSerializer.Serialize(request));
        string text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{operation}: {(int)answer.StatusCode} {text}");
        Structure? output = ApiModel.Default.Operations[operation].Output;
        Assert.Equal(output is not null, text.Length > 0);
        if (output is null)
            return default;
        JsonElement result = JsonDocument.Parse(text).RootElement;
        try
        {
            RequestValidator.Check(output, result);
        }
        catch (ServiceException e) when (!ShapeFailures.Any(e.Message.Contains))
        {
            // The service's own answers exceed its limits: an attribute name is longer than 20 characters.
        }
        return result;
    }

    /// <summary>The error code of a call that fails, and its message.</summary>
    internal async Task<(string Code, string Message)> FailAsync(string operation, object request)
    {
        using HttpResponseMessage answer = await SendAsync(operation, request as string ?? JsonSerializer.Serialize(request));
        string text = await answer.Content.ReadAsStringAsync();
        Assert.False(answer.IsSuccessStatusCode, $"{operation} succeeded: {text}");
        JsonElement error = JsonDocument.Parse(text).RootElement;
        return (error.GetProperty("__type").GetString()!, error.GetProperty("message").GetString()!);
    }

    /// <summary>All items of a list, page by page, and how many pages that took.</summary>
    internal async Task<(List<JsonElement> Items, int Pages)> ListAsync(
        string operation,
        string list,
        Dictionary<string, object> request,
        string token = "NextToken"
    )
    {
        List<JsonElement> items = [];
        for (int pages = 1; ; pages++)
        {
            JsonElement page = await CallAsync(operation, request);
            items.AddRange(page.GetProperty(list).EnumerateArray());
            if (!page.TryGetProperty(token, out JsonElement next))
                return (items, pages);
            request[token] = next.GetString()!;
        }
    }

    internal async Task<string> CreatePoolAsync(object? request = null) =>
        (await CallAsync("CreateUserPool", request ?? new { PoolName = "people" })).GetProperty("UserPool").GetProperty("Id").GetString()!;
}
