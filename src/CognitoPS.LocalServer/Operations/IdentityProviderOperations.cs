using System.Text.Json;
using System.Text.Json.Nodes;
using CognitoPS.LocalServer.Calls;
using CognitoPS.LocalServer.Errors;
using CognitoPS.LocalServer.Json;
using CognitoPS.LocalServer.State;

namespace CognitoPS.LocalServer.Operations;

/// <summary>
/// Identity providers that a pool's users sign in through, and the certificate that the pool signs its SAML requests with.
/// </summary>
internal static class IdentityProviderOperations
{
    private const int MaximumProviders = 300;
    private const string Known = "COGNITO";
    private const string OwnCertificate = "ActiveEncryptionCertificate";
    private const string SocialDetails = "clientId, clientSecret and authorizeScopes";

    /// <summary>A certificate made for the local server; its private key is nowhere.</summary>
    private const string Certificate =
        "MIIDIzCCAgugAwIBAgIUGm5SQEI7GB4dYRJhnT2xmhkeZ3QwDQYJKoZIhvcNAQELBQAwITEfMB0GA1UEAwwWQ29nbml0b1BTIGxvY2FsIHNlcnZlcjAeFw0y"
        + "NjExMjMwNDI4MTNaFw00NjExMTgwNDI4MTNaMCExHzAdBgNVBAMMFkNvZ25pdG9QUyBsb2NhbCBzZXJ2ZXIwggEiMA0GCSqGSIb3DQEBAQUAA4IBDwAwggEK"
        + "AoIBAQCp9a4U/3aeZC41jInNhR+cJ+tAmOju7GFtAiMHgV8ipFERlzt8cA0rhroR8POnM8MIdD16/BeyC0YJuiqIUUFPpcDKlT6muU9bvXXHuTdEsuH6yx/8"
        + "k76OfxLyfrOINxcUV8Mxr8pLEr1EPZHXjz2xkxilOKfAg2AY5gEsCAjQzSJ6SVT0ozQc8Hf3gFbLIFEGMnnrAjMYL5etZsuykWHEUQRayJNsz3arlF3b8Rz8"
        + "7kDP3QmHJ9yulTT2sVVgWXG6fm9jp68wRr+esm1EnDTNQnAo1PR+LL1RO6WLOVQK7dQWzdtaLXixTnXaRBCNvQV6tqIj1+GZ3xFhUffgZ2RfAgMBAAGjUzBR"
        + "MB0GA1UdDgQWBBQVPvWZDL99JWbMQIQYrCugRSOHrDAfBgNVHSMEGDAWgBQVPvWZDL99JWbMQIQYrCugRSOHrDAPBgNVHRMBAf8EBTADAQH/MA0GCSqGSIb3"
        + "DQEBCwUAA4IBAQAc9oSY7zxgH5fEsuJEYJOz7LZL0BNuxPvwIqwYgS1Cbcgwn685rNtz44yw6W7ChUhrvIt0cD0wGzmArz7NA1A7Nu/hzHgE/p5hc2FKqbYL"
        + "r67DPKKeIXv4u6vfEy0wHzisvHD51/VK0PWlKeaYdiWYnDvo7+wD0Z6g28xDP6zO4o5EQxm43Kq+MkeK4eAhQonv9OjwI5+eTTxX2Ia1YK1g3TNgkw2xzFWF"
        + "932nxbML1qZCuMGLHvWMLMgKgHui25H7wT5jgFTRFPNXzXRTPQTp5F9bBEUVB17lArP0ReGHrqkBtPi6rCY9T8BeSObTvp5VEnSuuz+ucD8HnFR/hhDS";

    // What each type must be given, how the service's message names that, and what the service adds to it.
    private static readonly Dictionary<string, (string[] Required, string Names, JsonElement Added)> Types = new()
    {
        ["SAML"] = ([], "", JsonSettings.Parse("{}")),
        ["OIDC"] = (
            ["client_id", "attributes_request_method", "oidc_issuer", "authorize_scopes"],
            "clientId, authorizeScopes, oidcIssuer and attributesRequestMethod",
            JsonSettings.Parse("""{ "attributes_url_add_attributes": "false" }""")
        ),
        ["Google"] = (
            ["client_id", "client_secret", "authorize_scopes"],
            SocialDetails,
            JsonSettings.Parse(
                """
                {
                  "attributes_url": "https://people.googleapis.com/v1/people/me?personFields=",
                  "attributes_url_add_attributes": "true",
                  "authorize_url": "https://accounts.google.com/o/oauth2/v2/auth",
                  "oidc_issuer": "https://accounts.google.com",
                  "token_request_method": "POST",
                  "token_url": "https://www.googleapis.com/oauth2/v4/token"
                }
                """
            )
        ),
        ["Facebook"] = (
            ["client_id", "client_secret", "authorize_scopes"],
            SocialDetails,
            JsonSettings.Parse(
                """
                {
                  "attributes_url": "https://graph.facebook.com/v17.0/me?fields=",
                  "attributes_url_add_attributes": "true",
                  "authorize_url": "https://www.facebook.com/v17.0/dialog/oauth",
                  "token_request_method": "GET", "token_url": "https://graph.facebook.com/v17.0/oauth/access_token"
                }
                """
            )
        ),
        ["LoginWithAmazon"] = (
            ["client_id", "client_secret", "authorize_scopes"],
            SocialDetails,
            JsonSettings.Parse(
                """
                {
                  "attributes_url": "https://api.amazon.com/user/profile",
                  "attributes_url_add_attributes": "false",
                  "authorize_url": "https://www.amazon.com/ap/oa",
                  "token_request_method": "POST", "token_url": "https://api.amazon.com/auth/o2/token"
                }
                """
            )
        ),
        ["SignInWithApple"] = (
            ["client_id", "team_id", "key_id", "private_key", "authorize_scopes"],
            "clientId, privateKey, teamId, and keyId",
            JsonSettings.Parse(
                """
                {
                  "attributes_url_add_attributes": "false",
                  "authorize_url": "https://appleid.apple.com/auth/authorize",
                  "oidc_issuer": "https://appleid.apple.com",
                  "token_request_method": "POST", "token_url": "https://appleid.apple.com/auth/token"
                }
                """
            )
        ),
    };

    internal static void AddTo(OperationTable table)
    {
        table.Add("ListIdentityProviders", (call, pool) => call.WritePage("Providers", pool.IdentityProviders, WriteSummary));
        table.Add("DescribeIdentityProvider", (call, pool) => Write(call, pool, Get(call, pool)));
        table.Add("GetIdentityProviderByIdentifier", ByIdentifier);
        table.Add("CreateIdentityProvider", Create);
        table.Add("UpdateIdentityProvider", Update);
        table.Add("GetSigningCertificate", (call, pool) => call.Json.WriteString("Certificate", Certificate));
        table.Add("DeleteIdentityProvider", (call, pool) => pool.IdentityProviders.Remove(Get(call, pool)));
    }

    private static PoolResource Get(Call call, UserPool pool)
    {
        string name = call.Required("ProviderName");
        return pool.IdentityProviders.Find(name)
            ?? throw ServiceException.NotFound(
                call.Operation.Name == "UpdateIdentityProvider"
                    ? $"Identity provider {name} in User Pool {pool.Id} does not exist."
                    : $"Identity provider {name} for tenantId {pool.Id} does not exist."
            );
    }

    private static void ByIdentifier(Call call, UserPool pool)
    {
        string identifier = call.Required("IdpIdentifier");
        PoolResource provider =
            pool.IdentityProviders.Items.All().FirstOrDefault(known => known.Settings.Strings("IdpIdentifiers").Contains(identifier))
            ?? throw ServiceException.NotFound($"Identity provider with identifier {identifier} does not exist.");
        Write(call, pool, provider);
    }

    private static void Create(Call call, UserPool pool)
    {
        string name = call.Required("ProviderName");
        string type = call.Required("ProviderType");
        if (pool.IdentityProviders.Find(name) is not null || name == Known)
            throw new ServiceException("DuplicateProviderException", $"{name} already exists for tenant {pool.Id}.");
        if (pool.IdentityProviders.Count >= MaximumProviders)
            throw ServiceException.LimitExceeded($"Maximum number of identity providers ({MaximumProviders}) reached.");
        if (type is not ("SAML" or "OIDC") && name != type)
            throw ServiceException.Invalid($"Provider {name} cannot be of type {type}.");
        JsonObject settings = JsonSettings.Of(call.Request, "UserPoolId");
        Complete(pool, settings, type, null);
        Write(call, pool, pool.IdentityProviders.Add(call, name, settings));
    }

    private static void Update(Call call, UserPool pool)
    {
        PoolResource provider = Get(call, pool);
        JsonObject settings = provider.With(call.Request, "UserPoolId");
        Complete(pool, settings, provider.Settings.Text("ProviderType")!, provider);
        provider.Change(call, settings);
        Write(call, pool, provider);
    }

    /// <summary>Checks the settings and adds what the service adds.</summary>
    private static void Complete(UserPool pool, JsonObject settings, string type, PoolResource? self)
    {
        var details = (JsonObject)settings["ProviderDetails"]!;
        (string[] required, string names, JsonElement added) = Types[type];
        if (details[OwnCertificate] is not null)
            throw ServiceException.Invalid($"{OwnCertificate} is not a valid key for {type} identity provider details.");
        if (Array.Exists(required, name => details[name] is null))
            throw ServiceException.Invalid($"{names} are all required idp details.");
        if (type == "SAML")
            CheckMetadata(details);
        if (type == "OIDC")
            CheckOidc(details);
        details.Fill(added);
        if (type != "SAML" && settings["AttributeMapping"] is null)
            settings["AttributeMapping"] = new JsonObject
            {
                ["username"] = type switch
                {
                    "Facebook" => "id",
                    "LoginWithAmazon" => "user_id",
                    _ => "sub",
                },
            };
        settings["AttributeMapping"] ??= new JsonObject();
        settings["IdpIdentifiers"] ??= new JsonArray();
        foreach (KeyValuePair<string, JsonNode?> mapping in (JsonObject)settings["AttributeMapping"]!)
        {
            if (mapping.Key != "username" && pool.Schema.Find(mapping.Key) is null)
                throw ServiceException.Invalid($"Invalid attribute mapping: {mapping.Key} is not an attribute of the user pool.");
        }
        foreach (JsonNode? identifier in (JsonArray)settings["IdpIdentifiers"]!)
        {
            string text = identifier!.GetValue<string>();
            if (pool.IdentityProviders.Items.All().Any(other => other != self && other.Settings.Strings("IdpIdentifiers").Contains(text)))
                throw ServiceException.Invalid($"The identifier {text} is already in use.");
        }
    }

    private static void CheckMetadata(JsonObject details)
    {
        if (details["MetadataURL"] is null && details["MetadataFile"] is null)
            throw ServiceException.Invalid("At least one of the MetadataURL or MetadataFile should be provided.");
        if (details["MetadataURL"] is not null && details["MetadataFile"] is not null)
            throw ServiceException.Invalid("Only one of the MetadataURL or MetadataFile should be provided.");
    }

    private static void CheckOidc(JsonObject details)
    {
        string method = details["attributes_request_method"]!.GetValue<string>();
        if (method is not ("POST" or "GET"))
            throw ServiceException.Invalid(
                $"1 validation error detected: Value '{method}' at 'providerConfiguration.oidcConfig.attributesRequestMethod' "
                    + "failed to satisfy constraint: Member must satisfy enum value set: [POST, GET]"
            );
        if (!details["oidc_issuer"]!.GetValue<string>().StartsWith("https://", StringComparison.Ordinal))
            throw ServiceException.Invalid("OIDC endpoint must start with https://");
    }

    /// <summary>
    /// Shows all but Apple's private key, and not the identifiers where a request that could have given them has not; for SAML with a
    /// certificate of the service's, which it takes back from nobody.
    /// </summary>
    private static void Write(Call call, UserPool pool, PoolResource provider)
    {
        JsonObject shown = JsonSettings.Of(provider.Settings);
        var details = (JsonObject)shown["ProviderDetails"]!;
        details.Remove("private_key");
        if (call.Operation.Input!.Find("ProviderDetails") is not null && !call.Has("IdpIdentifiers"))
            shown.Remove("IdpIdentifiers");
        if (provider.Settings.Text("ProviderType") == "SAML")
            details[OwnCertificate] = "MIICvDCCAaSgAwIBAgIIExample";
        call.Json.WriteStartObject("IdentityProvider");
        call.Json.WriteString("UserPoolId", pool.Id);
        call.Json.WriteMembers(shown.Freeze());
        provider.WriteDates(call.Json);
        call.Json.WriteEndObject();
    }

    private static void WriteSummary(Utf8JsonWriter json, PoolResource provider)
    {
        json.WriteStartObject();
        json.WriteString("ProviderName", provider.Key);
        json.WriteOptional("ProviderType", provider.Settings.Text("ProviderType"));
        provider.WriteDates(json);
        json.WriteEndObject();
    }
}
