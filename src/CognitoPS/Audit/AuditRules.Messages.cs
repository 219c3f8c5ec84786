using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;

namespace CognitoPS.Audit;

internal static partial class AuditRules
{
    /// <summary>A pool with more users than this sends more than 50 e-mails on a bad day.</summary>
    private const int ManyUsers = 500;

    private static IEnumerable<Rule> MessageRules() =>
        [
            new Rule<UserPoolType>(Subjects.Pool)
            {
                Id = "email-default-sender",
                Title = "A pool with many users sends e-mail through your own account",
                Severity = Severity.Medium,
                Why = "The service's own sender stops at 50 e-mails a day: after that nobody can sign up or recover a password.",
                Manual =
                    "It takes a verified identity in Amazon SES: Set-CognitoUserPool -EmailConfiguration @{ "
                    + "EmailSendingAccount = 'DEVELOPER'; SourceArn = '…' }.",
                Applies = one => one.Item.EstimatedNumberOfUsers > ManyUsers,
                Problem = one =>
                    Unless(
                        one.Item.EmailConfiguration?.EmailSendingAccount == EmailSendingAccountType.DEVELOPER
                            || one.Item.LambdaConfig?.CustomEmailSender is not null,
                        "EmailConfiguration.EmailSendingAccount",
                        one.Item.EmailConfiguration?.EmailSendingAccount
                    ),
            },
            new Rule<UserPoolType>(Subjects.Pool)
            {
                Id = "email-failing",
                Title = "The pool can send e-mail",
                Severity = Severity.High,
                Why = "Codes and invitations do not arrive.",
                Manual = "What is wrong lies in Amazon SES or in the role that it may be used by.",
                Problem = one =>
                    Unless(
                        one.Item.EmailConfigurationFailure is not { Length: > 0 },
                        "EmailConfigurationFailure",
                        one.Item.EmailConfigurationFailure
                    ),
            },
            new Rule<UserPoolType>(Subjects.Pool)
            {
                Id = "sms-external-id",
                Title = "The role for text messages has an external id",
                Severity = Severity.Medium,
                Why = "Without one, other accounts' pools might be told to send text messages by your role, at your cost.",
                Manual =
                    "The role's trust policy must ask for the same id: change both, with Set-CognitoUserPool "
                    + "-SmsConfiguration @{ ExternalId = '…' }.",
                Applies = one => one.Item.SmsConfiguration?.SnsCallerArn is not null,
                Problem = one => Unless(one.Item.SmsConfiguration.ExternalId is { Length: > 0 }, "SmsConfiguration.ExternalId", null),
            },
            new Rule<UserPoolType>(Subjects.Pool)
            {
                Id = "sms-failing",
                Title = "The pool can send text messages to everybody",
                Severity = Severity.High,
                Why = "Codes do not arrive. SNSSandbox says that they go to numbers only that were verified by hand.",
                Manual = "What is wrong lies in Amazon SNS or in the role: leave the sandbox, raise the spending limit, or mend the role.",
                Applies = one => one.Item.SmsConfiguration is not null,
                Problem = one =>
                    Unless(
                        one.Item.SmsConfigurationFailure is not { Length: > 0 },
                        "SmsConfigurationFailure",
                        one.Item.SmsConfigurationFailure
                    ),
            },
        ];
}
