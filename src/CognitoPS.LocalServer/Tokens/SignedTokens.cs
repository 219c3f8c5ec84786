using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CognitoPS.LocalServer.Calls;
using CognitoPS.LocalServer.Errors;
using CognitoPS.LocalServer.Json;
using CognitoPS.LocalServer.Srp;
using CognitoPS.LocalServer.State;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CognitoPS.LocalServer.Tokens;

/// <summary>Issues tokens and reads them back.</summary>
internal static class SignedTokens
{
    internal const string SignInScope = "aws.cognito.signin.user.admin";
    private const string Bearer = "Bearer";

    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };
    private static readonly string RefreshTokenHeader = Base64UrlEncoder.Encode("""{"cty":"JWT","enc":"A256GCM","alg":"RSA-OAEP"}""");

    // An encrypted token's parts after its header: key, initialization vector, content, tag. Nobody can read ours either.
    private static readonly int[] RefreshTokenParts = [256, 12, 640, 16];

    internal static string Issuer(UserPool pool) => $"https://cognito-idp.{pool.Region}.amazonaws.com/{pool.Id}";

    /// <summary>
    /// The tokens of a session, as an answer's AuthenticationResult. A refresh gives a new refresh token only where they rotate.
    /// </summary>
    internal static void Write(
        Call call,
        UserPoolClient client,
        User user,
        Session session,
        string eventId,
        string? refreshToken,
        bool isNew = true
    )
    {
        Utf8JsonWriter json = call.Json;
        json.WriteStartObject("AuthenticationResult");
        WriteAccess(json, AccessToken(call, client, user, session, eventId), Lifetime(call, client, "AccessToken"));
        json.WriteOptional("RefreshToken", refreshToken);
        json.WriteString("IdToken", IdToken(call, client, user, session, eventId));
        if (isNew && session.NewDevice is { } device)
        {
            json.WriteStartObject("NewDeviceMetadata");
            json.WriteString("DeviceKey", device.Key);
            json.WriteOptional("DeviceGroupKey", device.GroupKey);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    internal static void WriteAccess(Utf8JsonWriter json, string token, long seconds)
    {
        json.WriteString("AccessToken", token);
        json.WriteNumber("ExpiresIn", seconds);
        json.WriteString("TokenType", Bearer);
    }

    internal static string NewRefreshToken(UserPoolClient client, User user, Session session)
    {
        string text = string.Join(
            ".",
            RefreshTokenParts.Select(length => Base64UrlEncoder.Encode(SrpGroup.RandomBytes(length))).Prepend(RefreshTokenHeader)
        );
        client.Pool.Keys.RefreshTokens[text] = new RefreshToken(client, user, session);
        return text;
    }

    /// <summary>The token of an application that acts for itself.</summary>
    internal static string ClientToken(ServerState state, UserPoolClient client, IEnumerable<string> scopes, long seconds)
    {
        JsonObject claims = Times(state.Now / 1000, state.Now / 1000, seconds);
        claims["sub"] = client.Id;
        claims["client_id"] = client.Id;
        claims["token_use"] = "access";
        claims["scope"] = string.Join(" ", scopes);
        claims["iss"] = Issuer(client.Pool);
        claims["version"] = 2;
        claims["jti"] = state.Ids.Uuid().ToString();
        return Sign(client.Pool, claims);
    }

    internal static long Lifetime(Call call, UserPoolClient client, string token) =>
        call.State.Faults.ExpireTokens ? 0 : (long)TokenValidity.Of(client, token).TotalSeconds;

    /// <summary>The user whose access token the request carries. The pool must be locked: see <see cref="PoolOf"/>.</summary>
    internal static SignedInUser Read(Call call, UserPool pool, JsonWebToken token)
    {
        if (token.Alg != SecurityAlgorithms.RsaSha256 || !IsSigned(pool, token) || Claim(token, "token_use") != "access")
            throw Invalid();
        if (token.ValidTo <= DateTimeOffset.FromUnixTimeMilliseconds(call.Now).UtcDateTime || call.State.Faults.ExpireTokens)
            throw ServiceException.NotAuthorized("Access Token has expired");
        if (Array.IndexOf((Claim(token, "scope") ?? "").Split(' '), SignInScope) < 0)
            throw ServiceException.NotAuthorized("Access Token does not have required scopes");
        if (!Guid.TryParse(token.Subject, out Guid sub) || pool.Users.Get(sub) is not { } user)
            throw ServiceException.UserNotFound();
        if (!pool.ClientsById.TryGetValue(Claim(token, "client_id") ?? "", out UserPoolClient? client))
            throw ServiceException.NotFound($"User pool client {Claim(token, "client_id")} does not exist.");
        string? origin = Claim(token, "origin_jti");
        Session? session = user.SignIn?.FindSession(origin);
        if (session is null && (origin is not null || IssuedMilliseconds(token) <= (user.SignIn?.SignedOut ?? -1)))
            throw ServiceException.NotAuthorized("Access Token has been revoked");
        return user.Enabled ? new SignedInUser(pool, client, user, session) : throw ServiceException.NotAuthorized("User is disabled.");
    }

    /// <summary>The token of the request and the pool that it says it comes from.</summary>
    internal static (UserPool Pool, JsonWebToken Token) PoolOf(Call call)
    {
        try
        {
            JsonWebToken token = new(call.Required("AccessToken"));
            string issuer = token.Issuer;
            return call.State.FindPool(issuer.Substring(issuer.LastIndexOf('/') + 1)) is { } pool && issuer == Issuer(pool)
                ? (pool, token)
                : throw Invalid();
        }
        catch (Exception e) when (e is ArgumentException or SecurityTokenException)
        {
            throw Invalid();
        }
    }

    private static ServiceException Invalid() => ServiceException.NotAuthorized("Invalid Access Token");

    private static string? Claim(JsonWebToken token, string name) => token.TryGetPayloadValue(name, out string value) ? value : null;

    private static long IssuedMilliseconds(JsonWebToken token) =>
        new DateTimeOffset(token.IssuedAt, TimeSpan.Zero).ToUnixTimeMilliseconds();

    private static bool IsSigned(UserPool pool, JsonWebToken token)
    {
        SecurityKey key = pool.Keys.Signing.Key;
        SignatureProvider provider = key.CryptoProviderFactory.CreateForVerifying(key, SecurityAlgorithms.RsaSha256);
        try
        {
            return provider.Verify(
                Encoding.ASCII.GetBytes($"{token.EncodedHeader}.{token.EncodedPayload}"),
                Base64UrlEncoder.DecodeBytes(token.EncodedSignature)
            );
        }
        catch (FormatException)
        {
            return false;
        }
        finally
        {
            key.CryptoProviderFactory.ReleaseSignatureProvider(provider);
        }
    }

    private static string AccessToken(Call call, UserPoolClient client, User user, Session session, string eventId)
    {
        JsonObject claims = Common(call, client, user, session, eventId, "AccessToken");
        claims["token_use"] = "access";
        claims["client_id"] = client.Id;
        claims["scope"] = SignInScope;
        claims["username"] = user.Username;
        if (session.DeviceKey is { } device)
            claims["device_key"] = device;
        return Sign(client.Pool, claims);
    }

    private static string IdToken(Call call, UserPoolClient client, User user, Session session, string eventId)
    {
        JsonObject claims = Common(call, client, user, session, eventId, "IdToken");
        claims["token_use"] = "id";
        claims["aud"] = client.Id;
        claims["cognito:username"] = user.Username;
        string[] roles = [.. user.GroupsInOrder.Select(group => group.RoleArn).OfType<string>()];
        if (roles.Length > 0)
        {
            claims["cognito:roles"] = Strings(roles.Distinct(StringComparer.Ordinal));
            if (user.PreferredRole is { } role)
                claims["cognito:preferred_role"] = role;
        }
        string[] readable = client.Settings.Strings("ReadAttributes");
        foreach (KeyValuePair<string, string> attribute in user.Attributes.Items)
        {
            if (readable.Length == 0 || Array.IndexOf(readable, attribute.Key) >= 0)
                claims[attribute.Key] = AttributeClaim(attribute.Key, attribute.Value);
        }
        return Sign(client.Pool, claims);
    }

    private static JsonNode AttributeClaim(string name, string value) =>
        name switch
        {
            "email_verified" or "phone_number_verified" => UserAttributes.IsTrue(value),
            "updated_at" when long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long seconds) =>
                seconds,
            "address" => new JsonObject { ["formatted"] = value },
            _ => value,
        };

    private static JsonObject Common(Call call, UserPoolClient client, User user, Session session, string eventId, string token)
    {
        JsonObject claims = Times(session.Created / 1000, call.Now / 1000, Lifetime(call, client, token));
        claims["sub"] = user.Sub.ToString();
        claims["iss"] = Issuer(client.Pool);
        claims["event_id"] = eventId;
        claims["jti"] = call.State.Ids.Uuid().ToString();
        if (CanBeRevoked(client))
            claims["origin_jti"] = session.Id;
        if (user.Groups.Length > 0)
            claims["cognito:groups"] = Strings(user.GroupsInOrder.Select(group => group.Name));
        return claims;
    }

    internal static bool CanBeRevoked(UserPoolClient client) => client.Settings.Find("EnableTokenRevocation")?.GetBoolean() is not false;

    private static JsonObject Times(long signedIn, long now, long seconds) =>
        new()
        {
            ["auth_time"] = signedIn,
            ["iat"] = now,
            ["exp"] = now + seconds,
        };

    private static JsonArray Strings(IEnumerable<string> strings) => new([.. strings.Select(text => (JsonNode)text)]);

    private static string Sign(UserPool pool, JsonObject claims) => Handler.CreateToken(claims.ToJsonString(), pool.Keys.Signing);
}
