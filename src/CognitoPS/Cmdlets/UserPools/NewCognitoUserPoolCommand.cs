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
/// <para>Only a name is needed; what is not given gets the service's default. -WhatIf -Verbose shows the request without sending it.
/// -LikeUserPoolId starts from the settings of another pool, attributes and MFA among them; users, clients, groups, domains and identity
/// providers stay behind.</para>
/// <para>What a user name is (-UsernameAttributes, -AliasAttributes, -UsernameConfiguration) is fixed from then on, and attributes can be
/// added but never changed or removed.</para>
/// <para>Operations: CreateUserPool, DescribeUserPool, GetUserPoolMfaConfig, SetUserPoolMfaConfig, AddCustomAttributes. Only the first
/// where -LikeUserPoolId is not given.</para>
/// </remarks>
/// <example>
/// A pool whose users sign in with their e-mail address, with an attribute of its own.
/// <code>New-CognitoUserPool -Name customers-test -UsernameAttributes email -AutoVerifiedAttributes email -Schema @{ Name = 'plan'; AttributeDataType = 'String'; Mutable = $true }</code>
/// </example>
/// <example>
/// A second pool with the settings of the first, but longer passwords.
/// <code>New-CognitoUserPool -Name customers-rehearsal -LikeUserPoolId eu-west-1_Customers -PasswordPolicy @{ MinimumLength = 16 }</code>
/// </example>
[Cmdlet(VerbsCommon.New, "CognitoUserPool", SupportsShouldProcess = true)]
[OutputType(typeof(UserPool))]
public sealed class NewCognitoUserPoolCommand : UserPoolSettingsCommand
{
    /// <summary>The pool's name: 1 to 128 letters, digits, spaces and any of + = , . @ -</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("Name")]
    public string PoolName { get; set; } = "";

    /// <summary>
    /// The attributes of the pool's own, and changes to standard ones, up to 50: @{ Name = 'plan'; AttributeDataType = 'String'; Mutable =
    /// $true; StringAttributeConstraints = @{ MaxLength = 20 } }. Custom names have up to 20 characters and get custom: put in front. An
    /// attribute named here without Mutable = $true, be it a standard one, keeps the value that a user is created with.
    /// </summary>
    [Parameter]
    [Settings(typeof(SchemaAttributeType[]))]
    public SchemaAttributeType[] Schema { get; set; } = [];

    /// <summary>Attributes that take the place of a user name: email, phone_number. Not together with -AliasAttributes.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(EnumCompleter<UsernameAttributeType>))]
    [Alias("UsernameAttribute")]
    public string[] UsernameAttributes { get; set; } = [];

    /// <summary>Attributes that a user can sign in with beside the user name: email, phone_number, preferred_username.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(EnumCompleter<AliasAttributeType>))]
    [Alias("AliasAttribute")]
    public string[] AliasAttributes { get; set; } = [];

    /// <summary>
    /// Whether letter case counts in user names and in the e-mail addresses that users sign in with, as @{ CaseSensitive = $false }.
    /// Default true: Max and max are two users.
    /// </summary>
    [Parameter]
    [Settings(typeof(UsernameConfigurationType))]
    public UsernameConfigurationType? UsernameConfiguration { get; set; }

    /// <summary>
    /// Starts from the settings of this pool (id, ARN or object); the parameters given beside it change them. The new pool is in its region
    /// unless -Region names another; Lambda triggers cannot go there with it (-Clear LambdaConfig).
    /// </summary>
    [Parameter]
    [UserPoolId]
    [ArgumentCompleter(typeof(UserPoolIdCompleter))]
    public string? LikeUserPoolId { get; set; }

    /// <summary>Settings not to be taken over from -LikeUserPoolId, by path, as LambdaConfig or UserPoolTags.team.</summary>
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
            throw BoundSettings.Contradiction("-UsernameAttributes replaces the user name, and -AliasAttributes adds to it.");
        foreach (SchemaAttributeType attribute in request.Schema ?? [])
            AttributeRules.CheckName(attribute.Name);
    }
}
