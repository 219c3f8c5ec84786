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

    /// <summary>The pool's id.</summary>
    public string UserPoolId { get; }

    /// <summary>The pool's name.</summary>
    public string Name { get; }

    /// <summary>The pool's region.</summary>
    public string Region { get; }

    /// <summary>The pool's ARN.</summary>
    public string Arn { get; }

    /// <summary>Not used by the service any more.</summary>
    public string? Status { get; }

    /// <summary>About how many users the pool has.</summary>
    public int? EstimatedNumberOfUsers { get; }

    /// <summary>The feature plan: LITE, ESSENTIALS or PLUS.</summary>
    public string? UserPoolTier { get; }

    /// <summary>ACTIVE: the pool cannot be removed.</summary>
    public string? DeletionProtection { get; }

    /// <summary>The prefix of the pool's domain.</summary>
    public string? Domain { get; }

    /// <summary>The pool's custom domain.</summary>
    public string? CustomDomain { get; }

    /// <summary>When the pool was created, in local time.</summary>
    public Timestamp? Created { get; }

    /// <summary>When the pool was last changed, in local time.</summary>
    public Timestamp? Modified { get; }

    /// <summary>All attributes that a user can have.</summary>
    public IReadOnlyList<SettingObject> SchemaAttributes { get; }

    /// <summary>Attributes that take the place of a user name: email, phone_number. Fixed at creation.</summary>
    public IReadOnlyList<string> UsernameAttributes { get; }

    /// <summary>Attributes that a user can sign in with beside the user name. Fixed at creation.</summary>
    public IReadOnlyList<string> AliasAttributes { get; }

    /// <summary>Whether letter case counts in user names. Fixed at creation.</summary>
    public SettingObject? UsernameConfiguration { get; }

    /// <summary>Attributes that the service verifies by a code at sign-up.</summary>
    public IReadOnlyList<string> AutoVerifiedAttributes { get; }

    /// <summary>Password and sign-in policies.</summary>
    public SettingObject? Policies { get; }

    /// <summary>OFF, ON or OPTIONAL.</summary>
    public string? MfaConfiguration { get; }

    /// <summary>Who may create users, and the invitation they get.</summary>
    public SettingObject? AdminCreateUserConfig { get; }

    /// <summary>How a user who forgot the password gets back in.</summary>
    public SettingObject? AccountRecoverySetting { get; }

    /// <summary>The Lambda triggers.</summary>
    public SettingObject? LambdaConfig { get; }

    /// <summary>Threat protection.</summary>
    public SettingObject? UserPoolAddOns { get; }

    /// <summary>Whether devices are remembered.</summary>
    public SettingObject? DeviceConfiguration { get; }

    /// <summary>Attributes that must be verified before a change of them takes effect.</summary>
    public SettingObject? UserAttributeUpdateSettings { get; }

    /// <summary>How e-mail is sent.</summary>
    public SettingObject? EmailConfiguration { get; }

    /// <summary>Why e-mail cannot be sent, if so.</summary>
    public string? EmailConfigurationFailure { get; }

    /// <summary>How text messages are sent.</summary>
    public SettingObject? SmsConfiguration { get; }

    /// <summary>Why text messages cannot be sent, if so.</summary>
    public string? SmsConfigurationFailure { get; }

    /// <summary>The messages that verify an address.</summary>
    public SettingObject? VerificationMessageTemplate { get; }

    /// <summary>The older form of the e-mail in VerificationMessageTemplate.</summary>
    public string? EmailVerificationMessage { get; }

    /// <summary>The older form of the subject in VerificationMessageTemplate.</summary>
    public string? EmailVerificationSubject { get; }

    /// <summary>The older form of the text message in VerificationMessageTemplate.</summary>
    public string? SmsVerificationMessage { get; }

    /// <summary>The text message with an MFA code.</summary>
    public string? SmsAuthenticationMessage { get; }

    /// <summary>Whether clients may register themselves.</summary>
    public SettingObject? DcrConfiguration { get; }

    /// <summary>The key that encrypts the pool's data.</summary>
    public SettingObject? KeyConfiguration { get; }

    /// <summary>The issuer of the pool's tokens.</summary>
    public SettingObject? IssuerConfiguration { get; }

    /// <summary>Authentication context classes, by name.</summary>
    public IReadOnlyDictionary<string, SettingObject> AcrConfiguration { get; }

    /// <summary>The pool's tags.</summary>
    public IReadOnlyDictionary<string, string> UserPoolTags { get; }

    /// <inheritdoc/>
    public override string ToString() => UserPoolId;
}
