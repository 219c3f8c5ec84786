using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;

namespace CognitoPS.Audit;

internal static partial class AuditRules
{
    private static IEnumerable<Rule> DomainRules() =>
        [
            new Rule<DomainDescriptionType>(Subjects.Domain)
            {
                Id = "domain-login-version",
                Title = "The sign-in pages are managed login, not the classic hosted UI",
                Severity = Severity.Low,
                Why = "The classic pages get no new features: no passkeys, no passwordless sign-in, no branding beyond a logo and CSS.",
                Applies = one => !IsTier(one.Pool, UserPoolTierType.LITE),
                Problem = one => Unless(one.Item.ManagedLoginVersion is >= 2, "ManagedLoginVersion", one.Item.ManagedLoginVersion ?? 1),
                Remedy = one => ChangeDomain(one, ("ManagedLoginVersion", 2)),
            },
            new Rule<DomainDescriptionType>(Subjects.Domain)
            {
                Id = "domain-tls-policy",
                Title = "A custom domain refuses outdated TLS",
                Severity = Severity.Medium,
                Why = "TLS 1.0 and 1.1 are broken, and no auditor lets them pass.",
                Applies = one => IsCustom(one.Item),
                Problem = one =>
                    Unless(
                        one.Item.CustomDomainConfig.SecurityPolicy is not { } policy || policy != SecurityPolicyType.TLS_V1,
                        "CustomDomainConfig.SecurityPolicy",
                        one.Item.CustomDomainConfig.SecurityPolicy
                    ),
                Remedy = one => ChangeDomain(one, ("SecurityPolicy", SecurityPolicyType.TLS_V1_2_2021.Value)),
            },
            new Rule<DomainDescriptionType>(Subjects.Domain)
            {
                Id = "domain-certificate",
                Title = "The certificate of a custom domain is valid",
                Severity = Severity.Info,
                Why = "When it has expired the sign-in pages show a warning instead of a form.",
                NotVisible =
                    "The certificate is in AWS Certificate Manager, in us-east-1: aws acm describe-certificate --region us-east-1.",
                Applies = one => IsCustom(one.Item),
                Problem = one => Found("CustomDomainConfig.CertificateArn", one.Item.CustomDomainConfig.CertificateArn),
            },
        ];

    private static bool IsCustom(DomainDescriptionType domain) => domain.CustomDomainConfig?.CertificateArn is not null;

    private static Remedy ChangeDomain(Case<DomainDescriptionType> one, params (string, object)[] parameters) =>
        new("Set-CognitoUserPoolDomain", [("UserPoolId", one.Picture.UserPoolId), ("Domain", one.Item.Domain), .. parameters]);
}
