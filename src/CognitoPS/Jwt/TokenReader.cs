using System.Text.Json;
using CognitoPS.Output;
using CognitoPS.SignIn;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CognitoPS.Jwt;

/// <summary>Takes a token apart without asking anybody. Nothing in it is to be trusted before <see cref="TokenVerifier"/> agrees.</summary>
internal static class TokenReader
{
    private const int SignedParts = 3;
    private const int EncryptedParts = 5;
    private static readonly Dictionary<string, object?> NoClaims = [];

    /// <exception cref="MalformedTokenException">The text is no token.</exception>
    public static Token Read(string text)
    {
        text = text.Trim();
        if (text.Length == 0)
            throw new MalformedTokenException(MalformedToken.Empty, "The token is empty.");
        int parts = text.Count(character => character == '.') + 1;
        if (parts is not (SignedParts or EncryptedParts))
            throw new MalformedTokenException(
                MalformedToken.WrongParts,
                $"A token has {SignedParts} parts separated by dots, or {EncryptedParts} if it is encrypted. This one has {parts}."
            );

        try
        {
            JsonWebToken token = new(text);
            Dictionary<string, object?> header = ReadObject(token.EncodedHeader);
            return parts == EncryptedParts
                ? new Token(header, NoClaims)
                {
                    Kind = TokenKind.Refresh,
                    Algorithm = TextOf(header, "alg"),
                    KeyId = TextOf(header, "kid"),
                }
                : Describe(header, ReadObject(token.EncodedPayload));
        }
        catch (Exception error) when (error is ArgumentException or SecurityTokenException or JsonException or FormatException)
        {
            // Not kept as the inner exception: its text can quote the token.
            throw new MalformedTokenException(MalformedToken.NotJson, "The token's parts are not Base64url-encoded JSON.");
        }
    }

    private static Token Describe(Dictionary<string, object?> header, Dictionary<string, object?> claims)
    {
        string? issuer = TextOf(claims, "iss");
        string? userPoolId = CognitoIssuer.UserPoolIdOf(issuer);
        string kind = TextOf(claims, "token_use") switch
        {
            "id" => TokenKind.Id,
            "access" => TokenKind.Access,
            _ => TokenKind.Other,
        };
        return new Token(header, claims)
        {
            Kind = kind,
            UserPoolId = userPoolId,
            Region = userPoolId?.Substring(0, userPoolId.IndexOf('_')),
            ClientId = TextOf(claims, kind == TokenKind.Id ? "aud" : "client_id"),
            Username = TextOf(claims, "cognito:username") ?? TextOf(claims, "username"),
            Subject = TextOf(claims, "sub"),
            Groups = Readable.List(
                claims.TryGetValue("cognito:groups", out object? groups) ? (groups as object?[])?.OfType<string>() : null
            ),
            Scopes = Readable.List(TextOf(claims, "scope")?.Split([' '], StringSplitOptions.RemoveEmptyEntries)),
            AuthTime = TimeOf(claims, "auth_time"),
            IssuedAt = TimeOf(claims, "iat"),
            NotBefore = TimeOf(claims, "nbf"),
            Expires = TimeOf(claims, "exp"),
            Issuer = issuer,
            Algorithm = TextOf(header, "alg"),
            KeyId = TextOf(header, "kid"),
        };
    }

    private static Dictionary<string, object?> ReadObject(string encoded)
    {
        using var document = JsonDocument.Parse(Base64UrlEncoder.DecodeBytes(encoded));
        return document.RootElement.ValueKind == JsonValueKind.Object
            ? (Dictionary<string, object?>)ValueOf(document.RootElement)!
            : throw new FormatException();
    }

    private static object? ValueOf(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                Dictionary<string, object?> members = new(StringComparer.Ordinal);
                foreach (JsonProperty member in element.EnumerateObject())
                    members[member.Name] = ValueOf(member.Value);
                return members;
            case JsonValueKind.Array:
                return element.EnumerateArray().Select(ValueOf).ToArray();
            case JsonValueKind.Number:
                return element.TryGetInt64(out long whole) ? (object)whole : element.GetDouble();
            case JsonValueKind.True or JsonValueKind.False:
                return element.GetBoolean();
            default:
                return element.GetString();
        }
    }

    private static string? TextOf(Dictionary<string, object?> members, string name) =>
        members.TryGetValue(name, out object? value) ? value as string : null;

    private static Timestamp? TimeOf(Dictionary<string, object?> claims, string name)
    {
        if (!claims.TryGetValue(name, out object? value) || value is null)
            return null;
        try
        {
            return Timestamp.Of(
                DateTimeOffset.FromUnixTimeSeconds(value is double seconds ? checked((long)seconds) : (long)value).UtcDateTime
            );
        }
        catch (Exception error) when (error is ArgumentOutOfRangeException or OverflowException or InvalidCastException)
        {
            throw new MalformedTokenException(MalformedToken.BadTime, $"The claim {name} is not a time in seconds since 1970.");
        }
    }
}

/// <summary>A text that is no token. The message never repeats it.</summary>
internal sealed class MalformedTokenException(string reason, string message) : Exception(message)
{
    public string Reason { get; } = reason;
}

/// <summary>The reasons of <see cref="MalformedTokenException"/>.</summary>
internal static class MalformedToken
{
    public const string Empty = "Empty";
    public const string WrongParts = "WrongParts";
    public const string NotJson = "NotJson";
    public const string BadTime = "BadTime";
}
