using System.Management.Automation;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Pipeline;
using CognitoPS.Resources;
using CognitoPS.Settings;
using CognitoPS.Updates;

namespace CognitoPS.Cmdlets.UserPools;

/// <summary>Updates a user pool's multi-factor authentication (MFA) configuration. Settings you don't specify are left unchanged.</summary>
/// <remarks>
/// <para>The service turns off any MFA method omitted from a request. So this cmdlet reads the configuration, merges in your changes and
/// writes the complete configuration back. It shows the difference with -WhatIf, -Confirm and -Verbose.</para>
/// <para>OFF removes the settings of all MFA methods, because the service doesn't accept them together with OFF; the difference shows it.
/// Passkeys stay.</para>
/// <para>With ON, users without an MFA method can't sign in until they set one up.</para>
/// <para>Operations: GetUserPoolMfaConfig, SetUserPoolMfaConfig, DescribeUserPool.</para>
/// </remarks>
/// <example>
/// Make authenticator-app MFA optional.
/// <code>Set-CognitoUserPoolMfa -UserPoolId eu-west-1_Customers -MfaConfiguration OPTIONAL -SoftwareTokenMfaConfiguration @{ Enabled = $true }</code>
/// </example>
/// <example>
/// Enable passkeys for your own domain, keeping the existing MFA methods.
/// <code>Set-CognitoUserPoolMfa -UserPoolId eu-west-1_Customers -WebAuthnConfiguration @{ RelyingPartyId = 'example.com'; UserVerification = 'preferred' } -PassThru</code>
/// </example>
/// <parameter name="Clear">Paths of settings to reset to the service default, such as EmailMfaConfiguration or
/// WebAuthnConfiguration.</parameter>
[Cmdlet(VerbsCommon.Set, "CognitoUserPoolMfa", DefaultParameterSetName = Named, SupportsShouldProcess = true)]
[OutputType(typeof(UserPoolMfa))]
public sealed class SetCognitoUserPoolMfaCommand : SetCommand
{
    /// <summary>OFF, ON (required for everyone) or OPTIONAL (only for users who set it up).</summary>
    [Parameter(Position = 1, ParameterSetName = Named)]
    [Parameter(Position = 0, ParameterSetName = Piped)]
    [ArgumentCompleter(typeof(EnumCompleter<UserPoolMfaType>))]
    public string? MfaConfiguration { get; set; }

    /// <summary>Authenticator-app codes (TOTP): @{ Enabled = $true } or just $true.</summary>
    [Parameter]
    [Settings(typeof(SoftwareTokenMfaConfigType))]
    public SoftwareTokenMfaConfigType? SoftwareTokenMfaConfiguration { get; set; }

    /// <summary>
    /// SMS message codes, such as @{ SmsAuthenticationMessage = 'Your code is {####}'; SmsConfiguration = @{ SnsCallerArn =
    /// 'arn:aws:iam::…'; ExternalId = '…' } }. The message has 6 to 140 characters.
    /// </summary>
    [Parameter]
    [Settings(typeof(SmsMfaConfigType))]
    public SmsMfaConfigType? SmsMfaConfiguration { get; set; }

    /// <summary>
    /// Email message codes, such as @{ Subject = 'Your code'; Message = 'Your code is {####}' }. Requires the ESSENTIALS or PLUS feature
    /// plan, and email sent through your own Amazon SES configuration (EmailSendingAccount DEVELOPER).
    /// </summary>
    [Parameter]
    [Settings(typeof(EmailMfaConfigType))]
    public EmailMfaConfigType? EmailMfaConfiguration { get; set; }

    /// <summary>
    /// Passkeys, such as @{ RelyingPartyId = 'example.com'; UserVerification = 'required' }: the domain that passkeys belong to, and
    /// whether the device verifies the user (required or preferred).
    /// </summary>
    [Parameter]
    [Settings(typeof(WebAuthnConfigurationType))]
    public WebAuthnConfigurationType? WebAuthnConfiguration { get; set; }

    private protected override Task ProcessAsync()
    {
        (string id, string region, var client) = (UserPoolId, PoolRegion, Client);
        bool namesFactor = (SoftwareTokenMfaConfiguration, SmsMfaConfiguration, EmailMfaConfiguration) is not (null, null, null);
        UserPoolType? pool = null;
        return UpdateAsync(
            new Update<GetUserPoolMfaConfigResponse, SetUserPoolMfaConfigRequest>
            {
                Target = _ => $"MFA of {Target.UserPool(pool?.Name, id)}",
                Read = async token =>
                {
                    pool ??= (await client.DescribeUserPoolAsync(new() { UserPoolId = id }, token)).UserPool;
                    return await client.GetUserPoolMfaConfigAsync(new() { UserPoolId = id }, token);
                },
                Identify = request => request.UserPoolId = id,
                Adjust = (unchanged, request) =>
                {
                    if (!namesFactor)
                        MfaRules.DropFactorsWhenOff(unchanged, request);
                },
                Check = (_, request) => MfaRules.Check(request, namesFactor, pool),
                Write = async (request, token) =>
                {
                    await client.SetUserPoolMfaConfigAsync(request, token);
                    return null;
                },
                Output = mfa => new UserPoolMfa(mfa, id, region),
            }
        );
    }
}
