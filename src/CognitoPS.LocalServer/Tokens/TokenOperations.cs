using System.Text.Json;
using CognitoPS.LocalServer.Calls;
using CognitoPS.LocalServer.Errors;
using CognitoPS.LocalServer.Json;
using CognitoPS.LocalServer.State;

namespace CognitoPS.LocalServer.Tokens;

/// <summary>Refreshing and revoking tokens, and tokens for applications.</summary>
internal static class TokenOperations
{
    internal static void AddTo(OperationTable table)
    {
        table.AddOfClient("GetTokensFromRefreshToken", GetTokens);
        table.AddOfClient("RevokeToken", Revoke);
        table.Add("GetClientToken", GetClientToken);
    }

    /// <summary>The REFRESH_TOKEN_AUTH flow.</summary>
    internal static void Refresh(Call call, UserPoolClient client, JsonElement given)
    {
        string text = given.Text("REFRESH_TOKEN") is { Length: > 0 } value
            ? value
            : throw ServiceException.Invalid("Missing required parameter REFRESH_TOKEN");
        RefreshToken token = Find(call, client, text, given.Text("DEVICE_KEY"));
        client.CheckSecretHash(given.Text("SECRET_HASH"), token.User.Username, token.User.Sub.ToString());
        call.Json.WriteStartObject("ChallengeParameters");
        call.Json.WriteEndObject();
        Write(call, token, null);
    }

    private static void GetTokens(Call call, UserPoolClient client)
    {
        client.CheckSecret(call.Text("ClientSecret"));
        RefreshToken token = Find(call, client, call.Required("RefreshToken"), call.Text("DeviceKey"));
        string? next = null;
        if (client.Settings.Text("RefreshTokenRotation", "Feature") == "ENABLED")
        {
            token.Replaced ??= call.Now;
            next = SignedTokens.NewRefreshToken(client, token.User, token.Session);
        }
        Write(call, token, next);
    }

    /// <summary>A refresh token that is still good. One of a known device is good together with that device's key only.</summary>
    private static RefreshToken Find(Call call, UserPoolClient client, string text, string? deviceKey)
    {
        if (
            !client.Pool.Keys.RefreshTokens.TryGetValue(text, out RefreshToken? token)
            || token.Client != client
            || client.Pool.Users.Get(token.User.Sub) != token.User
        )
            throw ServiceException.NotAuthorized("Invalid Refresh Token");
        if (token.User.SignIn?.FindSession(token.Session.Id) is null)
            throw ServiceException.NotAuthorized("Refresh Token has been revoked");
        if (token.Session.Expires <= call.Now || call.State.Faults.ExpireTokens)
            throw ServiceException.NotAuthorized("Refresh Token has expired");
        if (!token.User.Enabled)
            throw ServiceException.NotAuthorized("User is disabled.");
        if (token.User.SignIn.FindDevice(token.Session.DeviceKey ?? token.Session.NewDevice?.Key) is { } device && device.Key != deviceKey)
            throw ServiceException.NotAuthorized("Invalid Refresh Token");
        long grace = (client.Settings.Find("RefreshTokenRotation", "RetryGracePeriodSeconds")?.GetInt32() ?? 0) * 1000L;
        if (token.Replaced is { } replaced && call.Now >= replaced + grace)
            throw new ServiceException("RefreshTokenReuseException", "Refresh token has already been used.");
        return token;
    }

    private static void Write(Call call, RefreshToken token, string? next)
    {
        token.Session.LastActive = call.Now;
        SignedTokens.Write(call, token.Client, token.User, token.Session, call.State.Ids.Uuid().ToString(), next, isNew: false);
    }

    /// <summary>Ends the session of a refresh token: its access tokens are refused from now on.</summary>
    private static void Revoke(Call call, UserPoolClient client)
    {
        if (!SignedTokens.CanBeRevoked(client))
            throw new ServiceException("UnsupportedOperationException", "Token revocation is not enabled for the client.");
        if (client.Secrets.Length > 0 && !Array.Exists(client.Secrets, clientSecret => clientSecret.Value == call.Text("ClientSecret")))
            throw new ServiceException("UnauthorizedException", "Invalid client secret.");
        string text = call.Required("Token");
        if (!client.Pool.Keys.RefreshTokens.TryGetValue(text, out RefreshToken? token))
            throw text.Split('.').Length == 3
                ? new ServiceException("UnsupportedTokenTypeException", "Unsupported token type")
                : ServiceException.Invalid("Invalid refresh token");
        if (token.Client != client)
            throw new ServiceException("UnauthorizedException", "The token was issued to another client.");
        if (token.User.SignIn is { } record)
            record.Sessions = Array.FindAll(record.Sessions, session => session.Id != token.Session.Id);
    }

    private static void GetClientToken(Call call)
    {
        string id = call.Required("ClientId");
        if (!call.State.Clients.TryGetValue(id, out UserPoolClient? client))
            throw ServiceException.NotFound($"User pool client {id} does not exist.");
        long seconds = SignedTokens.Lifetime(call, client, "AccessToken");
        string[] scopes = Scopes(client, call.Required("Secret"), call.Strings("Scopes"));
        call.Json.WriteStartObject("ClientAuthenticationResult");
        SignedTokens.WriteAccess(call.Json, SignedTokens.ClientToken(call.State, client, scopes, seconds), seconds);
        call.Json.WriteEndObject();
    }

    private static string[] Scopes(UserPoolClient client, string secret, string[] asked)
    {
        try
        {
            return TokenEndpoints.Grant(client, secret, asked);
        }
        catch (OAuthException e)
        {
            throw e.Message switch
            {
                "invalid_client" => ServiceException.NotAuthorized("Client authentication failed."),
                "unauthorized_client" => ServiceException.NotAuthorized("The client is not allowed to use the client credentials grant."),
                _ => ServiceException.Invalid("The client does not have all of these scopes."),
            };
        }
    }
}
