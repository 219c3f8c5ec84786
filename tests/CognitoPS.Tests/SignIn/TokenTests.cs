using System.Security.Cryptography;
using System.Text;
using CognitoPS.Jwt;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Xunit;
using TokenReader = CognitoPS.Jwt.TokenReader;

namespace CognitoPS.Tests.SignIn;

public class TokenTests
{
    private const string Pool = "eu-west-1_AbCdEf123";
    private const string Issuer = "https://cognito-idp.eu-west-1.amazonaws.com/" + Pool;
    private static readonly DateTime Now = new(2026, 11, 3, 7, 5, 9, DateTimeKind.Utc);
    private static readonly RSA Key = RSA.Create(2048);
    private static readonly RSA OtherKey = RSA.Create(2048);

    private readonly List<Uri> _fetched = [];
    private DateTime _clock = Now;
    private string _keys = Jwks("k1", Key);

    [Fact]
    public void Reader_takes_an_id_token_apart()
    {
        Token token = TokenReader.Read(" " + Sign(Claims("id") with { Groups = ["admins", "ops"] }) + "\n");

        Assert.Equal(
            ("Id", Pool, "eu-west-1", "client1", "alice", "sub-1"),
            (token.Kind, token.UserPoolId, token.Region, token.ClientId, token.Username, token.Subject)
        );
        Assert.Equal((Now, Now.AddHours(1)), (token.IssuedAt!.Utc, token.Expires!.Utc));
        Assert.Equal(["admins", "ops"], token.Groups);
        Assert.Equal(("RS256", "k1", "RS256"), (token.Algorithm, token.KeyId, token.Header["alg"]));
        Assert.Equal("id", token.Claims["token_use"]);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds((long)token.Claims["exp"]!).UtcDateTime, token.Expires.Utc);
    }

    [Fact]
    public void Reader_takes_an_access_token_apart()
    {
        Token token = TokenReader.Read(Sign(Claims("access") with { Scope = "openid  pets/read" }));

        Assert.Equal(("Access", "client1", "alice"), (token.Kind, token.ClientId, token.Username));
        Assert.Equal(["openid", "pets/read"], token.Scopes);
        Assert.Null(token.NotBefore);
    }

    [Fact]
    public void Reader_says_that_a_refresh_token_is_closed()
    {
        Token token = TokenReader.Read(RefreshToken);
        Assert.Equal(("Refresh", "RSA-OAEP"), (token.Kind, token.Algorithm));
        Assert.Empty(token.Claims);
    }

    [Theory]
    [InlineData("", "Empty")]
    [InlineData("verysecret", "WrongParts")]
    [InlineData("a.b", "WrongParts")]
    [InlineData("a.b.c.d", "WrongParts")]
    [InlineData("verysecret.verysecret.verysecret", "NotJson")]
    [InlineData("eyJhbGciOiJSUzI1NiJ9.W10.AAAA", "NotJson")]
    [InlineData("eyJhbGciOiJSUzI1NiJ9..AAAA", "NotJson")]
    public void Malformed_token_has_a_reason_and_is_not_repeated(string text, string reason)
    {
        MalformedTokenException refused = Assert.Throws<MalformedTokenException>(() => TokenReader.Read(text));
        Assert.Equal(reason, refused.Reason);
        Assert.DoesNotContain("verysecret", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Time_out_of_range_is_malformed() =>
        Assert.Equal(
            "BadTime",
            Assert.Throws<MalformedTokenException>(() => TokenReader.Read(Unsigned("RS256", $$"""{"exp":99999999999999999}"""))).Reason
        );

    [Theory]
    [InlineData("id", Issuer)]
    [InlineData("access", Issuer)]
    [InlineData("access", "https://issuer-cognito-idp.eu-west-1.amazonaws.com/" + Pool)]
    public async Task Good_token_passes(string use, string issuer)
    {
        TokenCheck check = await Check(
            Sign(Claims(use) with { Issuer = issuer }),
            new()
            {
                UserPoolId = Pool,
                ClientIds = ["other", "client1"],
                TokenUse = use,
            }
        );
        Assert.Empty(check.Reasons);
        Assert.True(check.IsValid);
        Assert.Equal([new Uri(issuer + "/.well-known/jwks.json")], _fetched);
    }

    public static TheoryData<string, string, string> BadTokens =>
        new()
        {
            { "not a token", "secretsecret.x", "Malformed" },
            { "no expiry", Sign(Claims("id") with { Expires = null }), "Malformed" },
            { "expired", Sign(Claims("id") with { Expires = Now.AddSeconds(-61) }), "Expired" },
            { "from the future", Sign(Claims("id") with { IssuedAt = Now.AddMinutes(10) }), "NotYetValid" },
            { "not before", Sign(Claims("id") with { NotBefore = Now.AddMinutes(10) }), "NotYetValid" },
            { "access instead of id", Sign(Claims("access")), "WrongUse" },
            { "no use", Sign(Claims("id") with { Use = "refresh", ClientId = "client1" }), "WrongUse WrongClient" },
            { "refresh token", RefreshToken, "WrongUse" },
            { "another client", Sign(Claims("id") with { ClientId = "client2" }), "WrongClient" },
            {
                "another pool",
                Sign(Claims("id") with { Issuer = "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Other" }),
                "WrongIssuer"
            },
            { "another host", Sign(Claims("id") with { Issuer = "https://evil.example/" + Pool }), "WrongIssuer" },
            {
                "another partition",
                Sign(Claims("id") with { Issuer = "https://cognito-idp.eu-west-1.amazonaws.com.cn/" + Pool }),
                "WrongIssuer"
            },
            { "none", Unsigned("none", Claims("id").Json, signature: ""), "AlgorithmNotAllowed" },
            { "HS256 with the public key", HmacByPublicKey(), "AlgorithmNotAllowed" },
            { "RS384", Sign(Claims("id"), algorithm: SecurityAlgorithms.RsaSha384), "AlgorithmNotAllowed" },
            { "unknown key", Sign(Claims("id"), keyId: "k2"), "UnknownKey" },
            { "no key id", Unsigned("RS256", Claims("id").Json), "UnknownKey" },
            { "forged", Sign(Claims("id"), key: OtherKey), "BadSignature" },
            { "changed", Changed(), "BadSignature" },
            {
                "several at once",
                Sign(Claims("access") with { Expires = Now.AddDays(-1), ClientId = "x" }, key: OtherKey),
                "Expired WrongUse WrongClient BadSignature"
            },
        };

    [Theory, MemberData(nameof(BadTokens))]
    public async Task Bad_token_is_told_why(string name, string text, string reasons)
    {
        TokenCheck check = await Check(
            text,
            new()
            {
                UserPoolId = Pool,
                ClientIds = ["client1"],
                TokenUse = "id",
            }
        );

        Assert.False(check.IsValid, name);
        Assert.Equal(reasons, string.Join(' ', check.Reasons.Select(reason => reason.Id)));
        Assert.All(
            check.Reasons,
            reason =>
                Assert.All(
                    text.Split('.').Where(part => part.Length > 8),
                    part => Assert.DoesNotContain(part, reason.Text, StringComparison.Ordinal)
                )
        );
    }

    [Fact]
    public async Task Skew_is_allowed_for()
    {
        string token = Sign(Claims("id") with { Expires = Now.AddSeconds(-59) });
        Assert.True((await Check(token, new() { UserPoolId = Pool })).IsValid);
        Assert.False((await Check(token, new() { UserPoolId = Pool, ClockSkew = TimeSpan.Zero })).IsValid);
    }

    [Fact]
    public async Task Without_a_pool_any_pool_of_the_service_will_do_and_no_other_host_is_asked()
    {
        Assert.True((await Check(Sign(Claims("id")), new())).IsValid);
        TokenCheck check = await Check(Sign(Claims("id") with { Issuer = "https://evil.example/" + Pool }), new());
        Assert.Equal("WrongIssuer", Assert.Single(check.Reasons).Id);
        Assert.Single(_fetched);
    }

    [Theory]
    [InlineData("http://127.0.0.1:9229/" + Pool)]
    [InlineData(Issuer)]
    public async Task Endpoint_of_another_server_gives_the_keys(string issuer)
    {
        Assert.True(
            (
                await Check(
                    Sign(Claims("id") with { Issuer = issuer }),
                    new() { UserPoolId = Pool, Endpoint = new Uri("http://127.0.0.1:9229") }
                )
            ).IsValid
        );
        Assert.Equal([new Uri($"http://127.0.0.1:9229/{Pool}/.well-known/jwks.json")], _fetched);
    }

    [Fact]
    public async Task Keys_are_kept_and_asked_for_again_once_a_minute_at_most()
    {
        TokenVerifier verifier = Verifier();
        TokenExpectation expected = new() { UserPoolId = Pool };
        async Task<bool> Passes(string keyId, RSA key) =>
            (await verifier.CheckAsync(Sign(Claims("id"), keyId, key), expected, default)).IsValid;

        Assert.True(await Passes("k1", Key));
        Assert.True(await Passes("k1", Key));
        Assert.Single(_fetched);

        _keys = Jwks("k2", OtherKey);
        _clock = Now.AddSeconds(59);
        Assert.False(await Passes("k2", OtherKey));
        Assert.Single(_fetched);

        _clock = Now.AddSeconds(60);
        Assert.True(await Passes("k2", OtherKey));
        Assert.False(await Passes("k1", Key));
        Assert.Equal(2, _fetched.Count);
    }

    [Theory]
    [InlineData("<html>")]
    [InlineData(null)]
    public async Task Keys_that_cannot_be_read_are_a_reason_and_are_asked_for_again_a_little_later(string? answer)
    {
        TokenVerifier verifier = Verifier();
        string good = _keys;
        _keys = answer!;
        TokenCheck check = await verifier.CheckAsync(Sign(Claims("id")), new() { UserPoolId = Pool }, default);
        Assert.Equal("KeysUnavailable", Assert.Single(check.Reasons).Id);

        _keys = good;
        _clock = Now.AddSeconds(9);
        Assert.False((await verifier.CheckAsync(Sign(Claims("id")), new() { UserPoolId = Pool }, default)).IsValid);
        Assert.Single(_fetched);
        _clock = Now.AddSeconds(10);
        Assert.True((await verifier.CheckAsync(Sign(Claims("id")), new() { UserPoolId = Pool }, default)).IsValid);
    }

    private const string RefreshToken =
        "eyJjdHkiOiJKV1QiLCJlbmMiOiJBMjU2R0NNIiwiYWxnIjoiUlNBLU9BRVAifQ.AAAAAAAAAAAA.AAAAAAAAAAAAAAAA.AAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAA";

    private sealed record TestClaims(string Use, string ClientId, string Issuer, DateTime? Expires, DateTime IssuedAt)
    {
        public DateTime? NotBefore { get; init; }

        public string[]? Groups { get; init; }

        public string? Scope { get; init; }

        public string Json
        {
            get
            {
                Dictionary<string, object?> claims = new()
                {
                    ["sub"] = "sub-1",
                    ["iss"] = Issuer,
                    ["token_use"] = Use,
                    [
                        Use == "id" ? "aud"
                        : Use == "access" ? "client_id"
                        : "azp"
                    ] = ClientId,
                    [Use == "id" ? "cognito:username" : "username"] = "alice",
                    ["iat"] = Seconds(IssuedAt),
                    ["exp"] = Seconds(Expires),
                    ["nbf"] = Seconds(NotBefore),
                    ["cognito:groups"] = Groups,
                    ["scope"] = Scope,
                };
                return System.Text.Json.JsonSerializer.Serialize(claims.Where(claim => claim.Value is not null).ToDictionary());
            }
        }

        private static long? Seconds(DateTime? utc) => utc is { } time ? new DateTimeOffset(time).ToUnixTimeSeconds() : null;
    }

    private static TestClaims Claims(string use) => new(use, "client1", Issuer, Now.AddHours(1), Now);

    private static string Sign(TestClaims claims, string keyId = "k1", RSA? key = null, string algorithm = SecurityAlgorithms.RsaSha256) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(
            claims.Json,
            new SigningCredentials(new RsaSecurityKey(key ?? Key) { KeyId = keyId }, algorithm)
        );

    private static string Unsigned(string algorithm, string payload, string signature = "AAAA") =>
        $"{Base64UrlEncoder.Encode($$"""{"alg":"{{algorithm}}"}""")}.{Base64UrlEncoder.Encode(payload)}.{signature}";

    private static string HmacByPublicKey()
    {
        string content = $"{Base64UrlEncoder.Encode("""{"alg":"HS256","kid":"k1"}""")}.{Base64UrlEncoder.Encode(Claims("id").Json)}";
        return $"{content}.{Base64UrlEncoder.Encode(HMACSHA256.HashData(Key.ExportRSAPublicKey(), Encoding.ASCII.GetBytes(content)))}";
    }

    private static string Changed()
    {
        string[] good = Sign(Claims("id")).Split('.');
        return $"{good[0]}.{Base64UrlEncoder.Encode((Claims("id") with { Groups = ["admins"] }).Json)}.{good[2]}";
    }

    private static string Jwks(string keyId, RSA key)
    {
        RSAParameters parameters = key.ExportParameters(false);
        return $$"""{"keys":[{"kid":"{{keyId}}","kty":"RSA","alg":"RS256","use":"sig","n":"{{Base64UrlEncoder.Encode(parameters.Modulus!)}}","e":"{{Base64UrlEncoder.Encode(parameters.Exponent!)}}"}]}""";
    }

    private TokenVerifier Verifier() =>
        new(
            (address, _) =>
            {
                _fetched.Add(address);
                return _keys is null ? throw new HttpRequestException("refused") : Task.FromResult(_keys);
            },
            () => _clock
        );

    private Task<TokenCheck> Check(string text, TokenExpectation expected) => Verifier().CheckAsync(text, expected, default);
}
