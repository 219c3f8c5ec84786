using System.Text.RegularExpressions;
using Amazon;

namespace CognitoPS.Jwt;

/// <summary>Who a user pool's tokens say issued them, and where the keys are.</summary>
internal static class CognitoIssuer
{
    private static readonly Regex UserPoolIdPattern = new("^([a-z]{2}(?:-[a-z0-9]+)+)_[0-9a-zA-Z]+\\z", RegexOptions.CultureInvariant);

    /// <summary>The pool that an issuer ends with, whatever its host.</summary>
    public static string? UserPoolIdOf(string? issuer)
    {
        string? last = issuer?.Substring(issuer.LastIndexOf('/') + 1);
        return last is not null && UserPoolIdPattern.IsMatch(last) ? last : null;
    }

    /// <summary>
    /// The issuers that a pool's tokens may name: the pool's IssuerConfiguration chooses between the service's two hosts;
    /// of the servers that others run on an endpoint of their own, some name that endpoint and some the service.
    /// </summary>
    public static IReadOnlyList<string> Of(string userPoolId, Uri? endpoint)
    {
        if (UserPoolIdPattern.Match(userPoolId) is not { Success: true } match)
            return endpoint is null ? [] : [Combine(endpoint, userPoolId)];
        string region = match.Groups[1].Value;
        string suffix = RegionEndpoint.GetBySystemName(region).PartitionDnsSuffix;
        List<string> issuers =
        [
            $"https://cognito-idp.{region}.{suffix}/{userPoolId}",
            $"https://issuer-cognito-idp.{region}.{suffix}/{userPoolId}",
        ];
        if (endpoint is not null)
            issuers.Add(Combine(endpoint, userPoolId));
        return issuers;
    }

    /// <summary>With an endpoint given, the keys come from there and nowhere else.</summary>
    public static Uri KeysOf(string issuer, string userPoolId, Uri? endpoint) =>
        new((endpoint is null ? issuer : Combine(endpoint, userPoolId)) + "/.well-known/jwks.json");

    private static string Combine(Uri endpoint, string userPoolId) => $"{endpoint.AbsoluteUri.TrimEnd('/')}/{userPoolId}";
}
