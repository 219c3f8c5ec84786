using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;

namespace CognitoPS.Audit;

internal static partial class AuditRules
{
    private const string ModeMember = "UserPoolAddOns.AdvancedSecurityMode";
    private const string CustomModeMember = "UserPoolAddOns.AdvancedSecurityAdditionalFlows.CustomAuthMode";

    private static readonly string[] CredentialEvents = ["SIGN_IN", "PASSWORD_CHANGE", "SIGN_UP"];

    private static IEnumerable<Rule> ThreatProtectionRules() =>
        [
            new Rule<UserPoolType>(Subjects.Pool)
            {
                Id = "threat-protection-off",
                Title = "Threat protection is on",
                Severity = Severity.Medium,
                Why = "Nobody notices leaked passwords and sign-ins from unusual places. It needs the plan PLUS, which costs more.",
                References = ["Security Hub Cognito.1", "prowler cognito_user_pool_advanced_security_enabled"],
                Problem = one => Unless(HasThreatProtection(one.Item), ModeMember, one.Item.UserPoolAddOns?.AdvancedSecurityMode),
                Remedy = EnforceThreatProtection,
            },
            new Rule<UserPoolType>(Subjects.Pool)
            {
                Id = "threat-protection-audit-only",
                Title = "Threat protection acts, and does not only watch",
                Severity = Severity.Medium,
                Why = "In audit mode a risky sign-in is written down and let through.",
                References = ["Security Hub Cognito.1", "prowler cognito_user_pool_advanced_security_enabled"],
                Applies = one => HasThreatProtection(one.Item),
                Problem = one =>
                    Unless(
                        one.Item.UserPoolAddOns.AdvancedSecurityMode == AdvancedSecurityModeType.ENFORCED,
                        ModeMember,
                        one.Item.UserPoolAddOns.AdvancedSecurityMode
                    ),
                Remedy = EnforceThreatProtection,
            },
            new Rule<UserPoolType>(Subjects.Pool)
            {
                Id = "threat-protection-custom",
                Title = "Threat protection covers custom authentication",
                Severity = Severity.Medium,
                Why = "Sign-ins by custom challenges pass by the protection of the others. It has a mode of its own.",
                References = ["Security Hub Cognito.4"],
                Applies = one => one.Item.LambdaConfig?.DefineAuthChallenge is not null,
                Problem = one =>
                    Unless(CustomMode(one.Item) == AdvancedSecurityEnabledModeType.ENFORCED, CustomModeMember, CustomMode(one.Item)),
                Remedy = one =>
                    ChangePool(
                        one,
                        ("UserPoolTier", "PLUS"),
                        (
                            "UserPoolAddOns",
                            new Table(
                                ("AdvancedSecurityMode", "ENFORCED"),
                                ("AdvancedSecurityAdditionalFlows", new Table(("CustomAuthMode", "ENFORCED")))
                            )
                        )
                    ),
            },
            new Rule<RiskConfigurationType>(Subjects.Risk)
            {
                Id = "compromised-credentials",
                Title = "Passwords that are known to have leaked are refused",
                Severity = Severity.High,
                Why = "Lists of leaked passwords are the first thing that is tried on any sign-in page.",
                References = ["prowler cognito_user_pool_blocks_compromised_credentials_sign_in_attempts"],
                Applies = one => HasThreatProtection(one.Pool),
                Problem = CredentialsProblem,
                Remedy = one =>
                    ChangeRisk(
                        one,
                        (
                            "CompromisedCredentialsRiskConfiguration",
                            new Table(("Actions", new Table(("EventAction", "BLOCK"))), ("EventFilter", CredentialEvents))
                        )
                    ),
            },
            Takeover("high", Severity.High, "BLOCK", actions => actions?.HighAction),
            Takeover("medium", Severity.Medium, "MFA_REQUIRED", actions => actions?.MediumAction),
            Takeover("low", Severity.Low, "MFA_IF_CONFIGURED", actions => actions?.LowAction),
        ];

    private static Rule<RiskConfigurationType> Takeover(
        string level,
        Severity severity,
        string action,
        Func<AccountTakeoverActionsType?, AccountTakeoverActionType?> choose
    )
    {
        string member = $"{char.ToUpperInvariant(level[0])}{level.Substring(1)}Action";
        return new(Subjects.Risk)
        {
            Id = $"account-takeover-{level}",
            Title = $"Something is done about sign-ins at {level} risk",
            Severity = severity,
            Why = "Without an action the risk is measured, and the sign-in goes on as if there were none.",
            References = ["prowler cognito_user_pool_blocks_potential_malicious_sign_in_attempts"],
            Applies = one => HasThreatProtection(one.Pool),
            Problem = one =>
                choose(one.Item.AccountTakeoverRiskConfiguration?.Actions)?.EventAction is var found
                && (found is null || found == AccountTakeoverEventActionType.NO_ACTION)
                    ? Found($"AccountTakeoverRiskConfiguration.Actions.{member}.EventAction", found)
                    : null,
            Remedy = one =>
                ChangeRisk(
                    one,
                    (
                        "AccountTakeoverRiskConfiguration",
                        new Table(("Actions", new Table((member, new Table(("EventAction", action), ("Notify", false))))))
                    )
                ),
        };
    }

    private static Evidence? CredentialsProblem(Case<RiskConfigurationType> one)
    {
        const string Member = "CompromisedCredentialsRiskConfiguration.";
        CompromisedCredentialsRiskConfigurationType? risk = one.Item.CompromisedCredentialsRiskConfiguration;
        if (risk?.Actions?.EventAction != CompromisedCredentialsEventActionType.BLOCK)
            return Found(Member + "Actions.EventAction", risk?.Actions?.EventAction);
        return risk.EventFilter is { Count: > 0 } events && CredentialEvents.Except(events).Any()
            ? Found(Member + "EventFilter", events)
            : null;
    }

    private static AdvancedSecurityEnabledModeType? CustomMode(UserPoolType pool) =>
        pool.UserPoolAddOns?.AdvancedSecurityAdditionalFlows?.CustomAuthMode;

    private static bool HasThreatProtection(UserPoolType pool) =>
        pool.UserPoolAddOns?.AdvancedSecurityMode is { } mode && mode != AdvancedSecurityModeType.OFF;

    private static Remedy EnforceThreatProtection(Case<UserPoolType> one) =>
        ChangePool(one, ("UserPoolTier", "PLUS"), ("UserPoolAddOns", new Table(("AdvancedSecurityMode", "ENFORCED"))));

    private static Remedy ChangeRisk(Case<RiskConfigurationType> one, params (string, object)[] parameters) =>
        new("Set-CognitoRiskConfiguration", [("UserPoolId", one.Picture.UserPoolId), .. parameters]);
}
