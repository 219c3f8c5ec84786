using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;

namespace CognitoPS.Audit;

internal static partial class AuditRules
{
    private static IEnumerable<Rule> MfaRules() =>
        [
            new Rule<GetUserPoolMfaConfigResponse>(Subjects.Mfa)
            {
                Id = "mfa-off",
                Title = "Users can set up a second factor",
                Severity = Severity.High,
                Why = "A stolen or guessed password is all that it takes to sign in.",
                References = ["Security Hub Cognito.5", "prowler cognito_user_pool_mfa_enabled"],
                Problem = one =>
                    Unless(
                        one.Item.MfaConfiguration is { } mode && mode != UserPoolMfaType.OFF,
                        "MfaConfiguration",
                        one.Item.MfaConfiguration
                    ),
                Remedy = one =>
                    ChangeMfa(one, ("MfaConfiguration", "OPTIONAL"), ("SoftwareTokenMfaConfiguration", new Table(("Enabled", true)))),
            },
            new Rule<GetUserPoolMfaConfigResponse>(Subjects.Mfa)
            {
                Id = "mfa-optional",
                Title = "A second factor is required of everybody",
                Severity = Severity.Medium,
                Why =
                    "Where it is optional, the accounts that need it most are often without it. Users then set "
                    + "one up at their next sign-in.",
                References = ["Security Hub Cognito.5", "prowler cognito_user_pool_mfa_enabled"],
                Manual = "First factors that are codes, or passkeys that do not count as two factors, exclude it: settle those first.",
                Applies = one => one.Item.MfaConfiguration is { } mode && mode != UserPoolMfaType.OFF,
                Problem = one => Unless(one.Item.MfaConfiguration == UserPoolMfaType.ON, "MfaConfiguration", one.Item.MfaConfiguration),
                Remedy = one =>
                    FirstFactors(one.Pool).All(factor => factor == "PASSWORD") ? ChangeMfa(one, ("MfaConfiguration", "ON")) : null,
            },
            new Rule<GetUserPoolMfaConfigResponse>(Subjects.Mfa)
            {
                Id = "mfa-sms-only",
                Title = "There is a second factor beside text messages",
                Severity = Severity.Medium,
                Why = "Text messages are read by whoever takes over a telephone number. An authenticator app is not.",
                Applies = one => one.Item.MfaConfiguration is { } mode && mode != UserPoolMfaType.OFF,
                Problem = one =>
                    Unless(
                        one.Item.SoftwareTokenMfaConfiguration?.Enabled is true
                            || one.Item.EmailMfaConfiguration is not null
                            || one.Item.SmsMfaConfiguration is null,
                        "SmsMfaConfiguration",
                        "the only second factor"
                    ),
                Remedy = one => ChangeMfa(one, ("SoftwareTokenMfaConfiguration", new Table(("Enabled", true)))),
            },
        ];

    private static IEnumerable<string> FirstFactors(UserPoolType pool) => pool.Policies?.SignInPolicy?.AllowedFirstAuthFactors ?? [];
}
