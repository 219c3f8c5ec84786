using System.Text.Json;
using CognitoPS.LocalServer.Errors;
using CognitoPS.LocalServer.Json;
using CognitoPS.LocalServer.State;

namespace CognitoPS.LocalServer.Tokens;

/// <summary>How long the tokens of an app client are good for.</summary>
internal static class TokenValidity
{
    private const long Minute = 60;
    private const long Hour = 60 * Minute;
    private const long Day = 24 * Hour;

    // member, default unit and value, bounds in seconds
    private static readonly (string Member, string Token, string Unit, long Default, long Minimum, long Maximum)[] Validities =
    [
        ("AccessTokenValidity", "AccessToken", "hours", 1, 5 * Minute, Day),
        ("IdTokenValidity", "IdToken", "hours", 1, 5 * Minute, Day),
        ("RefreshTokenValidity", "RefreshToken", "days", 30, Hour, 3650 * Day),
    ];

    /// <summary>Throws where a client asks for more or less than there can be.</summary>
    internal static void Check(JsonElement request)
    {
        foreach ((string member, string token, string unit, long _, long minimum, long maximum) in Validities)
        {
            if (request.Find(member)?.GetInt32() is not (> 0 and int value))
                continue;
            long seconds = value * Seconds(request.Text("TokenValidityUnits", token) ?? unit);
            if (seconds < minimum || seconds > maximum)
                throw ServiceException.Invalid("Invalid range for token validity.");
        }
        TimeSpan refresh = Of(request, "RefreshToken");
        if (Of(request, "AccessToken") > refresh || Of(request, "IdToken") > refresh)
            throw ServiceException.Invalid(
                "Access and Id Token expiration times must be less than or equal to refresh token expiration times."
            );
    }

    /// <summary>How long the tokens of a client are good for; <paramref name="token"/> is AccessToken, IdToken or RefreshToken.</summary>
    internal static TimeSpan Of(UserPoolClient client, string token) => Of(client.Settings, token);

    private static TimeSpan Of(JsonElement settings, string token)
    {
        (string member, _, string unit, long otherwise, _, _) = Array.Find(Validities, validity => validity.Token == token);
        return TimeSpan.FromSeconds(
            settings.Find(member)?.GetInt32() is > 0 and int value
                ? value * Seconds(settings.Text("TokenValidityUnits", token) ?? unit)
                : otherwise * Seconds(unit)
        );
    }

    private static long Seconds(string unit) =>
        unit switch
        {
            "seconds" => 1,
            "minutes" => Minute,
            "hours" => Hour,
            _ => Day,
        };
}
