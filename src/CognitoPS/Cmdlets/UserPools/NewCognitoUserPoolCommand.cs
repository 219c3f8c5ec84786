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

/// <summary>Creates a user pool.</summary>
/// <remarks>
/// <para>Only the name is required. Settings you don't specify get the service default. Use -WhatIf -Verbose to see the request without
/// sending it. -LikeUserPoolId starts from the settings of another user pool, including attributes and MFA. Users, app clients, groups,
/// domains and identity providers are not copied.</para>
/// <para>You can't change the sign-in options (-UsernameAttributes, -AliasAttributes, -UsernameConfiguration) later. You can add attributes
/// later, but never change or remove them.</para>
/// <para>Operations: CreateUserPool, DescribeUserPool, GetUserPoolMfaConfig, SetUserPoolMfaConfig, AddCustomAttributes. Without
/// -LikeUserPoolId, only the first one runs.</para>
/// </remarks>
/// <example>
/// Create a user pool where users sign in with their email address, with one custom attribute.
/// <code>New-CognitoUserPool -Name customers-test -UsernameAttributes email -AutoVerifiedAttributes email -Schema @{ Name = 'plan'; AttributeDataType = 'String'; Mutable = $true }</code>
/// </example>
/// <example>
/// Create a second user pool with the settings of the first, but require longer passwords.
/// <code>New-CognitoUserPool -Name customers-rehearsal -LikeUserPoolId eu-west-1_Customers -PasswordPolicy @{ MinimumLength = 16 }</code>
/// </example>
[Cmdlet(VerbsCommon.New, "CognitoUserPool", SupportsShouldProcess = true)]
[OutputType(typeof(UserPool))]
public sealed class NewCognitoUserPoolCommand : UserPoolSettingsCommand
{
    /// <summary>The user pool's name: 1 to 128 letters, digits, spaces and any of + = , . @ -</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("Name")]
    public string PoolName { get; set; } = "";

    /// <summary>
    /// The schema: custom attributes, and changes to standard ones, up to 50: @{ Name = 'plan'; AttributeDataType = 'String'; Mutable =
    /// $true; StringAttributeConstraints = @{ MaxLength = 20 } }. Custom names have up to 20 characters and get the prefix custom:. Without
    /// Mutable = $true, an attribute listed here, even a standard one, can't be changed after the user is created.
    /// </summary>
    [Parameter]
    [Settings(typeof(SchemaAttributeType[]))]
    public SchemaAttributeType[] Schema { get; set; } = [];

    /// <summary>
    /// The attributes that users sign in with instead of a username: email, phone_number. You can't combine it with -AliasAttributes.
    /// </summary>
    [Parameter]
    [ArgumentCompleter(typeof(EnumCompleter<UsernameAttributeType>))]
    [Alias("UsernameAttribute")]
    public string[] UsernameAttributes { get; set; } = [];

    /// <summary>The attributes that users can sign in with in addition to the username: email, phone_number, preferred_username.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(EnumCompleter<AliasAttributeType>))]
    [Alias("AliasAttribute")]
    public string[] AliasAttributes { get; set; } = [];

    /// <summary>
    /// Whether usernames and the email addresses that users sign in with are case-sensitive, such as @{ CaseSensitive = $false }. Default:
    /// true, so Max and max are two users.
    /// </summary>
    [Parameter]
    [Settings(typeof(UsernameConfigurationType))]
    public UsernameConfigurationType? UsernameConfiguration { get; set; }

    /// <summary>
    /// Starts from the settings of this user pool (an ID, ARN or object); other parameters override them. The new user pool is created in
    /// the same Region unless you specify -Region. Lambda triggers can't be copied to another Region; use -Clear LambdaConfig.
    /// </summary>
    [Parameter]
    [UserPoolId]
    [ArgumentCompleter(typeof(UserPoolIdCompleter))]
    public string? LikeUserPoolId { get; set; }

    /// <summary>Paths of settings not to copy from -LikeUserPoolId, such as LambdaConfig or UserPoolTags.team.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(SettingPathCompleter<CreateUserPoolRequest>))]
    public string[] Clear { get; set; } = [];

    private protected override object? CurrentTarget => PoolName;

    private protected override async Task ProcessAsync()
    {
        string region = Region ?? RegionFor(LikeUserPoolId);
        PoolTemplate? template = LikeUserPoolId is null
            ? null
            : await PoolTemplate.ReadAsync(ClientIn(Regions.OfPool(LikeUserPoolId) ?? region), LikeUserPoolId, StopToken);
        CreateUserPoolRequest request = template?.ToRequest() ?? new CreateUserPoolRequest();
        UpdateRules.UserPool.Normalize(request);
        object like = SettingTree.Copy(request)!;
        Bound.Apply(request);
        foreach (string path in Clear)
            UpdateRules.UserPool.Clear(request, path);
        UpdateRules.UserPool.Resolve(like, request);
        Check(request, region);
        PoolTemplate.Remainder? remainder = template?.TakeRemainder(request);
        if (
            !ShouldCreate(
                $"user pool '{PoolName}' in "
                    + $"{region}{(template is null ? "" : $", based on {Target.UserPool(template.Pool.Name, LikeUserPoolId!)}")}",
                request,
                remainder is null ? [] : [remainder.Mfa]
            )
        )
            return;
        IAmazonCognitoIdentityProvider client = ClientIn(region);
        UserPoolType created = (await client.CreateUserPoolAsync(request, StopToken)).UserPool;
        if (remainder is not null)
            created = await remainder.ApplyAsync(client, created.Id, StopToken);
        WriteObject(new UserPool(created, region));
    }

    private void Check(CreateUserPoolRequest request, string region)
    {
        LambdaTriggers.Check(request.LambdaConfig, null, region);
        UserPoolRules.Check(request, null, region);
        if (request.UsernameAttributes is { Count: > 0 } && request.AliasAttributes is { Count: > 0 })
            throw BoundSettings.Contradiction("-UsernameAttributes replaces the username, and -AliasAttributes adds to it.");
        foreach (SchemaAttributeType attribute in request.Schema ?? [])
            AttributeRules.CheckName(attribute.Name);
    }
}
