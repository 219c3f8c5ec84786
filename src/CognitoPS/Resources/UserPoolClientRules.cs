using Amazon.CognitoIdentityProvider.Model;

namespace CognitoPS.Resources;

/// <summary>Which settings of an app client go together.</summary>
internal static class UserPoolClientRules
{
    private const long Minute = 60,
        Hour = 60 * Minute,
        Day = 24 * Hour;

    /// <summary>A token's validity: its default unit, and its bounds in seconds.</summary>
    private static readonly (
        string Token,
        Func<UserPoolClientType, int?> Number,
        Func<TokenValidityUnitsType, string?> Unit,
        string DefaultUnit,
        long Least,
        long Most,
        string Range
    )[] Validities =
    [
        (
            "AccessTokenValidity",
            client => client.AccessTokenValidity,
            units => units.AccessToken?.Value,
            "hours",
            5 * Minute,
            Day,
            "5 minutes to 1 day"
        ),
        (
            "IdTokenValidity",
            client => client.IdTokenValidity,
            units => units.IdToken?.Value,
            "hours",
            5 * Minute,
            Day,
            "5 minutes to 1 day"
        ),
        (
            "RefreshTokenValidity",
            client => client.RefreshTokenValidity,
            units => units.RefreshToken?.Value,
            "days",
            Hour,
            3650 * Day,
            "60 minutes to 10 years"
        ),
    ];

    /// <summary>What the service would refuse, in words.</summary>
    /// <param name="wanted">The client as it shall be.</param>
    /// <param name="current">The client as it is, whose addresses are not questioned; null for a new one.</param>
    /// <param name="hasSecret">Whether it has a secret.</param>
    public static IEnumerable<string> Problems(UserPoolClientType wanted, UserPoolClientType? current, bool hasSecret)
    {
        List<string> grants = wanted.AllowedOAuthFlows ?? [],
            flows = wanted.ExplicitAuthFlows ?? [],
            callbacks = wanted.CallbackURLs ?? [];
        bool isMachine = grants.Contains("client_credentials");
        if (isMachine && grants.Count > 1)
            yield return "AllowedOAuthFlows: client_credentials cannot be combined with code or implicit; create another app client for it";
        if (isMachine && !hasSecret)
            yield return "AllowedOAuthFlows: client_credentials needs a client with a secret (New-CognitoUserPoolClient -GenerateSecret)";
        if (grants.Count > 0 && wanted.AllowedOAuthScopes is not { Count: > 0 })
            yield return "AllowedOAuthFlows needs AllowedOAuthScopes";
        if (grants.Count > 0 && !isMachine && callbacks.Count == 0)
            yield return "AllowedOAuthFlows: code and implicit need CallbackURLs";
        if (wanted.AllowedOAuthFlowsUserPoolClient is true && grants.Count == 0)
            yield return "AllowedOAuthFlowsUserPoolClient needs AllowedOAuthFlows and AllowedOAuthScopes";
        if (wanted.DefaultRedirectURI is { } redirect && !callbacks.Contains(redirect))
            yield return $"DefaultRedirectURI {redirect} is not one of the CallbackURLs";
        if (
            flows.Any(flow => flow.StartsWith("ALLOW_", StringComparison.Ordinal))
            && !flows.All(flow => flow.StartsWith("ALLOW_", StringComparison.Ordinal))
        )
            yield return "ExplicitAuthFlows cannot mix legacy names with names that start with ALLOW_";
        if (wanted.RefreshTokenRotation?.Feature == "ENABLED" && flows.Contains("ALLOW_REFRESH_TOKEN_AUTH"))
            yield return "RefreshTokenRotation cannot be ENABLED while ExplicitAuthFlows has ALLOW_REFRESH_TOKEN_AUTH (add "
                + "-RemoveExplicitAuthFlow ALLOW_REFRESH_TOKEN_AUTH)";
        if (wanted.EnablePropagateAdditionalUserContextData is true && !hasSecret)
            yield return "EnablePropagateAdditionalUserContextData needs a client with a secret";
        foreach (
            string address in callbacks
                .Concat(wanted.LogoutURLs ?? [])
                .Except((current?.CallbackURLs ?? []).Concat(current?.LogoutURLs ?? []))
        )
        {
            if (
                !Uri.TryCreate(address, UriKind.Absolute, out Uri? uri)
                || uri.Fragment.Length > 0
                || (uri.Scheme == Uri.UriSchemeHttp && !uri.IsLoopback)
            )
                yield return $"{address} is not an allowed URL: use https, http on localhost, or the scheme of an app, and no #";
        }

        foreach (var (token, number, unit, defaultUnit, least, most, range) in Validities)
        {
            string measured = (wanted.TokenValidityUnits is { } units ? unit(units) : null) ?? defaultUnit;
            if (number(wanted) is { } count and not 0 && count * Seconds(measured) is var seconds && (seconds < least || seconds > most))
                yield return $"{token} is {count} {measured} and must be {range}";
        }

        long refresh = SecondsOf(wanted, 2) ?? 30 * Day;
        foreach (int token in (int[])[0, 1])
        {
            if (SecondsOf(wanted, token) is { } lasts && lasts > refresh)
                yield return $"{Validities[token].Token} must not be longer than RefreshTokenValidity";
        }
    }

    private static long? SecondsOf(UserPoolClientType client, int token)
    {
        var validity = Validities[token];
        string unit = (client.TokenValidityUnits is { } units ? validity.Unit(units) : null) ?? validity.DefaultUnit;
        return validity.Number(client) is { } number and not 0 ? number * Seconds(unit) : null;
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
