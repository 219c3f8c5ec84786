using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CognitoPS.SignIn;

namespace CognitoPS.Tests.LocalServer;

/// <summary>A server with a pool, an app client and a user, and someone who signs in to it by hand.</summary>
public abstract class SignInTest : ServerTest
{
    private protected const string Password = "Secret-123";
    private protected static readonly string[] AllFlows =
    [
        "ALLOW_USER_SRP_AUTH",
        "ALLOW_USER_PASSWORD_AUTH",
        "ALLOW_ADMIN_USER_PASSWORD_AUTH",
        "ALLOW_USER_AUTH",
        "ALLOW_CUSTOM_AUTH",
        "ALLOW_REFRESH_TOKEN_AUTH",
    ];

    private protected string Pool { get; set; } = "";

    private protected string ClientId { get; private set; } = "";

    private protected string? Secret { get; private set; }

    /// <summary>A pool with these settings, and ann, who is confirmed.</summary>
    private protected async Task SetUpAsync(object? pool = null, object? client = null)
    {
        Pool = await Client.CreatePoolAsync(pool);
        await AddClientAsync(client);
        await AddUserAsync("ann");
    }

    private protected async Task AddClientAsync(object? settings)
    {
        Dictionary<string, object> request = new()
        {
            ["UserPoolId"] = Pool,
            ["ClientName"] = "web",
            ["ExplicitAuthFlows"] = AllFlows,
        };
        foreach (JsonProperty setting in JsonSerializer.SerializeToElement(settings ?? new { }).EnumerateObject())
            request[setting.Name] = setting.Value;
        JsonElement made = (await Client.CallAsync("CreateUserPoolClient", request)).GetProperty("UserPoolClient");
        ClientId = made.GetProperty("ClientId").GetString()!;
        Secret = made.TryGetProperty("ClientSecret", out JsonElement secret) ? secret.GetString() : null;
    }

    private protected async Task AddUserAsync(string name, bool permanent = true)
    {
        object[] attributes = [new { Name = "email", Value = $"{name}@example.com" }, new { Name = "email_verified", Value = "true" }];
        await Client.CallAsync(
            "AdminCreateUser",
            new
            {
                UserPoolId = Pool,
                Username = name,
                MessageAction = "SUPPRESS",
                UserAttributes = attributes,
            }
        );
        await Client.CallAsync(
            "AdminSetUserPassword",
            new
            {
                UserPoolId = Pool,
                Username = name,
                Password,
                Permanent = permanent,
            }
        );
    }

    private protected object Start(string flow, string? user, params (string Name, string Value)[] parameters) =>
        new
        {
            ClientId,
            AuthFlow = flow,
            AuthParameters = Parameters(user, parameters),
        };

    private protected object Answer(string challenge, string? session, string? user, params (string Name, string Value)[] responses) =>
        new
        {
            ClientId,
            ChallengeName = challenge,
            Session = session,
            ChallengeResponses = Parameters(user, responses),
        };

    private protected Task<JsonElement> InitiateAsync(string flow, string? user, params (string Name, string Value)[] parameters) =>
        Client.CallAsync("InitiateAuth", Start(flow, user, parameters));

    private protected Task<JsonElement> RespondAsync(JsonElement challenge, params (string Name, string Value)[] responses) =>
        Client.CallAsync(
            "RespondToAuthChallenge",
            Answer(challenge.GetProperty("ChallengeName").GetString()!, SessionOf(challenge), "ann", responses)
        );

    /// <summary>The tokens of a sign-in by password.</summary>
    private protected async Task<JsonElement> SignInAsync(string user = "ann", string password = Password) =>
        (await InitiateAsync("USER_PASSWORD_AUTH", user, ("PASSWORD", password))).GetProperty("AuthenticationResult");

    private protected async Task<string> AccessTokenAsync() => (await SignInAsync()).GetProperty("AccessToken").GetString()!;

    /// <summary>SRP from end to end: what comes after the proof.</summary>
    private protected async Task<JsonElement> SrpAsync(string user, string password, params (string Name, string Value)[] more)
    {
        SrpClient srp = new(SrpClient.PoolName(Pool));
        JsonElement challenge = await InitiateAsync("USER_SRP_AUTH", user, [("SRP_A", srp.PublicValue), .. more]);
        return await Client.CallAsync(
            "RespondToAuthChallenge",
            Answer(
                "PASSWORD_VERIFIER",
                SessionOf(challenge),
                Parameter(challenge, "USER_ID_FOR_SRP"),
                [.. Proof(srp, Parameter(challenge, "USER_ID_FOR_SRP"), password, challenge), .. more]
            )
        );
    }

    private protected (string, string)[] Proof(SrpClient srp, string user, string password, JsonElement challenge, DateTime? now = null)
    {
        SrpClaim claim = srp.Prove(
            user,
            password.ToCharArray(),
            Parameter(challenge, "SALT"),
            Parameter(challenge, "SRP_B"),
            Parameter(challenge, "SECRET_BLOCK"),
            now ?? Now.UtcDateTime
        );
        return
        [
            ("PASSWORD_CLAIM_SIGNATURE", claim.Signature),
            ("PASSWORD_CLAIM_SECRET_BLOCK", claim.SecretBlock),
            ("TIMESTAMP", claim.Timestamp),
        ];
    }

    private protected static string Parameter(JsonElement challenge, string name) =>
        challenge.GetProperty("ChallengeParameters").GetProperty(name).GetString()!;

    private protected static string? SessionOf(JsonElement challenge) =>
        challenge.TryGetProperty("Session", out JsonElement session) ? session.GetString() : null;

    private protected static string Name(JsonElement challenge) =>
        challenge.TryGetProperty("ChallengeName", out JsonElement name) ? name.GetString()! : "tokens";

    private protected static JsonElement Claims(JsonElement tokens, string token)
    {
        string payload = tokens.GetProperty(token).GetString()!.Split('.')[1].Replace('-', '+').Replace('_', '/');
        return JsonDocument.Parse(Convert.FromBase64String(payload.PadRight((payload.Length + 3) / 4 * 4, '='))).RootElement;
    }

    /// <summary>The code in the last message.</summary>
    private protected string LastCode => Server.Log.Messages[^1].Code;

    private protected string Hash(string user) =>
        Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret!), Encoding.UTF8.GetBytes(user + ClientId)));

    private Dictionary<string, string> Parameters(string? user, (string Name, string Value)[] parameters)
    {
        Dictionary<string, string> all = parameters.ToDictionary(p => p.Name, p => p.Value);
        if (user is not null)
            all["USERNAME"] = user;
        if (Secret is not null && user is not null)
            all.TryAdd("SECRET_HASH", Hash(user));
        return all;
    }
}
