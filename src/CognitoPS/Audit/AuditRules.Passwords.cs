using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;

namespace CognitoPS.Audit;

internal static partial class AuditRules
{
    private const int DefaultLength = 8;
    private const int AdvisedLength = 14;
    private const int LongestTemporaryDays = 7;
    private const string PasswordMember = "Policies.PasswordPolicy.";

    private static IEnumerable<Rule> PasswordRules() =>
        [
            new Rule<UserPoolType>(Subjects.Pool)
            {
                Id = "password-length",
                Title = "Passwords have more than 8 characters",
                Severity = Severity.High,
                Why = "A password of the service's default length falls to guessing long before a longer one does.",
                References = ["Security Hub Cognito.3"],
                Problem = one => Unless(LengthOf(one) > DefaultLength, PasswordMember + "MinimumLength", LengthOf(one)),
                Remedy = LengthenPasswords,
            },
            new Rule<UserPoolType>(Subjects.Pool)
            {
                Id = "password-length-advised",
                Title = "Passwords have 14 characters and more",
                Severity = Severity.Low,
                Why = "Fourteen characters are what current baselines ask for; length protects better than any other requirement.",
                References = ["prowler cognito_user_pool_password_policy_minimum_length_14"],
                Applies = one => LengthOf(one) > DefaultLength,
                Problem = one => Unless(LengthOf(one) >= AdvisedLength, PasswordMember + "MinimumLength", LengthOf(one)),
                Remedy = LengthenPasswords,
            },
            new Rule<UserPoolType>(Subjects.Pool)
            {
                Id = "password-character-classes",
                Title = "Passwords need upper and lower case, numbers and symbols",
                Severity = Severity.Medium,
                Why = "Each class that may be left out makes the passwords that people choose easier to guess.",
                References =
                [
                    "Security Hub Cognito.3",
                    "prowler cognito_user_pool_password_policy_lowercase",
                    "prowler cognito_user_pool_password_policy_uppercase",
                    "prowler cognito_user_pool_password_policy_number",
                    "prowler cognito_user_pool_password_policy_symbol",
                ],
                Problem = one =>
                    MissingClasses(one) is { Length: > 0 } missing
                        ? new(PasswordMember + missing[0], Shown(missing) + " not required")
                        : null,
                Remedy = one =>
                    ChangePool(one, ("PasswordPolicy", new Table([.. MissingClasses(one).Select(name => (name, (object)true))]))),
            },
            new Rule<UserPoolType>(Subjects.Pool)
            {
                Id = "password-temporary-days",
                Title = "Temporary passwords expire within 7 days",
                Severity = Severity.Medium,
                Why = "A temporary password lies in a mailbox until it is used: whoever reads the mail later can take the account over.",
                References = ["Security Hub Cognito.3", "prowler cognito_user_pool_temporary_password_expiration"],
                Problem = one =>
                    Unless(
                        (PolicyOf(one).TemporaryPasswordValidityDays ?? LongestTemporaryDays) <= LongestTemporaryDays,
                        PasswordMember + "TemporaryPasswordValidityDays",
                        PolicyOf(one).TemporaryPasswordValidityDays
                    ),
                Remedy = one => ChangePool(one, ("PasswordPolicy", new Table(("TemporaryPasswordValidityDays", LongestTemporaryDays)))),
            },
            new Rule<UserPoolType>(Subjects.Pool)
            {
                Id = "password-history",
                Title = "Former passwords cannot be used again",
                Severity = Severity.Low,
                Why = "Somebody whose password leaked may go back to it after a reset. The plan LITE keeps no history.",
                Applies = one => !IsTier(one.Pool, UserPoolTierType.LITE),
                Problem = one =>
                    Unless(
                        PolicyOf(one).PasswordHistorySize is > 0,
                        PasswordMember + "PasswordHistorySize",
                        PolicyOf(one).PasswordHistorySize
                    ),
                Remedy = one => ChangePool(one, ("PasswordPolicy", new Table(("PasswordHistorySize", 5)))),
            },
        ];

    private static PasswordPolicyType PolicyOf(Case<UserPoolType> one) => one.Item.Policies?.PasswordPolicy ?? new();

    private static int LengthOf(Case<UserPoolType> one) => PolicyOf(one).MinimumLength ?? DefaultLength;

    private static Remedy LengthenPasswords(Case<UserPoolType> one) =>
        ChangePool(one, ("PasswordPolicy", new Table(("MinimumLength", AdvisedLength))));

    private static string[] MissingClasses(Case<UserPoolType> one)
    {
        PasswordPolicyType policy = PolicyOf(one);
        return
        [
            .. new (string Name, bool? Required)[]
            {
                (nameof(policy.RequireUppercase), policy.RequireUppercase),
                (nameof(policy.RequireLowercase), policy.RequireLowercase),
                (nameof(policy.RequireNumbers), policy.RequireNumbers),
                (nameof(policy.RequireSymbols), policy.RequireSymbols),
            }
                .Where(requirement => requirement.Required is not true)
                .Select(requirement => requirement.Name),
        ];
    }
}
