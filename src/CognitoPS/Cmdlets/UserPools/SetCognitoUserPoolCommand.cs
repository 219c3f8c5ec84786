using System.Management.Automation;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Connection;
using CognitoPS.Pipeline;
using CognitoPS.Resources;
using CognitoPS.Settings;
using CognitoPS.Updates;

namespace CognitoPS.Cmdlets.UserPools;

/// <summary>Changes a user pool: what is named changes, everything else stays.</summary>
/// <remarks>
/// <para>The service resets most settings that an update leaves out; it keeps the password policy, the sign-in policy, MfaConfiguration,
/// UserAttributeUpdateSettings and UserPoolTier. This cmdlet reads the pool, merges what you name, shows the difference under -WhatIf,
/// -Confirm and -Verbose, and writes the whole. -Clear and -Replace send the default of what the service would keep. When somebody else
/// changed the pool in between, their change is kept and a warning says so. What the service did not do as announced is a warning
/// too.</para>
/// <para>Attributes are added with Add-CognitoUserPoolAttribute, the means of MFA are set with Set-CognitoUserPoolMfa, domains with
/// Set-CognitoUserPoolDomain.</para>
/// <para>Operations: DescribeUserPool, UpdateUserPool.</para>
/// </remarks>
/// <example>
/// Longer passwords: shows what would change, and changes nothing.
/// <code>Set-CognitoUserPool -UserPoolId eu-west-1_Customers -PasswordPolicy @{ MinimumLength = 14 } -WhatIf</code>
/// </example>
/// <example>
/// Protects every production pool from being removed.
/// <code>Get-CognitoUserPool *-prod | Set-CognitoUserPool -DeletionProtection ACTIVE</code>
/// </example>
[Cmdlet(VerbsCommon.Set, "CognitoUserPool", SupportsShouldProcess = true)]
[OutputType(typeof(UserPool))]
public sealed class SetCognitoUserPoolCommand : UserPoolSettingsCommand
{
    /// <summary>The user pool: its id (eu-west-1_AbCdEf123), its ARN, or an object of Get-CognitoUserPool.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [UserPoolId]
    [ArgumentCompleter(typeof(UserPoolIdCompleter))]
    public string UserPoolId { get; set; } = "";

    /// <summary>The pool's new name: 1 to 128 characters.</summary>
    [Parameter]
    public string? PoolName { get; set; }

    /// <summary>Adds attributes to -AutoVerifiedAttributes.</summary>
    [Parameter]
    [ListEdit("AutoVerifiedAttributes", adds: true)]
    [ArgumentCompleter(typeof(EnumCompleter<VerifiedAttributeType>))]
    public string[] AddAutoVerifiedAttribute { get; set; } = [];

    /// <summary>Removes attributes from -AutoVerifiedAttributes.</summary>
    [Parameter]
    [ListEdit("AutoVerifiedAttributes", adds: false)]
    [ArgumentCompleter(typeof(EnumCompleter<VerifiedAttributeType>))]
    public string[] RemoveAutoVerifiedAttribute { get; set; } = [];

    /// <summary>Adds to what a sign-in may begin with: EMAIL_OTP, SMS_OTP, WEB_AUTHN.</summary>
    [Parameter]
    [ListEdit("Policies.SignInPolicy.AllowedFirstAuthFactors", adds: true)]
    [ArgumentCompleter(typeof(EnumCompleter<AuthFactorType>))]
    public string[] AddAllowedFirstAuthFactor { get; set; } = [];

    /// <summary>Removes from what a sign-in may begin with.</summary>
    [Parameter]
    [ListEdit("Policies.SignInPolicy.AllowedFirstAuthFactors", adds: false)]
    [ArgumentCompleter(typeof(EnumCompleter<AuthFactorType>))]
    public string[] RemoveAllowedFirstAuthFactor { get; set; } = [];

    /// <summary>Adds attributes whose new value counts only once it is verified.</summary>
    [Parameter]
    [ListEdit("UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate", adds: true)]
    [ArgumentCompleter(typeof(EnumCompleter<VerifiedAttributeType>))]
    public string[] AddAttributeRequiringVerification { get; set; } = [];

    /// <summary>Removes attributes from those whose new value counts only once it is verified.</summary>
    [Parameter]
    [ListEdit("UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate", adds: false)]
    [ArgumentCompleter(typeof(EnumCompleter<VerifiedAttributeType>))]
    public string[] RemoveAttributeRequiringVerification { get; set; } = [];

    /// <summary>
    /// Settings to take back to the service's default, by path, as Policies.PasswordPolicy.MinimumLength, LambdaConfig.PreSignUp or
    /// UserPoolTags.team.
    /// </summary>
    [Parameter]
    [ArgumentCompleter(typeof(ClearPathCompleter))]
    public string[] Clear { get; set; } = [];

    /// <summary>
    /// Sends only what you give, and takes everything else but the feature plan back to its default. Nothing is read first, but for -WhatIf
    /// and -Confirm, which show what would be reset.
    /// </summary>
    [Parameter]
    public SwitchParameter Replace { get; set; }

    /// <summary>What was piped: -PassThru writes it renewed.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>Writes the changed pool.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override object? CurrentTarget => UserPoolId;

    private protected override async Task ProcessAsync()
    {
        (string pool, string region) = (UserPoolId, RegionFor(UserPoolId));
        var client = ClientIn(region);
        var update = new Update<UserPoolType, UpdateUserPoolRequest>
        {
            Target = found => Target.UserPool(found?.Name, pool),
            Read = async token => (await client.DescribeUserPoolAsync(new() { UserPoolId = pool }, token)).UserPool,
            Identify = request => request.UserPoolId = pool,
            Write = async (request, token) =>
            {
                await client.UpdateUserPoolAsync(request, token);
                return null;
            },
            Output = found => new UserPool(found, region),
            Rules = UpdateRules.UserPool,
            Check = (found, request) =>
            {
                LambdaTriggers.Check(request.LambdaConfig, found?.LambdaConfig, region);
                UserPoolRules.Check(request, found, region);
            },
        };
        if (await PlanAsync(update, Clear, Replace, PassThru) is { } apply)
            WriteResult(await apply(StopToken));
    }
}
