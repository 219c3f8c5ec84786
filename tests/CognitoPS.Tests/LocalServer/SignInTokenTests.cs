using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using CognitoPS.Jwt;
using Xunit;

namespace CognitoPS.Tests.LocalServer;

public sealed class SignInTokenTests : SignInTest
{
    private static readonly HttpClient Http = new();

    private async Task<TokenCheck> CheckAsync(string token, string use) =>
        await new TokenVerifier((uri, stop) => Http.GetStringAsync(uri, stop), () => Now.UtcDateTime).CheckAsync(
            token,
            new TokenExpectation
            {
                UserPoolId = Pool,
                ClientIds = [ClientId],
                TokenUse = use,
                Endpoint = Server.Endpoint,
            },
            CancellationToken.None
        );

    private static string Text(JsonElement tokens, string name) => tokens.GetProperty(name).GetString()!;

    private Task<JsonElement> GetUserAsync(string token) => Client.CallAsync("GetUser", new { AccessToken = token });

    private async Task<string> RefusedAsync(string token) => (await Client.FailAsync("GetUser", new { AccessToken = token })).Message;

    [Fact]
    public async Task Tokens_stand_up_to_the_pools_published_keys()
    {
        await SetUpAsync();
        await Client.CallAsync(
            "CreateGroup",
            new
            {
                UserPoolId = Pool,
                GroupName = "staff",
                Precedence = 1,
                RoleArn = "arn:aws:iam::123456789012:role/staff",
            }
        );
        await Client.CallAsync(
            "AdminAddUserToGroup",
            new
            {
                UserPoolId = Pool,
                Username = "ann",
                GroupName = "staff",
            }
        );
        JsonElement tokens = await SignInAsync();
        Assert.Empty((await CheckAsync(Text(tokens, "IdToken"), "id")).Reasons);
        Assert.Empty((await CheckAsync(Text(tokens, "AccessToken"), "access")).Reasons);
        Assert.Equal(5, Text(tokens, "RefreshToken").Split('.').Length);
        JsonElement id = Claims(tokens, "IdToken");
        Assert.True(id.GetProperty("email_verified").GetBoolean());
        Assert.Equal("staff", id.GetProperty("cognito:groups")[0].GetString());
        Assert.EndsWith("role/staff", id.GetProperty("cognito:preferred_role").GetString());
        Assert.Equal("aws.cognito.signin.user.admin", Claims(tokens, "AccessToken").GetProperty("scope").GetString());
        JsonElement configuration = JsonDocument
            .Parse(await Http.GetStringAsync(new Uri(Server.Endpoint, Pool + "/.well-known/openid-configuration")))
            .RootElement;
        Assert.Equal(id.GetProperty("iss").GetString(), configuration.GetProperty("issuer").GetString());
    }

    [Fact]
    public async Task The_preferred_role_is_that_of_the_first_groups_where_they_agree()
    {
        await SetUpAsync();
        static string Role(string name) => "arn:aws:iam::123456789012:role/" + name;
        async Task<string?> PreferredAsync() =>
            Claims(await SignInAsync(), "IdToken").TryGetProperty("cognito:preferred_role", out JsonElement role) ? role.GetString() : null;
        async Task JoinAsync(string group, int? precedence, string? role)
        {
            await Client.CallAsync(
                "CreateGroup",
                new
                {
                    UserPoolId = Pool,
                    GroupName = group,
                    Precedence = precedence,
                    RoleArn = role,
                }
            );
            await Client.CallAsync(
                "AdminAddUserToGroup",
                new
                {
                    UserPoolId = Pool,
                    Username = "ann",
                    GroupName = group,
                }
            );
        }
        Assert.Null(await PreferredAsync());
        await JoinAsync("a", null, Role("a"));
        Assert.Equal(Role("a"), await PreferredAsync());
        await JoinAsync("b", null, Role("b"));
        Assert.Null(await PreferredAsync());
        await JoinAsync("c", 5, Role("c"));
        await JoinAsync("d", 5, Role("c"));
        await JoinAsync("e", 5, null);
        Assert.Equal(Role("c"), await PreferredAsync());
        await JoinAsync("f", 5, Role("f"));
        JsonElement id = Claims(await SignInAsync(), "IdToken");
        Assert.False(id.TryGetProperty("cognito:preferred_role", out _));
        Assert.Equal(
            [Role("c"), Role("f"), Role("a"), Role("b")],
            id.GetProperty("cognito:roles").EnumerateArray().Select(r => r.GetString())
        );
        await JoinAsync("g", 0, Role("g"));
        Assert.Equal(Role("g"), await PreferredAsync());
    }

    [Fact]
    public async Task A_number_is_a_number_in_the_token_and_one_that_is_none_does_not_stop_a_sign_in()
    {
        await SetUpAsync();
        await Client.CallAsync(
            "AdminUpdateUserAttributes",
            new
            {
                UserPoolId = Pool,
                Username = "ann",
                UserAttributes = new[] { new { Name = "updated_at", Value = "1700000000" } },
            }
        );
        Assert.Equal(1700000000, Claims(await SignInAsync(), "IdToken").GetProperty("updated_at").GetInt64());
        CognitoPS.LocalServer.State.UserPool pool = Server.State.FindPool(Pool)!;
        CognitoPS.LocalServer.State.User ann = pool.FindUser("ann")!;
        pool.SetAttributes(ann, ann.Attributes.With("updated_at", "1.5"), 0);
        Assert.Equal("1.5", Claims(await SignInAsync(), "IdToken").GetProperty("updated_at").GetString());
    }

    [Fact]
    public async Task A_client_reads_and_writes_what_it_may_and_its_tokens_last_as_long_as_it_says()
    {
        await SetUpAsync(
            client: new
            {
                ReadAttributes = new[] { "name" },
                WriteAttributes = new[] { "name" },
                AccessTokenValidity = 10,
                TokenValidityUnits = new { AccessToken = "minutes" },
            }
        );
        JsonElement tokens = await SignInAsync();
        Assert.Equal(600, tokens.GetProperty("ExpiresIn").GetInt32());
        Assert.False(Claims(tokens, "IdToken").TryGetProperty("email", out _));
        string access = Text(tokens, "AccessToken");
        await Client.CallAsync(
            "UpdateUserAttributes",
            new { AccessToken = access, UserAttributes = new[] { new { Name = "name", Value = "Ann" } } }
        );
        await ExpectAsync(
            "NotAuthorizedException",
            "UpdateUserAttributes",
            new { AccessToken = access, UserAttributes = new[] { new { Name = "email", Value = "x@example.com" } } }
        );
        Assert.Equal(2, (await GetUserAsync(access)).GetProperty("UserAttributes").GetArrayLength());
        Now += TimeSpan.FromMinutes(10);
        Assert.Equal("Access Token has expired", await RefusedAsync(access));
    }

    [Fact]
    public async Task A_forged_token_is_refused()
    {
        await SetUpAsync();
        JsonElement tokens = await SignInAsync();
        string[] parts = Text(tokens, "AccessToken").Split('.');
        string none = Convert.ToBase64String("""{"alg":"none"}"""u8).TrimEnd('=');
        foreach (
            string forged in new[]
            {
                "x",
                "a.b.c",
                $"{none}.{parts[1]}.",
                $"{parts[0]}.{parts[1]}.{parts[2][..^4]}AAAA",
                Text(tokens, "IdToken"),
            }
        )
            Assert.Equal("Invalid Access Token", await RefusedAsync(forged));
    }

    [Fact]
    public async Task A_revoked_session_takes_its_access_tokens_along()
    {
        await SetUpAsync();
        JsonElement first = await SignInAsync();
        JsonElement second = await SignInAsync();
        await Client.CallAsync("RevokeToken", new { ClientId, Token = Text(first, "RefreshToken") });
        Assert.Equal("Access Token has been revoked", await RefusedAsync(Text(first, "AccessToken")));
        await ExpectAsync(
            "NotAuthorizedException",
            "InitiateAuth",
            Start("REFRESH_TOKEN_AUTH", null, ("REFRESH_TOKEN", Text(first, "RefreshToken")))
        );
        await ExpectAsync("UnsupportedTokenTypeException", "RevokeToken", new { ClientId, Token = Text(second, "AccessToken") });
        JsonElement sessions = (await Client.CallAsync("ListUserSessions", new { AccessToken = Text(second, "AccessToken") })).GetProperty(
            "Sessions"
        );
        Assert.True(Assert.Single(sessions.EnumerateArray()).GetProperty("IsCurrentSession").GetBoolean());
        await Client.CallAsync("GlobalSignOut", new { AccessToken = Text(second, "AccessToken") });
        Assert.Equal("Access Token has been revoked", await RefusedAsync(Text(second, "AccessToken")));
        await GetUserAsync(await AccessTokenAsync());
    }

    [Fact]
    public async Task A_refresh_token_rotates_and_its_reuse_is_noticed()
    {
        await SetUpAsync(
            client: new
            {
                ExplicitAuthFlows = new[] { "ALLOW_USER_PASSWORD_AUTH" },
                RefreshTokenRotation = new { Feature = "ENABLED", RetryGracePeriodSeconds = 10 },
            }
        );
        string old = Text(await SignInAsync(), "RefreshToken");
        object request = new { ClientId, RefreshToken = old };
        JsonElement refreshed = (await Client.CallAsync("GetTokensFromRefreshToken", request)).GetProperty("AuthenticationResult");
        Now += TimeSpan.FromSeconds(9);
        await Client.CallAsync("GetTokensFromRefreshToken", request);
        Now += TimeSpan.FromSeconds(1);
        await ExpectAsync("RefreshTokenReuseException", "GetTokensFromRefreshToken", request);
        string next = Text(refreshed, "RefreshToken");
        await Client.CallAsync("GetTokensFromRefreshToken", new { ClientId, RefreshToken = next });
        Now += TimeSpan.FromDays(30);
        await ExpectAsync("NotAuthorizedException", "GetTokensFromRefreshToken", new { ClientId, RefreshToken = next });
    }

    [Fact]
    public async Task Without_rotation_the_refresh_token_stays()
    {
        await SetUpAsync(client: new { GenerateSecret = true });
        JsonElement tokens = await SignInAsync();
        string hash = Hash(Claims(tokens, "IdToken").GetProperty("sub").GetString()!);
        Now += TimeSpan.FromHours(1);
        JsonElement refreshed = (
            await InitiateAsync("REFRESH_TOKEN_AUTH", null, ("REFRESH_TOKEN", Text(tokens, "RefreshToken")), ("SECRET_HASH", hash))
        ).GetProperty("AuthenticationResult");
        Assert.False(refreshed.TryGetProperty("RefreshToken", out _));
        Assert.Equal(
            Claims(tokens, "AccessToken").GetProperty("auth_time").GetInt64(),
            Claims(refreshed, "AccessToken").GetProperty("auth_time").GetInt64()
        );
        await GetUserAsync(Text(refreshed, "AccessToken"));
        await ExpectAsync(
            "NotAuthorizedException",
            "GetTokensFromRefreshToken",
            new { ClientId, RefreshToken = Text(tokens, "RefreshToken") }
        );
        await Client.CallAsync(
            "GetTokensFromRefreshToken",
            new
            {
                ClientId,
                RefreshToken = Text(tokens, "RefreshToken"),
                ClientSecret = Secret,
            }
        );
        Server.Faults.ExpireTokens = true;
        Assert.Equal("Access Token has expired", await RefusedAsync(Text(refreshed, "AccessToken")));
    }

    [Fact]
    public async Task An_application_gets_a_token_by_its_secret()
    {
        await SetUpAsync();
        await Client.CallAsync(
            "CreateResourceServer",
            new
            {
                UserPoolId = Pool,
                Identifier = "orders",
                Name = "Orders",
                Scopes = new[] { new { ScopeName = "read", ScopeDescription = "x" }, new { ScopeName = "write", ScopeDescription = "x" } },
            }
        );
        await AddClientAsync(
            new
            {
                GenerateSecret = true,
                AllowedOAuthFlows = new[] { "client_credentials" },
                AllowedOAuthScopes = new[] { "orders/read" },
                AllowedOAuthFlowsUserPoolClient = true,
            }
        );
        async Task<JsonElement> PostAsync(string form, string? secret)
        {
            using HttpRequestMessage request = new(HttpMethod.Post, new Uri(Server.Endpoint, "oauth2/token"))
            {
                Content = new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded"),
            };
            if (secret is not null)
                request.Headers.Authorization = new AuthenticationHeaderValue(
                    "Basic",
                    Convert.ToBase64String(Encoding.UTF8.GetBytes($"{ClientId}:{secret}"))
                );
            using HttpResponseMessage answer = await Http.SendAsync(request);
            return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        }
        string token = Text(await PostAsync("grant_type=client_credentials&scope=orders%2Fread", Secret), "access_token");
        Assert.Empty((await CheckAsync(token, "access")).Reasons);
        Assert.Equal("Access Token does not have required scopes", await RefusedAsync(token));
        Assert.Equal("invalid_client", Text(await PostAsync("grant_type=client_credentials", "wrong"), "error"));
        Assert.Equal("invalid_scope", Text(await PostAsync("grant_type=client_credentials&scope=orders/write", Secret), "error"));
        Assert.Equal("unsupported_grant_type", Text(await PostAsync("grant_type=password", Secret), "error"));
        JsonElement result = (
            await Client.CallAsync(
                "GetClientToken",
                new
                {
                    ClientId,
                    Secret,
                    Scopes = new[] { "orders/read" },
                }
            )
        ).GetProperty("ClientAuthenticationResult");
        Assert.Empty((await CheckAsync(Text(result, "AccessToken"), "access")).Reasons);
        await ExpectAsync("NotAuthorizedException", "GetClientToken", new { ClientId, Secret = "wrong" });
    }
}
