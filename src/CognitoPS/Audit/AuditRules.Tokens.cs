using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;

namespace CognitoPS.Audit;

internal static partial class AuditRules
{
    private static readonly TimeSpan LongestRefresh = TimeSpan.FromDays(30);
    private static readonly TimeSpan LongestToken = TimeSpan.FromHours(1);

    private static IEnumerable<Rule> TokenRules() =>
        [
            new Rule<UserPoolClientType>(Subjects.Client)
            {
                Id = "token-revocation",
                Title = "Tokens can be revoked",
                Severity = Severity.Medium,
                Why = "A stolen refresh token is good until it expires, and signing out does not end it.",
                References = ["prowler cognito_user_pool_client_token_revocation_enabled"],
                Applies = one => HasUsers(one.Item),
                Problem = one => Unless(one.Item.EnableTokenRevocation is true, "EnableTokenRevocation", one.Item.EnableTokenRevocation),
                Remedy = one => ChangeClient(one, ("EnableTokenRevocation", true)),
            },
            new Rule<UserPoolClientType>(Subjects.Client)
            {
                Id = "token-refresh-lifetime",
                Title = "A refresh token expires within 30 days",
                Severity = Severity.Medium,
                Why = "As long as it lives, whoever has it stays signed in.",
                Applies = one => HasUsers(one.Item),
                Problem = one =>
                    Unless(
                        Lifetime(one.Item.RefreshTokenValidity, RefreshUnit(one.Item)) <= LongestRefresh,
                        "RefreshTokenValidity",
                        RefreshText(one.Item)
                    ),
                Remedy = one => ChangeClient(one, ("RefreshTokenValidity", "30.00:00:00")),
            },
            new Rule<UserPoolClientType>(Subjects.Client)
            {
                Id = "token-refresh-rotation",
                Title = "Each use of a refresh token gives a new one",
                Severity = Severity.Low,
                Why = "Without rotation a copied refresh token goes on working unnoticed beside the original.",
                Applies = one => HasUsers(one.Item),
                Problem = one =>
                    Unless(
                        one.Item.RefreshTokenRotation?.Feature == FeatureType.ENABLED,
                        "RefreshTokenRotation.Feature",
                        one.Item.RefreshTokenRotation?.Feature
                    ),
                Remedy = RotateRefreshTokens,
                Manual =
                    "The client's flows have older names, which allow ALLOW_REFRESH_TOKEN_AUTH unasked and "
                    + "exclude rotation: rename them first.",
            },
            new Rule<UserPoolClientType>(Subjects.Client)
            {
                Id = "token-lifetime",
                Title = "Access and id tokens expire within an hour",
                Severity = Severity.Low,
                Why = "An access token cannot be called back where it is verified by its signature alone: it is good until it expires.",
                Problem = one => LongTokens(one.Item) is { Length: > 0 } found ? new(found[0].Member, found[0].Text) : null,
                Remedy = one => ChangeClient(one, [.. LongTokens(one.Item).Select(token => (token.Member, (object)"01:00:00"))]),
            },
        ];

    private static string RefreshUnit(UserPoolClientType client) => client.TokenValidityUnits?.RefreshToken?.Value ?? "days";

    private static string RefreshText(UserPoolClientType client) => $"{client.RefreshTokenValidity} {RefreshUnit(client)}";

    /// <summary>How long a token is valid; a member that is not set, and 0, mean the default, which is short enough.</summary>
    private static TimeSpan Lifetime(int? validity, string unit) =>
        unit switch
        {
            "seconds" => TimeSpan.FromSeconds(validity ?? 0),
            "minutes" => TimeSpan.FromMinutes(validity ?? 0),
            "hours" => TimeSpan.FromHours(validity ?? 0),
            _ => TimeSpan.FromDays(validity ?? 0),
        };

    private static (string Member, string Text)[] LongTokens(UserPoolClientType client)
    {
        (string Member, int? Validity, string Unit)[] tokens =
        [
            (nameof(client.AccessTokenValidity), client.AccessTokenValidity, client.TokenValidityUnits?.AccessToken?.Value ?? "hours"),
            (nameof(client.IdTokenValidity), client.IdTokenValidity, client.TokenValidityUnits?.IdToken?.Value ?? "hours"),
        ];
        return
        [
            .. tokens
                .Where(token => Lifetime(token.Validity, token.Unit) > LongestToken)
                .Select(token => (token.Member, $"{token.Validity} {token.Unit}")),
        ];
    }

    private static Remedy? RotateRefreshTokens(Case<UserPoolClientType> one)
    {
        (string, object) rotation = ("RefreshTokenRotation", new Table(("Feature", "ENABLED"), ("RetryGracePeriodSeconds", 10)));
        List<string> flows = one.Item.ExplicitAuthFlows ?? [];
        if (flows.Exists(flow => !flow.StartsWith("ALLOW_", StringComparison.Ordinal)))
            return null;
        return flows.Contains("ALLOW_REFRESH_TOKEN_AUTH")
            ? ChangeClient(one, rotation, ("RemoveExplicitAuthFlow", "ALLOW_REFRESH_TOKEN_AUTH"))
            : ChangeClient(one, rotation);
    }
}
