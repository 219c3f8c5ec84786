using System.Management.Automation;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Pipeline;
using CognitoPS.Settings;

namespace CognitoPS.Cmdlets.UserPools;

/// <summary>The settings of a user pool that New- and Set-CognitoUserPool share.</summary>
public abstract class UserPoolSettingsCommand : ServiceCommand
{
    /// <summary>
    /// The password policy and the sign-in policy, such as @{ PasswordPolicy = @{ … }; SignInPolicy = @{ … } }. -PasswordPolicy and
    /// -SignInPolicy are shorter.
    /// </summary>
    [Parameter]
    [Settings(typeof(UserPoolPolicyType))]
    public UserPoolPolicyType? Policies { get; set; }

    /// <summary>
    /// The password policy, such as @{ MinimumLength = 14; RequireSymbols = $true; PasswordHistorySize = 5; TemporaryPasswordValidityDays =
    /// 3 }: minimum length 6-99; up to 24 previous passwords remembered; temporary passwords valid for up to 365 days. Default: 8
    /// characters with uppercase and lowercase letters, numbers and symbols; 7 days.
    /// </summary>
    [Parameter]
    [SettingPath("Policies.PasswordPolicy")]
    [Settings(typeof(PasswordPolicyType))]
    public PasswordPolicyType? PasswordPolicy { get; set; }

    /// <summary>
    /// The factors a sign-in can start with, such as @{ AllowedFirstAuthFactors = 'PASSWORD', 'EMAIL_OTP', 'WEB_AUTHN' }. PASSWORD is
    /// always included. Default: PASSWORD only.
    /// </summary>
    [Parameter]
    [SettingPath("Policies.SignInPolicy")]
    [Settings(typeof(SignInPolicyType))]
    public SignInPolicyType? SignInPolicy { get; set; }

    /// <summary>Deletion protection: ACTIVE prevents the user pool from being removed. Default: INACTIVE.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(EnumCompleter<DeletionProtectionType>))]
    public string? DeletionProtection { get; set; }

    /// <summary>
    /// The Lambda triggers by name, such as @{ PreSignUp = 'arn:aws:lambda:eu-west-1:…' }. Each function must be in the user pool's Region
    /// and allow the user pool to invoke it.
    /// </summary>
    [Parameter]
    [Settings(typeof(LambdaConfigType))]
    public LambdaConfigType? LambdaConfig { get; set; }

    /// <summary>The attributes that the service verifies with a code at sign-up: email, phone_number. Default: none.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(EnumCompleter<VerifiedAttributeType>))]
    [Alias("AutoVerifiedAttribute")]
    public string[] AutoVerifiedAttributes { get; set; } = [];

    /// <summary>
    /// The verification messages, and whether they contain a code or a link: @{ DefaultEmailOption = 'CONFIRM_WITH_CODE'; EmailSubject =
    /// '…'; EmailMessage = '… {####} …' }. An email message has up to 20,000 characters, an SMS message up to 140.
    /// </summary>
    [Parameter]
    [Settings(typeof(VerificationMessageTemplateType))]
    public VerificationMessageTemplateType? VerificationMessageTemplate { get; set; }

    /// <summary>The older setting for -VerificationMessageTemplate @{ SmsMessage = … }; the value is sent there.</summary>
    [Parameter]
    public string? SmsVerificationMessage { get; set; }

    /// <summary>The older setting for -VerificationMessageTemplate @{ EmailMessage = … }; the value is sent there.</summary>
    [Parameter]
    public string? EmailVerificationMessage { get; set; }

    /// <summary>The older setting for -VerificationMessageTemplate @{ EmailSubject = … }; the value is sent there.</summary>
    [Parameter]
    public string? EmailVerificationSubject { get; set; }

    /// <summary>The SMS message with an MFA code: 6 to 140 characters, with {####} in place of the code.</summary>
    [Parameter]
    public string? SmsAuthenticationMessage { get; set; }

    /// <summary>
    /// Multi-factor authentication: OFF (the default), ON (required for everyone) or OPTIONAL (only for users who set it up). Choose the
    /// MFA methods with Set-CognitoUserPoolMfa.
    /// </summary>
    [Parameter]
    [ArgumentCompleter(typeof(EnumCompleter<UserPoolMfaType>))]
    public string? MfaConfiguration { get; set; }

    /// <summary>
    /// The attributes that keep their old value until the new one is verified, such as @{ AttributesRequireVerificationBeforeUpdate =
    /// 'email' }. They must also be in -AutoVerifiedAttributes.
    /// </summary>
    [Parameter]
    [Settings(typeof(UserAttributeUpdateSettingsType))]
    public UserAttributeUpdateSettingsType? UserAttributeUpdateSettings { get; set; }

    /// <summary>
    /// Device tracking, such as @{ ChallengeRequiredOnNewDevice = $true; DeviceOnlyRememberedOnUserPrompt = $false }. Default: devices are
    /// not remembered.
    /// </summary>
    [Parameter]
    [Settings(typeof(DeviceConfigurationType))]
    public DeviceConfigurationType? DeviceConfiguration { get; set; }

    /// <summary>
    /// How email messages are sent, such as @{ EmailSendingAccount = 'DEVELOPER'; SourceArn = 'arn:aws:ses:…'; From = 'Example
    /// &lt;no-reply@example.com&gt;' }. Default: by Amazon Cognito itself, up to 50 messages a day.
    /// </summary>
    [Parameter]
    [Settings(typeof(EmailConfigurationType))]
    public EmailConfigurationType? EmailConfiguration { get; set; }

    /// <summary>
    /// How SMS messages are sent, such as @{ SnsCallerArn = 'arn:aws:iam::…:role/…'; ExternalId = '…'; SnsRegion = 'eu-west-1' }.
    /// </summary>
    [Parameter]
    [Settings(typeof(SmsConfigurationType))]
    public SmsConfigurationType? SmsConfiguration { get; set; }

    /// <summary>
    /// Tags to add or update, such as @{ team = 'identity' }; other tags are left unchanged. To remove tags, use Remove-CognitoTag.
    /// </summary>
    [Parameter]
    [Alias("UserPoolTag", "Tag")]
    [Settings(typeof(Dictionary<string, string>))]
    public Dictionary<string, string>? UserPoolTags { get; set; }

    /// <summary>
    /// Whether only administrators can create users, and the invitation message, such as @{ AllowAdminCreateUserOnly = $true;
    /// InviteMessageTemplate = @{ EmailSubject = '…'; EmailMessage = '… {username} … {####} …' } }. By default, users can also sign
    /// themselves up.
    /// </summary>
    [Parameter]
    [Settings(typeof(AdminCreateUserConfigType))]
    public AdminCreateUserConfigType? AdminCreateUserConfig { get; set; }

    /// <summary>
    /// Threat protection, such as @{ AdvancedSecurityMode = 'AUDIT' }: OFF, AUDIT or ENFORCED. Requires the PLUS feature plan.
    /// </summary>
    [Parameter]
    [Settings(typeof(UserPoolAddOnsType))]
    public UserPoolAddOnsType? UserPoolAddOns { get; set; }

    /// <summary>
    /// Dynamic client registration: whether clients can register themselves, and with which scopes, such as @{ EnableStatus = 'Enabled';
    /// OpenDcrEnabled = $false; AllowedScopes = 'openid' }.
    /// </summary>
    [Parameter]
    [Settings(typeof(DcrConfigurationType))]
    public DcrConfigurationType? DcrConfiguration { get; set; }

    /// <summary>
    /// The methods of account recovery for forgotten passwords, by priority: @{ RecoveryMechanisms = @{ Priority = 1; Name =
    /// 'verified_email' }, @{ Priority = 2; Name = 'verified_phone_number' } }.
    /// </summary>
    [Parameter]
    [Settings(typeof(AccountRecoverySettingType))]
    public AccountRecoverySettingType? AccountRecoverySetting { get; set; }

    /// <summary>The feature plan: LITE, ESSENTIALS or PLUS. Default: ESSENTIALS.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(EnumCompleter<UserPoolTierType>))]
    public string? UserPoolTier { get; set; }

    /// <summary>
    /// The key that encrypts the user pool's data, such as @{ KeyType = 'CUSTOMER_MANAGED_KEY'; KmsKeyArn = 'arn:aws:kms:…' }. Default: a
    /// key that AWS owns.
    /// </summary>
    [Parameter]
    [Settings(typeof(KeyConfigurationType))]
    public KeyConfigurationType? KeyConfiguration { get; set; }

    /// <summary>The format of the issuer in the user pool's tokens: ORIGINAL or UPDATED. Default: ORIGINAL.</summary>
    [Parameter]
    [Settings(typeof(IssuerConfigurationType))]
    public IssuerConfigurationType? IssuerConfiguration { get; set; }

    /// <summary>
    /// Authentication context classes by level, each with the value that tokens carry, such as @{ level = 'value' }. Other classes of the
    /// user pool are left unchanged.
    /// </summary>
    [Parameter]
    [Settings(typeof(Dictionary<string, AcrLevelConfigType>))]
    public Dictionary<string, AcrLevelConfigType>? AcrConfiguration { get; set; }
}
