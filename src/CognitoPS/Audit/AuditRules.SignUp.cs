using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;

namespace CognitoPS.Audit;

internal static partial class AuditRules
{
    private static IEnumerable<Rule> SignUpRules() =>
        [
            new Rule<UserPoolType>(Subjects.Pool)
            {
                Id = "sign-up-open",
                Title = "Only administrators create users",
                Severity = Severity.Medium,
                Why =
                    "Whoever has the id of an app client can make an account, in any number. Where customers "
                    + "are meant to, suppress the finding with that reason.",
                References = ["prowler cognito_user_pool_self_registration_disabled"],
                Problem = one =>
                    Unless(
                        one.Item.AdminCreateUserConfig?.AllowAdminCreateUserOnly is true,
                        "AdminCreateUserConfig.AllowAdminCreateUserOnly",
                        one.Item.AdminCreateUserConfig?.AllowAdminCreateUserOnly ?? false
                    ),
                Remedy = one => ChangePool(one, ("AdminCreateUserConfig", new Table(("AllowAdminCreateUserOnly", true)))),
            },
            new Rule<UserPoolType>(Subjects.Pool)
            {
                Id = "sign-up-dynamic-clients",
                Title = "Clients do not register themselves without signing in",
                Severity = Severity.High,
                Why = "Anybody may make an app client of the pool, and send its users to addresses of their own.",
                Problem = one => Unless(one.Item.DcrConfiguration?.OpenDcrEnabled is not true, "DcrConfiguration.OpenDcrEnabled", true),
                Remedy = one => ChangePool(one, ("DcrConfiguration", new Table(("OpenDcrEnabled", false)))),
            },
            new Rule<UserPoolType>(Subjects.Pool)
            {
                Id = "recovery-sms-first",
                Title = "A forgotten password is not recovered by text message first",
                Severity = Severity.Medium,
                Why = "Whoever takes over a telephone number takes over the account. Where nothing is set, the telephone comes first.",
                Applies = one => !IsAdminOnly(one.Item),
                Problem = one =>
                    Unless(
                        FirstRecovery(one.Item) is { } name && name != RecoveryOptionNameType.Verified_phone_number,
                        "AccountRecoverySetting.RecoveryMechanisms",
                        FirstRecovery(one.Item)
                    ),
                Remedy = RecoverByEmail,
            },
            new Rule<UserPoolType>(Subjects.Pool)
            {
                Id = "recovery-none",
                Title = "Users recover a forgotten password by themselves",
                Severity = Severity.Low,
                Why = "Every forgotten password becomes a call to people who must judge who is calling.",
                Problem = one => Unless(!IsAdminOnly(one.Item), "AccountRecoverySetting.RecoveryMechanisms", FirstRecovery(one.Item)),
                Remedy = RecoverByEmail,
            },
            new Rule<UserPoolType>(Subjects.Pool)
            {
                Id = "address-change-unverified",
                Title = "A new address counts only once it is verified",
                Severity = Severity.Medium,
                Why = "Until then a mistyped or foreign address receives codes, and may stand for the user in applications.",
                Applies = one => one.Item.AutoVerifiedAttributes is { Count: > 0 },
                Problem = one =>
                    Unless(
                        NotAwaited(one.Item).Length == 0,
                        "UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate",
                        $"without {Shown(NotAwaited(one.Item))}"
                    ),
                Remedy = one => ChangePool(one, ("AddAttributeRequiringVerification", NotAwaited(one.Item))),
            },
            new Rule<UserPoolType>(Subjects.Pool)
            {
                Id = "username-case-sensitive",
                Title = "User names that differ in letter case only are the same",
                Severity = Severity.Medium,
                Why = "Anna and anna can be two people, which invites mistakes and impersonation.",
                Manual = "It is fixed when a pool is created: make a new pool with -UsernameConfiguration @{ CaseSensitive = $false }.",
                Problem = one =>
                    Unless(
                        one.Item.UsernameConfiguration?.CaseSensitive is false,
                        "UsernameConfiguration.CaseSensitive",
                        one.Item.UsernameConfiguration?.CaseSensitive ?? true
                    ),
            },
        ];

    private static RecoveryOptionNameType? FirstRecovery(UserPoolType pool) =>
        pool.AccountRecoverySetting?.RecoveryMechanisms?.OrderBy(option => option.Priority).FirstOrDefault()?.Name;

    private static bool IsAdminOnly(UserPoolType pool) => FirstRecovery(pool) == RecoveryOptionNameType.Admin_only;

    private static Remedy RecoverByEmail(Case<UserPoolType> one) =>
        ChangePool(
            one,
            (
                "AccountRecoverySetting",
                new Table(("RecoveryMechanisms", new Table(("Priority", 1), ("Name", RecoveryOptionNameType.Verified_email.Value))))
            )
        );

    private static string[] NotAwaited(UserPoolType pool) =>
        [.. (pool.AutoVerifiedAttributes ?? []).Except(pool.UserAttributeUpdateSettings?.AttributesRequireVerificationBeforeUpdate ?? [])];
}
