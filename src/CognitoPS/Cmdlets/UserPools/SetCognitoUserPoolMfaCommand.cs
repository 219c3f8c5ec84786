using System.Management.Automation;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Pipeline;
using CognitoPS.Resources;
using CognitoPS.Settings;
using CognitoPS.Updates;

namespace CognitoPS.Cmdlets.UserPools;

/// <summary>Changes by which second factors a user pool's users sign in: what is named changes, everything else stays.</summary>
/// <remarks>
/// <para>The service turns off every factor that a request leaves out. This cmdlet reads the configuration, merges what was named, shows
/// the difference under -WhatIf, -Confirm and -Verbose, and writes the whole.</para>
/// <para>With OFF the second factors go, because the service refuses them beside it; the difference shows it. Passkeys stay.</para>
/// <para>With ON, a user without a second factor cannot sign in before one is set up.</para>
/// <para>Operations: GetUserPoolMfaConfig, SetUserPoolMfaConfig, DescribeUserPool.</para>
/// </remarks>
/// <example>
/// Whoever wants may use an authenticator app.
/// <code>Set-CognitoUserPoolMfa -UserPoolId eu-west-1_Customers -MfaConfiguration OPTIONAL -SoftwareTokenMfaConfiguration @{ Enabled = $true }</code>
/// </example>
/// <example>
/// Passkeys for one's own domain, beside whatever there is.
/// <code>Set-CognitoUserPoolMfa -UserPoolId eu-west-1_Customers -WebAuthnConfiguration @{ RelyingPartyId = 'example.com'; UserVerification = 'preferred' } -PassThru</code>
/// </example>
[Cmdlet(VerbsCommon.Set, "CognitoUserPoolMfa", DefaultParameterSetName = Named, SupportsShouldProcess = true)]
[OutputType(typeof(UserPoolMfa))]
public sealed class SetCognitoUserPoolMfaCommand : SetCommand
{
    /// <summary>OFF, ON for everybody, OPTIONAL for who sets it up.</summary>
    [Parameter(Position = 1, ParameterSetName = Named)]
    [Parameter(Position = 0, ParameterSetName = Piped)]
    [ArgumentCompleter(typeof(EnumCompleter<UserPoolMfaType>))]
    public string? MfaConfiguration { get; set; }

    /// <summary>Codes of an authenticator app, as @{ Enabled = $true } or just $true.</summary>
    [Parameter]
    [Settings(typeof(SoftwareTokenMfaConfigType))]
    public SoftwareTokenMfaConfigType? SoftwareTokenMfaConfiguration { get; set; }

    /// <summary>
    /// Codes by text message, as @{ SmsAuthenticationMessage = 'Your code is {####}'; SmsConfiguration = @{ SnsCallerArn =
    /// 'arn:aws:iam::…'; ExternalId = '…' } }. The message has 6 to 140 characters.
    /// </summary>
    [Parameter]
    [Settings(typeof(SmsMfaConfigType))]
    public SmsMfaConfigType? SmsMfaConfiguration { get; set; }

    /// <summary>
    /// Codes by e-mail, as @{ Subject = 'Your code'; Message = 'Your code is {####}' }. Needs the plan ESSENTIALS, and e-mail sent through
    /// one's own account.
    /// </summary>
    [Parameter]
    [Settings(typeof(EmailMfaConfigType))]
    public EmailMfaConfigType? EmailMfaConfiguration { get; set; }

    /// <summary>
    /// Passkeys, as @{ RelyingPartyId = 'example.com'; UserVerification = 'required' }: the domain that passkeys are for, and whether the
    /// device asks who is there (required, preferred).
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
