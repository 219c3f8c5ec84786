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

/// <summary>Updates a user pool. Settings you don't specify are left unchanged.</summary>
/// <remarks>
/// <para>The service resets most settings that are omitted from an update. It keeps only the password policy, the sign-in policy,
/// MfaConfiguration, UserAttributeUpdateSettings and UserPoolTier. So this cmdlet reads the user pool, merges in your changes and writes
/// the complete configuration back. It shows the difference with -WhatIf, -Confirm and -Verbose. If someone else changes the user pool in
/// the meantime, their change is kept and a warning is shown. Another warning lists changes that the service did not apply.</para>
/// <para>-Clear and -Replace also reset settings that the service would keep, by sending their defaults. Add custom attributes with
/// Add-CognitoUserPoolAttribute, choose MFA methods with Set-CognitoUserPoolMfa, and update domains with Set-CognitoUserPoolDomain.</para>
/// <para>Operations: DescribeUserPool, UpdateUserPool.</para>
/// </remarks>
/// <example>
/// Preview a longer minimum password length without changing anything.
/// <code>Set-CognitoUserPool -UserPoolId eu-west-1_Customers -PasswordPolicy @{ MinimumLength = 14 } -WhatIf</code>
/// </example>
/// <example>
/// Turn on deletion protection for every production pool.
/// <code>Get-CognitoUserPool *-prod | Set-CognitoUserPool -DeletionProtection ACTIVE</code>
/// </example>
[Cmdlet(VerbsCommon.Set, "CognitoUserPool", SupportsShouldProcess = true)]
[OutputType(typeof(UserPool))]
public sealed class SetCognitoUserPoolCommand : UserPoolSettingsCommand
{
    /// <summary>The user pool: its ID (eu-west-1_AbCdEf123), its ARN, or an object from Get-CognitoUserPool.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [UserPoolId]
    [ArgumentCompleter(typeof(UserPoolIdCompleter))]
    public string UserPoolId { get; set; } = "";

    /// <summary>The user pool's new name, 1 to 128 characters.</summary>
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

    /// <summary>Adds factors that a sign-in can start with: EMAIL_OTP, SMS_OTP, WEB_AUTHN.</summary>
    [Parameter]
    [ListEdit("Policies.SignInPolicy.AllowedFirstAuthFactors", adds: true)]
    [ArgumentCompleter(typeof(EnumCompleter<AuthFactorType>))]
    public string[] AddAllowedFirstAuthFactor { get; set; } = [];

    /// <summary>Removes factors that a sign-in can start with.</summary>
    [Parameter]
    [ListEdit("Policies.SignInPolicy.AllowedFirstAuthFactors", adds: false)]
    [ArgumentCompleter(typeof(EnumCompleter<AuthFactorType>))]
    public string[] RemoveAllowedFirstAuthFactor { get; set; } = [];

    /// <summary>Adds attributes that keep their old value until the new one is verified.</summary>
    [Parameter]
    [ListEdit("UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate", adds: true)]
    [ArgumentCompleter(typeof(EnumCompleter<VerifiedAttributeType>))]
    public string[] AddAttributeRequiringVerification { get; set; } = [];

    /// <summary>Removes attributes from those that keep their old value until the new one is verified.</summary>
    [Parameter]
    [ListEdit("UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate", adds: false)]
    [ArgumentCompleter(typeof(EnumCompleter<VerifiedAttributeType>))]
    public string[] RemoveAttributeRequiringVerification { get; set; } = [];

    /// <summary>
    /// Paths of settings to reset to the service default, such as Policies.PasswordPolicy.MinimumLength, LambdaConfig.PreSignUp or
    /// UserPoolTags.team.
    /// </summary>
    [Parameter]
    [ArgumentCompleter(typeof(ClearPathCompleter))]
    public string[] Clear { get; set; } = [];

    /// <summary>
    /// Sends only the settings you specify, and resets all others except the feature plan to the service default. Nothing is read first,
    /// except with -WhatIf or -Confirm, which show what would be reset.
    /// </summary>
    [Parameter]
    public SwitchParameter Replace { get; set; }

    /// <summary>The piped object; -PassThru returns it with its new settings.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>Returns the updated user pool.</summary>
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
