using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;

namespace CognitoPS.Audit;

/// <summary>The table of rules. Each group of rows stands in a file of its own.</summary>
internal static partial class AuditRules
{
    private static readonly Lazy<IReadOnlyList<Rule>> Table = new(() =>
        [
            .. PasswordRules(),
            .. MfaRules(),
            .. SignUpRules(),
            .. ThreatProtectionRules(),
            .. ClientRules(),
            .. SecretRules(),
            .. TokenRules(),
            .. RedirectRules(),
            .. MessageRules(),
            .. TriggerRules(),
            .. ProviderRules(),
            .. GroupRules(),
            .. DomainRules(),
            .. OperationRules(),
        ]
    );

    /// <summary>Every rule.</summary>
    public static IReadOnlyList<Rule> All => Table.Value;

    private static Evidence Found(string member, object? value) => new(member, value is null ? "not set" : Shown(value));

    private static string Shown(object value) =>
        value switch
        {
            bool on => on ? "true" : "false",
            IEnumerable<string> many => string.Join(", ", many),
            DateTime date => date.ToUniversalTime().ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            _ => FormattableString.Invariant($"{value}"),
        };

    private static Evidence? Unless(bool holds, string member, object? value) => holds ? null : Found(member, value);

    private static Remedy ChangePool<T>(Case<T> one, params (string, object)[] parameters) =>
        new("Set-CognitoUserPool", [("UserPoolId", one.Picture.UserPoolId), .. parameters]);

    private static Remedy ChangeMfa<T>(Case<T> one, params (string, object)[] parameters) =>
        new("Set-CognitoUserPoolMfa", [("UserPoolId", one.Picture.UserPoolId), .. parameters]);

    private static Remedy ChangeClient(Case<UserPoolClientType> one, params (string, object)[] parameters) =>
        new("Set-CognitoUserPoolClient", [("UserPoolId", one.Picture.UserPoolId), ("ClientId", one.Item.ClientId), .. parameters]);

    private static bool IsTier(UserPoolType pool, UserPoolTierType tier) => pool.UserPoolTier == tier;
}
