using System.Text;
using System.Text.Json.Nodes;
using CognitoPS.LocalServer.Errors;
using CognitoPS.LocalServer.Http;
using CognitoPS.LocalServer.Json;
using CognitoPS.LocalServer.State;
using Microsoft.IdentityModel.Tokens;

namespace CognitoPS.LocalServer.Tokens;

/// <summary>What a pool answers beside the API: its keys, what OpenID Connect wants to know, tokens for applications.</summary>
internal static class TokenEndpoints
{
    private const string Json = "application/json";
    private const string ClientCredentials = "client_credentials";

    internal static void AddTo(RouteTable routes)
    {
        routes.Add("GET", "/{pool}/.well-known/jwks.json", call => OfPool(call, Keys));
        routes.Add("GET", "/{pool}/.well-known/openid-configuration", call => OfPool(call, pool => Configuration(call, pool)));
        routes.Add("POST", "/oauth2/token", ClientToken);
    }

    /// <summary>Signs an application in by its secret, and gives the scopes that its token gets.</summary>
    internal static string[] Grant(UserPoolClient client, string? secret, string[] asked)
    {
        if (!Array.Exists(client.Secrets, clientSecret => clientSecret.Value == secret))
            throw new OAuthException("invalid_client");
        if (
            client.Settings.Find("AllowedOAuthFlowsUserPoolClient")?.GetBoolean() is not true
            || Array.IndexOf(client.Settings.Strings("AllowedOAuthFlows"), ClientCredentials) < 0
        )
            throw new OAuthException("unauthorized_client");
        string[] allowed = client.Settings.Strings("AllowedOAuthScopes");
        return Array.TrueForAll(asked, scope => Array.IndexOf(allowed, scope) >= 0)
            ? asked.Length == 0
                ? allowed
                : asked
            : throw new OAuthException("invalid_scope");
    }

    private static HttpAnswer OfPool(RouteCall call, Func<UserPool, JsonObject> answer) =>
        call.State.FindPool(call.Values["pool"]) is { } pool
            ? HttpAnswer.Text(200, Json, answer(pool).ToJsonString())
            : HttpAnswer.Text(
                404,
                Json,
                new JsonObject { ["message"] = $"User pool {call.Values["pool"]} does not exist." }.ToJsonString()
            );

    private static JsonObject Keys(UserPool pool)
    {
        JsonWebKey key = JsonWebKeyConverter.ConvertFromSecurityKey(pool.Keys.Signing.Key);
        return new()
        {
            ["keys"] = new JsonArray(
                new JsonObject
                {
                    ["alg"] = "RS256",
                    ["e"] = key.E,
                    ["kid"] = key.Kid,
                    ["kty"] = "RSA",
                    ["n"] = key.N,
                    ["use"] = "sig",
                }
            ),
        };
    }

    private static JsonObject Configuration(RouteCall call, UserPool pool) =>
        new()
        {
            ["issuer"] = SignedTokens.Issuer(pool),
            ["jwks_uri"] = new Uri(call.State.Endpoint, $"{pool.Id}/.well-known/jwks.json").ToString(),
            ["token_endpoint"] = new Uri(call.State.Endpoint, "oauth2/token").ToString(),
            ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
            ["response_types_supported"] = new JsonArray("code", "token"),
            ["scopes_supported"] = new JsonArray("openid", "email", "phone", "profile"),
            ["subject_types_supported"] = new JsonArray("public"),
            ["token_endpoint_auth_methods_supported"] = new JsonArray("client_secret_basic", "client_secret_post"),
        };

    private static HttpAnswer ClientToken(RouteCall call)
    {
        try
        {
            Dictionary<string, string> form = Form(Encoding.UTF8.GetString(call.Body));
            ReadBasic(call.Headers["Authorization"], form);
            if (Value(form, "grant_type") is not { } grant)
                throw new OAuthException("invalid_request");
            if (grant != ClientCredentials)
                throw new OAuthException("unsupported_grant_type");
            if (!call.State.Clients.TryGetValue(Value(form, "client_id") ?? "", out UserPoolClient? client))
                throw new OAuthException("invalid_client");
            string[] scopes = Grant(
                client,
                Value(form, "client_secret"),
                (Value(form, "scope") ?? "").Split([' '], StringSplitOptions.RemoveEmptyEntries)
            );
            long seconds = call.State.Faults.ExpireTokens ? 0 : (long)TokenValidity.Of(client, "AccessToken").TotalSeconds;
            string token = SignedTokens.ClientToken(call.State, client, scopes, seconds);
            return HttpAnswer.Text(
                200,
                Json,
                new JsonObject
                {
                    ["access_token"] = token,
                    ["expires_in"] = seconds,
                    ["token_type"] = "Bearer",
                }.ToJsonString()
            );
        }
        catch (OAuthException e)
        {
            return HttpAnswer.Text(400, Json, new JsonObject { ["error"] = e.Message }.ToJsonString());
        }
    }

    private static string? Value(Dictionary<string, string> form, string name) =>
        form.TryGetValue(name, out string? value) && value.Length > 0 ? value : null;

    private static Dictionary<string, string> Form(string text)
    {
        Dictionary<string, string> form = new(StringComparer.Ordinal);
        foreach (string pair in text.Split(['&'], StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = pair.Split(['='], 2);
            form[Decode(parts[0])] = parts.Length > 1 ? Decode(parts[1]) : "";
        }
        return form;
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private static void ReadBasic(string? authorization, Dictionary<string, string> form)
    {
        const string Basic = "Basic ";
        if (authorization?.StartsWith(Basic, StringComparison.OrdinalIgnoreCase) is not true)
            return;
        try
        {
            string[] parts = Encoding.UTF8.GetString(Convert.FromBase64String(authorization.Substring(Basic.Length))).Split([':'], 2);
            form["client_id"] = Decode(parts[0]);
            form["client_secret"] = parts.Length > 1 ? Decode(parts[1]) : "";
        }
        catch (FormatException)
        {
            throw new OAuthException("invalid_client");
        }
    }
}
