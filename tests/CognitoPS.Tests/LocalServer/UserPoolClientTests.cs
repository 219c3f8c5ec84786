using System.Text.Json;
using Xunit;

namespace CognitoPS.Tests.LocalServer;

public sealed class UserPoolClientTests : ServerTest
{
    private async Task<JsonElement> CreateAsync(object request) =>
        (await Client.CallAsync("CreateUserPoolClient", request)).GetProperty("UserPoolClient");

    [Fact]
    public async Task A_new_client_has_the_services_defaults_and_a_secret_only_on_request()
    {
        string pool = await Client.CreatePoolAsync();
        JsonElement plain = await CreateAsync(new { UserPoolId = pool, ClientName = "plain" });
        Assert.Equal(30, plain.GetProperty("RefreshTokenValidity").GetInt32());
        Assert.Equal(3, plain.GetProperty("AuthSessionValidity").GetInt32());
        Assert.True(plain.GetProperty("EnableTokenRevocation").GetBoolean());
        Assert.False(plain.TryGetProperty("ExplicitAuthFlows", out _));
        Assert.False(plain.TryGetProperty("ClientSecret", out _));
        Assert.Matches("^[a-z0-9]{26}$", plain.GetProperty("ClientId").GetString());
        JsonElement secret = await CreateAsync(
            new
            {
                UserPoolId = pool,
                ClientName = "secret",
                GenerateSecret = true,
            }
        );
        Assert.Matches("^[a-z0-9]{51}$", secret.GetProperty("ClientSecret").GetString());
    }

    [Fact]
    public async Task Update_resets_what_it_is_not_given()
    {
        string pool = await Client.CreatePoolAsync();
        string id = (
            await CreateAsync(
                new
                {
                    UserPoolId = pool,
                    ClientName = "web",
                    GenerateSecret = true,
                    CallbackURLs = new[] { "https://example.com/cb" },
                    RefreshTokenValidity = 5,
                    EnableTokenRevocation = false,
                }
            )
        ).GetProperty("ClientId").GetString()!;
        await Client.CallAsync(
            "UpdateUserPoolClient",
            new
            {
                UserPoolId = pool,
                ClientId = id,
                AuthSessionValidity = 5,
            }
        );
        JsonElement client = (await Client.CallAsync("DescribeUserPoolClient", new { UserPoolId = pool, ClientId = id })).GetProperty(
            "UserPoolClient"
        );
        Assert.Equal("web", client.GetProperty("ClientName").GetString());
        Assert.Equal(5, client.GetProperty("AuthSessionValidity").GetInt32());
        Assert.Equal(30, client.GetProperty("RefreshTokenValidity").GetInt32());
        Assert.True(client.GetProperty("EnableTokenRevocation").GetBoolean());
        Assert.False(client.TryGetProperty("CallbackURLs", out _));
        Assert.True(client.TryGetProperty("ClientSecret", out _));
        await ExpectAsync(
            "InvalidParameterException",
            "UpdateUserPoolClient",
            new
            {
                UserPoolId = pool,
                ClientId = id,
                ClientSecret = new string('s', 30),
            }
        );
    }

    [Theory]
    [InlineData("InvalidOAuthFlowException", """{"AllowedOAuthFlows":["client_credentials"],"AllowedOAuthScopes":["openid"]}""")]
    [InlineData("InvalidOAuthFlowException", """{"AllowedOAuthFlows":["code"],"AllowedOAuthScopes":["openid"]}""")]
    [InlineData("InvalidOAuthFlowException", """{"AllowedOAuthFlows":["code"],"CallbackURLs":["https://example.com"]}""")]
    [InlineData("InvalidOAuthFlowException", """{"AllowedOAuthFlowsUserPoolClient":true}""")]
    [InlineData("InvalidOAuthFlowException", """{"AllowedOAuthFlowsUserPoolClient":true,"AllowedOAuthScopes":["openid"]}""")]
    [InlineData("InvalidParameterException", """{"CallbackURLs":["https://example.com/in#here"]}""")]
    [InlineData("InvalidParameterException", """{"LogoutURLs":["https://example.com/out#here"]}""")]
    [InlineData("ScopeDoesNotExistException", """{"AllowedOAuthScopes":["orders/read"]}""")]
    [InlineData("InvalidParameterException", """{"SupportedIdentityProviders":["Google"]}""")]
    [InlineData("InvalidParameterException", """{"CallbackURLs":["http://example.com"]}""")]
    [InlineData("InvalidParameterException", """{"DefaultRedirectURI":"https://example.com/other"}""")]
    [InlineData("InvalidParameterException", """{"ExplicitAuthFlows":["ALLOW_USER_SRP_AUTH","USER_PASSWORD_AUTH"]}""")]
    [InlineData("InvalidParameterException", """{"WriteAttributes":["custom:none"]}""")]
    [InlineData("InvalidParameterException", """{"AccessTokenValidity":2,"TokenValidityUnits":{"AccessToken":"minutes"}}""")]
    [InlineData(
        "InvalidParameterException",
        """{"RefreshTokenRotation":{"Feature":"ENABLED"},"ExplicitAuthFlows":["ALLOW_REFRESH_TOKEN_AUTH"]}"""
    )]
    public async Task Settings_that_contradict_each_other_are_refused(string code, string settings)
    {
        string pool = await Client.CreatePoolAsync();
        Dictionary<string, object> request = JsonSerializer.Deserialize<Dictionary<string, object>>(settings)!;
        request["UserPoolId"] = pool;
        request["ClientName"] = "web";
        await ExpectAsync(code, "CreateUserPoolClient", request);
    }

    [Theory]
    [InlineData("openid")]
    [InlineData("email")]
    [InlineData("phone")]
    [InlineData("profile")]
    [InlineData("aws.cognito.signin.user.admin")]
    public async Task A_machine_has_no_scope_of_a_person(string scope)
    {
        string pool = await Client.CreatePoolAsync();
        Assert.Equal(
            ("InvalidOAuthFlowException", $"{scope} is not supported with client_credentials flow"),
            await Client.FailAsync(
                "CreateUserPoolClient",
                new
                {
                    UserPoolId = pool,
                    ClientName = "batch",
                    GenerateSecret = true,
                    AllowedOAuthFlowsUserPoolClient = true,
                    AllowedOAuthFlows = new[] { "client_credentials" },
                    AllowedOAuthScopes = new[] { scope },
                }
            )
        );
    }

    [Fact]
    public async Task A_deleted_client_is_gone()
    {
        string pool = await Client.CreatePoolAsync();
        string id = (await CreateAsync(new { UserPoolId = pool, ClientName = "web" })).GetProperty("ClientId").GetString()!;
        await Client.CallAsync("DeleteUserPoolClient", new { UserPoolId = pool, ClientId = id });
        await ExpectAsync("ResourceNotFoundException", "DescribeUserPoolClient", new { UserPoolId = pool, ClientId = id });
        Assert.Empty(
            (await Client.CallAsync("ListUserPoolClients", new { UserPoolId = pool })).GetProperty("UserPoolClients").EnumerateArray()
        );
    }
}
