using System.Collections;
using System.Net.Http.Headers;
using System.Text.Json;

namespace CognitoPS.Benchmarks;

/// <summary>What a developer would write without any SDK: a loop over pages with HttpClient and System.Text.Json.</summary>
internal sealed class HttpLoop(Uri endpoint) : IDisposable
{
    private readonly HttpClient _http = new();

    public sealed record ClientItem(string ClientId, string ClientName, string UserPoolId);

    public sealed record ClientPage(List<ClientItem> UserPoolClients, string? NextToken);

    public sealed record AttributeItem(string Name, string Value);

    public sealed record UserItem(
        string Username,
        List<AttributeItem> Attributes,
        double UserCreateDate,
        double UserLastModifiedDate,
        bool Enabled,
        string UserStatus
    );

    public sealed record UserPage(List<UserItem> Users, string? PaginationToken);

    public async Task<IList> ClientsAsync(string pool)
    {
        var clients = new List<ClientItem>();
        string? token = null;
        do
        {
            ClientPage page = await PostAsync<ClientPage>(
                "ListUserPoolClients",
                new
                {
                    UserPoolId = pool,
                    MaxResults = 60,
                    NextToken = token,
                }
            );
            clients.AddRange(page.UserPoolClients);
            token = page.NextToken;
        } while (token is not null);
        return clients;
    }

    public async Task<IList> UsersAsync(string pool)
    {
        var users = new List<UserItem>();
        string? token = null;
        do
        {
            UserPage page = await PostAsync<UserPage>(
                "ListUsers",
                new
                {
                    UserPoolId = pool,
                    Limit = 60,
                    PaginationToken = token,
                }
            );
            users.AddRange(page.Users);
            token = page.PaginationToken;
        } while (token is not null);
        return users;
    }

    public void Dispose() => _http.Dispose();

    private static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    private async Task<T> PostAsync<T>(string operation, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint);
        request.Headers.Add("X-Amz-Target", $"AWSCognitoIdentityProviderService.{operation}");
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            "AWS4-HMAC-SHA256 Credential=a/20261101/eu-west-1/cognito-idp/aws4_request, SignedHeaders=host, Signature=0"
        );
        request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, Options));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.1");
        using HttpResponseMessage response = await _http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        await using Stream answer = await response.Content.ReadAsStreamAsync();
        return (await JsonSerializer.DeserializeAsync<T>(answer))!;
    }
}
