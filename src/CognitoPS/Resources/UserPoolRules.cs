using System.Management.Automation;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Errors;
using CognitoPS.Settings;

namespace CognitoPS.Resources;

/// <summary>Which settings of a user pool go together.</summary>
internal static class UserPoolRules
{
    private static readonly string[] MailRegions = ["eu-west-1", "us-east-1", "us-west-2"];

    /// <summary>Refuses what the service refuses, as far as it can be known before anything is sent.</summary>
    /// <param name="request">The creation or the update, whole.</param>
    /// <param name="current">The pool as it is, whose own contradictions are not questioned; null for a new one.</param>
    /// <param name="region">The pool's region.</param>
    /// <exception cref="CognitoException">InvalidParameterException, as the service says it.</exception>
    public static void Check(object request, UserPoolType? current, string region)
    {
        UserPoolType pool = SettingTree.Project<UserPoolType>(request, []);
        string[] problems = [.. Problems(pool, region).Except(current is null ? [] : Problems(current, region))];
        if (problems.Length > 0)
        {
            throw new CognitoException(
                nameof(InvalidParameterException),
                ErrorCategory.InvalidArgument,
                $"Nothing was changed: {string.Join("; ", problems)}."
            );
        }
    }

    private static IEnumerable<string> Problems(UserPoolType pool, string region)
    {
        if (pool.Policies?.SignInPolicy?.AllowedFirstAuthFactors is { Count: > 0 } factors)
        {
            if (!factors.Contains(AuthFactorType.PASSWORD))
                yield return "AllowedFirstAuthFactors must include PASSWORD";
            if (pool.UserPoolTier == UserPoolTierType.LITE && factors.Exists(factor => factor != AuthFactorType.PASSWORD))
                yield return "the feature plan LITE allows only PASSWORD as a first factor";
            if (factors.Contains(AuthFactorType.SMS_OTP) && pool.SmsConfiguration is null)
                yield return "SMS_OTP as a first factor needs SmsConfiguration";
        }

        List<string> verified = pool.AutoVerifiedAttributes ?? [];
        string[] unverified = [.. (pool.UserAttributeUpdateSettings?.AttributesRequireVerificationBeforeUpdate ?? []).Except(verified)];
        if (unverified.Length > 0)
            yield return $"attributes to verify before an update must also be in AutoVerifiedAttributes: {string.Join(", ", unverified)}";
        if (verified.Contains("phone_number") && pool.SmsConfiguration is null)
            yield return "phone_number in AutoVerifiedAttributes needs SmsConfiguration";
        foreach (string problem in Recovery(pool.AccountRecoverySetting?.RecoveryMechanisms ?? []))
            yield return problem;
        foreach (string problem in Sending(pool.EmailConfiguration, pool.SmsConfiguration, region))
            yield return problem;
        if (
            pool.LambdaConfig is { KMSKeyID: null } triggers
            && (triggers.CustomEmailSender ?? (object?)triggers.CustomSMSSender) is not null
        )
            yield return "CustomEmailSender and CustomSMSSender need LambdaConfig.KMSKeyID";
        if (
            pool.UserPoolTier is { } tier
            && tier != UserPoolTierType.PLUS
            && pool.UserPoolAddOns?.AdvancedSecurityMode is { } mode
            && mode != AdvancedSecurityModeType.OFF
        )
            yield return $"threat protection needs the feature plan PLUS, but the pool has {tier}";
    }

    private static IEnumerable<string> Recovery(List<RecoveryOptionType> mechanisms)
    {
        if (mechanisms.Count > 1 && mechanisms.Exists(mechanism => mechanism.Name == RecoveryOptionNameType.Admin_only))
            yield return "the recovery mechanism admin_only must be the only one";
        if (
            mechanisms.GroupBy(mechanism => mechanism.Name?.Value).Any(same => same.Count() > 1)
            || mechanisms.GroupBy(mechanism => mechanism.Priority).Any(same => same.Count() > 1)
        )
            yield return "each recovery mechanism needs a unique name and priority";
    }

    private static IEnumerable<string> Sending(EmailConfigurationType? mail, SmsConfigurationType? sms, string region)
    {
        if (mail?.EmailSendingAccount == EmailSendingAccountType.DEVELOPER && mail.SourceArn is null)
            yield return "EmailSendingAccount DEVELOPER needs EmailConfiguration.SourceArn, the ARN of your Amazon SES identity";
        if (mail?.SourceArn?.Split(':') is [_, _, "ses", { Length: > 0 } mailRegion, ..] && !MailRegions.Contains(mailRegion))
            yield return $"EmailConfiguration.SourceArn must be in one of {string.Join(", ", MailRegions)}, but is in {mailRegion}";
        if (sms?.SnsRegion is { Length: > 0 } smsRegion && smsRegion != region)
            yield return $"SmsConfiguration.SnsRegion must be the Region of the pool, {region}, but is {smsRegion}";
    }
}
