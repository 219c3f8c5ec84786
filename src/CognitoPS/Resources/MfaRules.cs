using System.Management.Automation;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Errors;

namespace CognitoPS.Resources;

/// <summary>What holds between a pool's MFA, its factors and what a sign-in may begin with.</summary>
internal static class MfaRules
{
    /// <summary>
    /// Takes the second factors out where MFA is off: the service refuses them beside OFF, whatever they say. Passkeys are no second factor
    /// and stay.
    /// </summary>
    /// <param name="unchanged">The configuration as it is: what it shows beside OFF is none of its own.</param>
    /// <param name="request">The configuration as it shall be.</param>
    public static void DropFactorsWhenOff(SetUserPoolMfaConfigRequest unchanged, SetUserPoolMfaConfigRequest request)
    {
        if (!IsOff(request))
            return;
        DropFactors(request);
        if (IsOff(unchanged))
            DropFactors(unchanged);
    }

    /// <summary>Refuses what the service refuses, as far as it can be known before anything is sent.</summary>
    /// <param name="request">The whole configuration as it shall be.</param>
    /// <param name="namesFactor">Whether a second factor was asked for.</param>
    /// <param name="pool">The pool; null where it is not known yet.</param>
    /// <exception cref="CognitoException">InvalidParameterException, as the service says it.</exception>
    public static void Check(SetUserPoolMfaConfigRequest request, bool namesFactor, UserPoolType? pool)
    {
        if (IsOff(request))
        {
            if (namesFactor)
                throw Refused("MFA is OFF, so you cannot set up MFA methods.", "Add -MfaConfiguration OPTIONAL or ON.");
            return;
        }

        if (request is { SmsMfaConfiguration: null, SoftwareTokenMfaConfiguration: null, EmailMfaConfiguration: null })
        {
            throw Refused(
                $"MFA is {request.MfaConfiguration}, but no MFA method is set up.",
                "Add one: -SoftwareTokenMfaConfiguration @{ Enabled = $true }, -SmsMfaConfiguration or -EmailMfaConfiguration."
            );
        }

        if (request.EmailMfaConfiguration is not null && pool is { EmailConfiguration.EmailSendingAccount: not null })
        {
            if (pool.EmailConfiguration.EmailSendingAccount != EmailSendingAccountType.DEVELOPER)
            {
                throw Refused(
                    "Email MFA needs a pool that sends email with your own Amazon SES identity.",
                    "First run Set-CognitoUserPool -EmailConfiguration @{ EmailSendingAccount = 'DEVELOPER'; SourceArn = 'arn:aws:ses:…' }."
                );
            }
        }

        List<string> first = pool?.Policies?.SignInPolicy?.AllowedFirstAuthFactors ?? [];
        if (request.MfaConfiguration != UserPoolMfaType.ON)
            return;
        if (first.Contains("EMAIL_OTP") || first.Contains("SMS_OTP"))
        {
            throw Refused(
                "With MFA ON, a sign-in can start only with PASSWORD or WEB_AUTHN, but the pool allows one-time codes.",
                "First run Set-CognitoUserPool -RemoveAllowedFirstAuthFactor EMAIL_OTP, SMS_OTP. Otherwise, use OPTIONAL."
            );
        }

        if (
            first.Contains("WEB_AUTHN")
            && request.WebAuthnConfiguration?.FactorConfiguration?.Value != "MULTI_FACTOR_WITH_USER_VERIFICATION"
        )
        {
            throw Refused(
                "With MFA ON, a passkey as the first factor must count as both factors.",
                "Add -WebAuthnConfiguration @{ FactorConfiguration = 'MULTI_FACTOR_WITH_USER_VERIFICATION' }."
            );
        }
    }

    private static void DropFactors(SetUserPoolMfaConfigRequest request) =>
        (request.SmsMfaConfiguration, request.SoftwareTokenMfaConfiguration, request.EmailMfaConfiguration) = (null, null, null);

    private static bool IsOff(SetUserPoolMfaConfigRequest request) =>
        request.MfaConfiguration is null || request.MfaConfiguration == UserPoolMfaType.OFF;

    private static CognitoException Refused(string message, string advice) =>
        new(nameof(InvalidParameterException), ErrorCategory.InvalidArgument, $"Nothing was changed: {message}", advice);
}
