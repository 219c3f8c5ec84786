using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Output;

namespace CognitoPS;

/// <summary>A user pool with all of its settings.</summary>
[TableView(
    "Name:24",
    "UserPoolId:24",
    "EstimatedNumberOfUsers:9:Users",
    "MfaConfiguration:8:MFA",
    "UserPoolTier:10:Tier",
    "DeletionProtection"
)]
public sealed class UserPool
{
    internal UserPool(UserPoolType source, string region)
    {
        UserPoolId = source.Id;
        Name = source.Name;
        Region = region;
        Arn = source.Arn;
        Status = source.Status?.Value;
        EstimatedNumberOfUsers = source.EstimatedNumberOfUsers;
        UserPoolTier = source.UserPoolTier?.Value;
        DeletionProtection = source.DeletionProtection?.Value;
        Domain = source.Domain;
        CustomDomain = source.CustomDomain;
        Created = Timestamp.Of(source.CreationDate);
        Modified = Timestamp.Of(source.LastModifiedDate);
        SchemaAttributes = SettingObject.List(source.SchemaAttributes);
        UsernameAttributes = Readable.List(source.UsernameAttributes);
        AliasAttributes = Readable.List(source.AliasAttributes);
        UsernameConfiguration = SettingObject.Of(source.UsernameConfiguration);
        AutoVerifiedAttributes = Readable.List(source.AutoVerifiedAttributes);
        Policies = SettingObject.Of(source.Policies);
        MfaConfiguration = source.MfaConfiguration?.Value;
        AdminCreateUserConfig = SettingObject.Of(source.AdminCreateUserConfig);
        AccountRecoverySetting = SettingObject.Of(source.AccountRecoverySetting);
        LambdaConfig = SettingObject.Of(source.LambdaConfig);
        UserPoolAddOns = SettingObject.Of(source.UserPoolAddOns);
        DeviceConfiguration = SettingObject.Of(source.DeviceConfiguration);
        UserAttributeUpdateSettings = SettingObject.Of(source.UserAttributeUpdateSettings);
        EmailConfiguration = SettingObject.Of(source.EmailConfiguration);
        EmailConfigurationFailure = source.EmailConfigurationFailure;
        SmsConfiguration = SettingObject.Of(source.SmsConfiguration);
        SmsConfigurationFailure = source.SmsConfigurationFailure;
        VerificationMessageTemplate = SettingObject.Of(source.VerificationMessageTemplate);
        EmailVerificationMessage = source.EmailVerificationMessage;
        EmailVerificationSubject = source.EmailVerificationSubject;
        SmsVerificationMessage = source.SmsVerificationMessage;
        SmsAuthenticationMessage = source.SmsAuthenticationMessage;
        DcrConfiguration = SettingObject.Of(source.DcrConfiguration);
        KeyConfiguration = SettingObject.Of(source.KeyConfiguration);
        IssuerConfiguration = SettingObject.Of(source.IssuerConfiguration);
        AcrConfiguration = Readable.Table(SettingObject.Map(source.AcrConfiguration));
        UserPoolTags = Readable.Table(source.UserPoolTags);
    }

    /// <summary>The pool's ID.</summary>
    public string UserPoolId { get; }

    /// <summary>The pool's name.</summary>
    public string Name { get; }

    /// <summary>The pool's Region.</summary>
    public string Region { get; }

    /// <summary>The pool's ARN.</summary>
    public string Arn { get; }

    /// <summary>No longer used by the service.</summary>
    public string? Status { get; }

    /// <summary>The approximate number of users.</summary>
    public int? EstimatedNumberOfUsers { get; }

    /// <summary>The feature plan: LITE, ESSENTIALS or PLUS.</summary>
    public string? UserPoolTier { get; }

    /// <summary>Deletion protection: ACTIVE prevents the user pool from being removed.</summary>
    public string? DeletionProtection { get; }

    /// <summary>The prefix of the Cognito domain.</summary>
    public string? Domain { get; }

    /// <summary>The custom domain.</summary>
    public string? CustomDomain { get; }

    /// <summary>When the pool was created, in local time.</summary>
    public Timestamp? Created { get; }

    /// <summary>When the pool was last changed, in local time.</summary>
    public Timestamp? Modified { get; }

    /// <summary>The schema: all attributes that a user can have.</summary>
    public IReadOnlyList<SettingObject> SchemaAttributes { get; }

    /// <summary>
    /// The attributes that users sign in with instead of a username: email, phone_number. You can't change them after creation.
    /// </summary>
    public IReadOnlyList<string> UsernameAttributes { get; }

    /// <summary>The attributes that users can sign in with in addition to the username. You can't change them after creation.</summary>
    public IReadOnlyList<string> AliasAttributes { get; }

    /// <summary>Whether usernames are case-sensitive. You can't change this after creation.</summary>
    public SettingObject? UsernameConfiguration { get; }

    /// <summary>The attributes that the service verifies with a code at sign-up.</summary>
    public IReadOnlyList<string> AutoVerifiedAttributes { get; }

    /// <summary>The password policy and the sign-in policy.</summary>
    public SettingObject? Policies { get; }

    /// <summary>Multi-factor authentication: OFF, ON (required for everyone) or OPTIONAL (only for users who set it up).</summary>
    public string? MfaConfiguration { get; }

    /// <summary>Whether only administrators can create users, and the invitation message.</summary>
    public SettingObject? AdminCreateUserConfig { get; }

    /// <summary>The methods of account recovery for forgotten passwords.</summary>
    public SettingObject? AccountRecoverySetting { get; }

    /// <summary>The Lambda triggers.</summary>
    public SettingObject? LambdaConfig { get; }

    /// <summary>Threat protection.</summary>
    public SettingObject? UserPoolAddOns { get; }

    /// <summary>Device tracking.</summary>
    public SettingObject? DeviceConfiguration { get; }

    /// <summary>The attributes that keep their old value until the new one is verified.</summary>
    public SettingObject? UserAttributeUpdateSettings { get; }

    /// <summary>How email messages are sent.</summary>
    public SettingObject? EmailConfiguration { get; }

    /// <summary>The reason why email messages can't be sent, if any.</summary>
    public string? EmailConfigurationFailure { get; }

    /// <summary>How SMS messages are sent.</summary>
    public SettingObject? SmsConfiguration { get; }

    /// <summary>The reason why SMS messages can't be sent, if any.</summary>
    public string? SmsConfigurationFailure { get; }

    /// <summary>The verification messages.</summary>
    public SettingObject? VerificationMessageTemplate { get; }

    /// <summary>The older form of the email in VerificationMessageTemplate.</summary>
    public string? EmailVerificationMessage { get; }

    /// <summary>The older form of the subject in VerificationMessageTemplate.</summary>
    public string? EmailVerificationSubject { get; }

    /// <summary>The older form of the SMS message in VerificationMessageTemplate.</summary>
    public string? SmsVerificationMessage { get; }

    /// <summary>The SMS message with an MFA code.</summary>
    public string? SmsAuthenticationMessage { get; }

    /// <summary>Dynamic client registration.</summary>
    public SettingObject? DcrConfiguration { get; }

    /// <summary>The key that encrypts the user pool's data.</summary>
    public SettingObject? KeyConfiguration { get; }

    /// <summary>The issuer configuration of the user pool's tokens.</summary>
    public SettingObject? IssuerConfiguration { get; }

    /// <summary>Authentication context classes, by name.</summary>
    public IReadOnlyDictionary<string, SettingObject> AcrConfiguration { get; }

    /// <summary>The pool's tags.</summary>
    public IReadOnlyDictionary<string, string> UserPoolTags { get; }

    /// <inheritdoc/>
    public override string ToString() => UserPoolId;
}
