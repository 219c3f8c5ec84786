using System.Text.Json;
using CognitoPS.LocalServer.Errors;
using CognitoPS.LocalServer.Json;

namespace CognitoPS.LocalServer.Operations;

/// <summary>What the settings of a pool ask of each other, and of the pool's region and tier.</summary>
internal static class UserPoolRules
{
    private static readonly string[] CustomSenders = ["CustomSMSSender", "CustomEmailSender"];

    internal static void Check(JsonElement settings, JsonElement mfa, string region)
    {
        TagOperations.Check(JsonSettings.Of(settings.GetProperty("UserPoolTags")));
        MessagingRules.CheckEmail(settings.Find("EmailConfiguration"));
        MessagingRules.CheckSms(settings.Find("SmsConfiguration"), region);
        CheckTier(settings);
        CheckTriggers(settings, region);
        CheckVerification(settings);
        CheckRecovery(settings);
        CheckFactors(settings, mfa);
    }

    /// <summary>What stands in a request under an older and a newer name.</summary>
    internal static void CheckPairs(JsonElement request, (string Old, string New)[] messages)
    {
        if (
            request.Find("AdminCreateUserConfig", "UnusedAccountValidityDays") is not null
            && request.Find("Policies", "PasswordPolicy", "TemporaryPasswordValidityDays") is not null
        )
            throw ServiceException.Invalid(
                "Please use TemporaryPasswordValidityDays in PasswordPolicy instead of UnusedAccountValidityDays"
            );
        foreach ((string old, string @new) in messages)
        {
            if (request.Text(old) is { } text && request.Text("VerificationMessageTemplate", @new) is { } message && text != message)
                throw ServiceException.Invalid($"{old} and VerificationMessageTemplate.{@new} must be the same.");
        }
    }

    private static void CheckTier(JsonElement settings)
    {
        string tier = settings.Text("UserPoolTier")!;
        List<string> features = [];
        if (tier == "LITE" && FirstFactors(settings).Any(factor => factor != "PASSWORD"))
            features.Add("Passwordless Sign-In");
        if (tier == "LITE" && settings.Text("LambdaConfig", "PreTokenGenerationConfig", "LambdaVersion") is { } version and not "V1_0")
            features.Add($"Token Customization with Pre-Token Generation Lambda {version}");
        if (tier != "PLUS" && settings.Text("UserPoolAddOns", "AdvancedSecurityMode") is "AUDIT" or "ENFORCED")
            features.Add("Threat Protection");
        if (features.Count > 0)
            throw new ServiceException(
                "FeatureUnavailableInTierException",
                $"The following features need to be disabled for the {tier} pricing tier configured: {string.Join(", ", features)}"
            );
    }

    private static void CheckTriggers(JsonElement settings, string region)
    {
        JsonElement triggers = settings.GetProperty("LambdaConfig");
        if (
            triggers.Text("PreTokenGeneration") is { } older
            && triggers.Text("PreTokenGenerationConfig", "LambdaArn") is { } newer
            && older != newer
        )
            throw ServiceException.Invalid(
                "Cannot use PreTokenGenerationLambda and PreTokenGeneration with different Lambda function ARN's"
            );
        if (triggers.Find("KMSKeyID") is null && Array.Exists(CustomSenders, sender => triggers.Find(sender) is not null))
            throw ServiceException.Invalid("KMSKeyId parameter is required when Custom SMS/Email Lambda trigger is used.");
        foreach (JsonProperty trigger in triggers.EnumerateObject())
        {
            string? function =
                trigger.Value.ValueKind == JsonValueKind.String ? trigger.Value.GetString() : trigger.Value.Text("LambdaArn");
            if (function?.Split(':') is [_, _, "lambda", string place, ..] && place != region)
                throw ServiceException.Invalid("Cross-region lambda functions are not supported");
        }
    }

    private static void CheckVerification(JsonElement settings)
    {
        string[] verified = settings.Strings("AutoVerifiedAttributes");
        if (settings.Strings("UserAttributeUpdateSettings", "AttributesRequireVerificationBeforeUpdate").Except(verified).Any())
            throw ServiceException.Invalid(
                "All attributes in AttributesRequireVerificationBeforeUpdate must exist in AutoVerifiedAttributes"
            );
        if (verified.Contains("phone_number") && settings.Find("SmsConfiguration") is null)
            throw ServiceException.Invalid("SMS configuration is required when phone_number is selected for auto verification");
    }

    private static void CheckRecovery(JsonElement settings)
    {
        JsonElement[] mechanisms = [.. settings.Items("AccountRecoverySetting", "RecoveryMechanisms")];
        if (
            mechanisms.Select(mechanism => mechanism.Text("Name")).Distinct().Count() < mechanisms.Length
            || mechanisms.Select(mechanism => mechanism.Find("Priority")?.GetInt32()).Distinct().Count() < mechanisms.Length
        )
            throw ServiceException.Invalid("Account Recovery Setting cannot have duplicate priorities or recovery mechanisms.");
        if (mechanisms.Length > 1 && Array.Exists(mechanisms, mechanism => mechanism.Text("Name") == "admin_only"))
            throw ServiceException.Invalid("Account Recovery Setting cannot use admin_only setting with any other recovery mechanisms.");
    }

    private static void CheckFactors(JsonElement settings, JsonElement mfa)
    {
        string[] first = FirstFactors(settings);
        string mode = settings.Text("MfaConfiguration")!;
        bool hasSms = settings.Find("SmsConfiguration") is not null;
        if (!first.Contains("PASSWORD"))
            throw ServiceException.Invalid("Password should be configured as one of the allowed first auth factors.");
        if (first.Contains("SMS_OTP") && !hasSms)
            throw ServiceException.Invalid("SMS_OTP can not be configured as AuthFactor as user pool is missing valid SMS configuration");
        if (mode != "OFF" && !hasSms && !PoolMfaOperations.HasFactor(mfa))
            throw ServiceException.Invalid(
                "SMS configuration and Auto verification for phone_number are required when MFA is required/optional"
            );
        if (mode == "ON" && first.Contains("WEB_AUTHN") && !PoolMfaOperations.IsPasskeyEnough(mfa))
            throw ServiceException.Invalid("WEB_AUTHN cannot be used as an auth factor when MFA is enabled if not configured for MFA.");
        if (mode == "ON")
            CheckNoCodes(first);
    }

    /// <summary>Throws where a code is a first factor, which cannot be while MFA is required.</summary>
    internal static void CheckNoCodes(string[] firstFactors)
    {
        if (firstFactors.Contains("EMAIL_OTP") || firstFactors.Contains("SMS_OTP"))
            throw ServiceException.Invalid(
                "Only PASSWORD and WEB_AUTHN (if configured) can be enabled as an auth factor if MFA is enabled"
            );
    }

    internal static string[] FirstFactors(JsonElement settings) => settings.Strings("Policies", "SignInPolicy", "AllowedFirstAuthFactors");
}
