using Amazon.CognitoIdentityProvider.Model;

namespace CognitoPS.Audit;

internal static partial class AuditRules
{
    private const string NeedsAnother = "The client has no other callback address, and its grants need one: add the right one first.";

    private static IEnumerable<Rule> RedirectRules() =>
        [
            new Rule<UserPoolClientType>(Subjects.Client)
            {
                Id = "redirect-wildcard",
                Title = "Callback and sign-out addresses are whole addresses",
                Severity = Severity.High,
                Why = "An address with a wildcard lets anybody who controls one that fits receive sign-in codes and tokens.",
                Manual = NeedsAnother,
                Problem = one => AddressesIn(one.Item, IsWildcard),
                Remedy = one => RemoveAddresses(one, IsWildcard),
            },
            new Rule<UserPoolClientType>(Subjects.Client)
            {
                Id = "redirect-http",
                Title = "Callback and sign-out addresses are https",
                Severity = Severity.High,
                Why = "Sign-in codes and tokens pass over the network for anybody to read.",
                Problem = one => AddressesIn(one.Item, IsHttp),
                Remedy = one => ReplaceAddresses(one, IsHttp, url => $"https{url.Substring("http".Length)}"),
            },
            new Rule<UserPoolClientType>(Subjects.Client)
            {
                Id = "redirect-localhost",
                Title = "Callback and sign-out addresses are not the developer's own machine",
                Severity = Severity.Low,
                Why =
                    "On a shared or infected machine any program can listen there and take the sign-in over. "
                    + "Keep a client of its own for development.",
                Manual = NeedsAnother,
                Problem = one => AddressesIn(one.Item, IsLocal),
                Remedy = one => RemoveAddresses(one, IsLocal),
            },
            new Rule<UserPoolClientType>(Subjects.Client)
            {
                Id = "redirect-custom-scheme",
                Title = "Callback and sign-out addresses belong to somebody",
                Severity = Severity.Low,
                Why = "Any app can claim a scheme such as myapp:// and receive the sign-in code. Claimed https addresses cannot be taken.",
                Manual =
                    "The app must take a universal link or app link first: then replace the address with "
                    + "-AddCallbackUrl and -RemoveCallbackUrl.",
                Problem = one => AddressesIn(one.Item, IsCustomScheme),
            },
        ];

    private static string[] Callbacks(UserPoolClientType client, Func<string, bool> choose) =>
        [.. (client.CallbackURLs ?? []).Where(choose)];

    private static string[] SignOuts(UserPoolClientType client, Func<string, bool> choose) => [.. (client.LogoutURLs ?? []).Where(choose)];

    private static Evidence? AddressesIn(UserPoolClientType client, Func<string, bool> choose) =>
        Callbacks(client, choose) is { Length: > 0 } callbacks ? Found("CallbackURLs", callbacks)
        : SignOuts(client, choose) is { Length: > 0 } signOuts ? Found("LogoutURLs", signOuts)
        : null;

    private static bool IsWildcard(string url) => url.IndexOf('*') >= 0;

    private static bool IsLocal(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https" && address.IsLoopback;

    private static bool IsHttp(string url) => url.StartsWith("http:", StringComparison.OrdinalIgnoreCase) && !IsLocal(url);

    private static bool IsCustomScheme(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out Uri? address) && address.Scheme is not ("http" or "https");

    private static Remedy? RemoveAddresses(Case<UserPoolClientType> one, Func<string, bool> choose)
    {
        bool needsCallback = one.Item.AllowedOAuthFlows?.Exists(flow => flow is "code" or "implicit") is true;
        if (needsCallback && one.Item.CallbackURLs.TrueForAll(url => choose(url)))
            return null;
        return ChangeAddresses(one, choose, []);
    }

    private static Remedy ReplaceAddresses(Case<UserPoolClientType> one, Func<string, bool> choose, Func<string, string> replace) =>
        ChangeAddresses(
            one,
            choose,
            [
                .. Added("AddCallbackUrl", Callbacks(one.Item, choose).Select(replace)),
                .. Added("AddLogoutUrl", SignOuts(one.Item, choose).Select(replace)),
                .. one.Item.DefaultRedirectURI is { } start && choose(start)
                    ? [("DefaultRedirectURI", (object)replace(start))]
                    : NoParameter,
            ]
        );

    private static Remedy ChangeAddresses(Case<UserPoolClientType> one, Func<string, bool> choose, (string, object)[] further) =>
        ChangeClient(
            one,
            [
                .. Added("RemoveCallbackUrl", Callbacks(one.Item, choose)),
                .. Added("RemoveLogoutUrl", SignOuts(one.Item, choose)),
                .. one.Item.DefaultRedirectURI is { } start && choose(start) && further.Length == 0
                    ? [("Clear", (object)"DefaultRedirectURI")]
                    : NoParameter,
                .. further,
            ]
        );

    private static readonly (string, object)[] NoParameter = [];

    private static (string, object)[] Added(string parameter, IEnumerable<string> values) =>
        values.ToArray() is { Length: > 0 } some ? [(parameter, some)] : NoParameter;
}
