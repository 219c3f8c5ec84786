using System.Text.Json;
using System.Text.Json.Nodes;
using CognitoPS.LocalServer.Json;
using CognitoPS.LocalServer.State;

namespace CognitoPS.LocalServer;

/// <summary>What has crept in over the years in the sample company: settings that an audit finds.</summary>
internal static class SampleWeaknesses
{
    private const long Day = 86_400_000;
    private const string Role = "arn:aws:iam::123456789012:role";

    /// <summary>Some of the company's clients, by their names.</summary>
    private static readonly (string Client, string Settings)[] Clients =
    [
        (
            "checkout-spa",
            """
            {
              "AllowedOAuthFlows": ["implicit"], "AllowedOAuthScopes": ["openid", "email"], "AllowedOAuthFlowsUserPoolClient": true,
              "CallbackURLs": ["https://shop.example.com/signed-in", "http://localhost:3000/signed-in"],
              "LogoutURLs": ["https://shop.example.com/bye"]
            }
            """
        ),
        (
            "portal-web",
            """
            {
              "ExplicitAuthFlows": ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"], "RefreshTokenValidity": 365,
              "WriteAttributes": ["email", "name", "custom:plan"]
            }
            """
        ),
        (
            "loyalty-ios",
            """
            {
              "AllowedOAuthFlows": ["code"], "AllowedOAuthScopes": ["openid"], "AllowedOAuthFlowsUserPoolClient": true,
              "CallbackURLs": ["loyalty://signed-in"], "EnableTokenRevocation": false
            }
            """
        ),
        ("identity-admin", """{ "ExplicitAuthFlows": ["ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"] }"""),
        (
            "reports-api",
            """
            {
              "AccessTokenValidity": 24, "IdTokenValidity": 24,
              "TokenValidityUnits": { "AccessToken": "hours", "IdToken": "hours", "RefreshToken": "days" }
            }
            """
        ),
    ];

    /// <summary>Changes what is there; what it makes comes last, so that the ids of everything else stay what they were.</summary>
    public static void AddTo(
        ServerState state,
        UserPool staff,
        UserPool customers,
        UserPool partners,
        UserPool test,
        UserPool overseas,
        Ids ids
    )
    {
        foreach ((string name, string settings) in Clients)
        {
            UserPoolClient client = customers.Clients.All().First(one => one.Name == name);
            client.Settings = Merge(client.Settings, settings);
        }

        AddSecrets(customers, "payments-batch", ids, state.Now - (700 * Day));
        AddSecrets(customers, "orders-partner", ids, state.Now - (90 * Day), state.Now - (2 * Day));
        customers.Settings = Merge(
            customers.Settings,
            """
            {
              "LambdaConfig": {
                "PreSignUp": "arn:aws:lambda:eu-west-1:210987654321:function:check-sign-up",
                "PreTokenGeneration": "arn:aws:lambda:eu-west-1:123456789012:function:add-claims"
              }
            }
            """
        );
        customers.Domain = "example-shop";
        state.Domains["example-shop"] = new PoolDomain(
            "example-shop",
            customers,
            JsonSettings.Parse("""{ "ManagedLoginVersion": 1 }"""),
            null
        );

        staff.Groups.Get("administrators")!.RoleArn = $"{Role}/administrators";
        staff.Groups.Get("on-call")!.RoleArn = $"{Role}/on-call";
        staff.Groups.Get("on-call")!.Precedence = staff.Groups.Get("administrators")!.Precedence;
        AddProvider(
            state,
            staff,
            "corporate",
            """
            {
              "ProviderName": "corporate", "ProviderType": "SAML",
              "ProviderDetails": { "MetadataURL": "https://idp.example.com/metadata.xml", "IDPInit": "true" },
              "AttributeMapping": { "email": "mail" }
            }
            """
        );

        partners.Settings = Merge(
            partners.Settings,
            $$"""
            {
              "SmsConfiguration": { "SnsCallerArn": "{{Role}}/text-messages", "SnsRegion": "eu-west-1" },
              "MfaConfiguration": "OPTIONAL",
              "AccountRecoverySetting": { "RecoveryMechanisms": [ { "Priority": 1, "Name": "verified_phone_number" } ] }
            }
            """
        );
        AddProvider(
            state,
            partners,
            "wholesale",
            """
            {
              "ProviderName": "wholesale", "ProviderType": "OIDC",
              "ProviderDetails": {
                "client_id": "example-partners", "client_secret": "sample", "authorize_scopes": "openid email",
                "oidc_issuer": "https://login.wholesale.example", "attributes_request_method": "GET"
              },
              "AttributeMapping": { "email": "email", "email_verified": "email" }
            }
            """
        );

        test.Settings = Merge(test.Settings, """{ "Policies": { "PasswordPolicy": { "MinimumLength": 6, "RequireSymbols": false } } }""");
        overseas.Settings = Merge(
            overseas.Settings,
            """{ "UserPoolTier": "PLUS", "UserPoolAddOns": { "AdvancedSecurityMode": "AUDIT" } }"""
        );
    }

    private static void AddSecrets(UserPool pool, string name, Ids ids, params long[] made)
    {
        UserPoolClient client = pool.Clients.All().First(one => one.Name == name);
        client.Secrets = [.. made.Select(time => new ClientSecret($"{client.Id}--{time}", ids.ClientSecret(), time))];
    }

    private static void AddProvider(ServerState state, UserPool pool, string name, string settings) =>
        pool.IdentityProviders.Add(new PoolResource(name, state.NextSequence(), JsonSettings.Parse(settings), state.Now));

    private static JsonElement Merge(JsonElement settings, string more)
    {
        JsonObject merged = JsonSettings.Of(JsonSettings.Parse(more));
        merged.Fill(settings);
        return merged.Freeze();
    }
}
