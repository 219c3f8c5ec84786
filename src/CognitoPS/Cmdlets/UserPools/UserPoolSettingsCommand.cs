using System.Management.Automation;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Pipeline;
using CognitoPS.Settings;

namespace CognitoPS.Cmdlets.UserPools;

/// <summary>The settings of a user pool, which New- and Set-CognitoUserPool share.</summary>
public abstract class UserPoolSettingsCommand : ServiceCommand
{
    /// <summary>
    /// The password policy and the sign-in policy, as @{ PasswordPolicy = @{ … }; SignInPolicy = @{ … } }. -PasswordPolicy and
    /// -SignInPolicy are shorter.
    /// </summary>
    [Parameter]
    [Settings(typeof(UserPoolPolicyType))]
    public UserPoolPolicyType? Policies { get; set; }

    /// <summary>
    /// What passwords must be like, as @{ MinimumLength = 14; RequireSymbols = $true; PasswordHistorySize = 5;
    /// TemporaryPasswordValidityDays = 3 }: a length of 6 to 99, at most 24 passwords remembered.
    /// </summary>
    [Parameter]
    [SettingPath("Policies.PasswordPolicy")]
    [Settings(typeof(PasswordPolicyType))]
    public PasswordPolicyType? PasswordPolicy { get; set; }

    /// <summary>
    /// With what a sign-in may begin, as @{ AllowedFirstAuthFactors = 'PASSWORD', 'EMAIL_OTP', 'WEB_AUTHN' }. PASSWORD is always among
    /// them.
    /// </summary>
    [Parameter]
    [SettingPath("Policies.SignInPolicy")]
    [Settings(typeof(SignInPolicyType))]
    public SignInPolicyType? SignInPolicy { get; set; }

    /// <summary>ACTIVE: the pool cannot be removed. Default INACTIVE.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(EnumCompleter<DeletionProtectionType>))]
    public string? DeletionProtection { get; set; }

    /// <summary>
    /// The Lambda triggers by name, as @{ PreSignUp = 'arn:aws:lambda:eu-west-1:…' }. Each function must be in the pool's region, and must
    /// permit the pool to call it.
    /// </summary>
    [Parameter]
    [Settings(typeof(LambdaConfigType))]
    public LambdaConfigType? LambdaConfig { get; set; }

    /// <summary>Attributes that the service verifies by a code at sign-up: email, phone_number.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(EnumCompleter<VerifiedAttributeType>))]
    [Alias("AutoVerifiedAttribute")]
    public string[] AutoVerifiedAttributes { get; set; } = [];

    /// <summary>
    /// The texts of verification messages, and whether they carry a code or a link: @{ DefaultEmailOption = 'CONFIRM_WITH_CODE';
    /// EmailSubject = '…'; EmailMessage = '… {####} …' }. An e-mail has up to 20,000 characters, a text message up to 140.
    /// </summary>
    [Parameter]
    [Settings(typeof(VerificationMessageTemplateType))]
    public VerificationMessageTemplateType? VerificationMessageTemplate { get; set; }

    /// <summary>The older name of -VerificationMessageTemplate @{ SmsMessage = … }, where it goes.</summary>
    [Parameter]
    public string? SmsVerificationMessage { get; set; }

    /// <summary>The older name of -VerificationMessageTemplate @{ EmailMessage = … }, where it goes.</summary>
    [Parameter]
    public string? EmailVerificationMessage { get; set; }

    /// <summary>The older name of -VerificationMessageTemplate @{ EmailSubject = … }, where it goes.</summary>
    [Parameter]
    public string? EmailVerificationSubject { get; set; }

    /// <summary>The text message with an MFA code: 6 to 140 characters, with {####} where the code goes.</summary>
    [Parameter]
    public string? SmsAuthenticationMessage { get; set; }

    /// <summary>
    /// Multi-factor authentication: OFF (the default), ON for everybody, OPTIONAL for who sets it up. Set-CognitoUserPoolMfa says by which
    /// means.
    /// </summary>
    [Parameter]
    [ArgumentCompleter(typeof(EnumCompleter<UserPoolMfaType>))]
    public string? MfaConfiguration { get; set; }

    /// <summary>
    /// Attributes whose new value counts only once it is verified, as @{ AttributesRequireVerificationBeforeUpdate = 'email' }.
    /// </summary>
    [Parameter]
    [Settings(typeof(UserAttributeUpdateSettingsType))]
    public UserAttributeUpdateSettingsType? UserAttributeUpdateSettings { get; set; }

    /// <summary>
    /// Whether devices are remembered, as @{ ChallengeRequiredOnNewDevice = $true; DeviceOnlyRememberedOnUserPrompt = $false }. Not set:
    /// they are not.
    /// </summary>
    [Parameter]
    [Settings(typeof(DeviceConfigurationType))]
    public DeviceConfigurationType? DeviceConfiguration { get; set; }

    /// <summary>
    /// How e-mail is sent, as @{ EmailSendingAccount = 'DEVELOPER'; SourceArn = 'arn:aws:ses:…'; From = 'Example
    /// &lt;no-reply@example.com&gt;' }. Default: by the service itself, up to 50 messages a day.
    /// </summary>
    [Parameter]
    [Settings(typeof(EmailConfigurationType))]
    public EmailConfigurationType? EmailConfiguration { get; set; }

    /// <summary>
    /// How text messages are sent, as @{ SnsCallerArn = 'arn:aws:iam::…:role/…'; ExternalId = '…'; SnsRegion = 'eu-west-1' }.
    /// </summary>
    [Parameter]
    [Settings(typeof(SmsConfigurationType))]
    public SmsConfigurationType? SmsConfiguration { get; set; }

    /// <summary>Tags of the pool, as @{ team = 'identity' }; others that it has stay. Remove-CognitoTag removes some.</summary>
    [Parameter]
    [Alias("UserPoolTag", "Tag")]
    [Settings(typeof(Dictionary<string, string>))]
    public Dictionary<string, string>? UserPoolTags { get; set; }

    /// <summary>
    /// Who may create users, and the invitation they get, as @{ AllowAdminCreateUserOnly = $true; InviteMessageTemplate = @{ EmailSubject =
    /// '…'; EmailMessage = '… {username} … {####} …' } }.
    /// </summary>
    [Parameter]
    [Settings(typeof(AdminCreateUserConfigType))]
    public AdminCreateUserConfigType? AdminCreateUserConfig { get; set; }

    /// <summary>Threat protection, as @{ AdvancedSecurityMode = 'AUDIT' }: OFF, AUDIT or ENFORCED. Needs the plan PLUS.</summary>
    [Parameter]
    [Settings(typeof(UserPoolAddOnsType))]
    public UserPoolAddOnsType? UserPoolAddOns { get; set; }

    /// <summary>
    /// Whether clients may register themselves, and with what: @{ EnableStatus = 'Enabled'; OpenDcrEnabled = $false; AllowedScopes =
    /// 'openid' }.
    /// </summary>
    [Parameter]
    [Settings(typeof(DcrConfigurationType))]
    public DcrConfigurationType? DcrConfiguration { get; set; }

    /// <summary>
    /// How a user who forgot the password gets back in, in order: @{ RecoveryMechanisms = @{ Priority = 1; Name = 'verified_email' }, @{
    /// Priority = 2; Name = 'verified_phone_number' } }.
    /// </summary>
    [Parameter]
    [Settings(typeof(AccountRecoverySettingType))]
    public AccountRecoverySettingType? AccountRecoverySetting { get; set; }

    /// <summary>The feature plan: LITE, ESSENTIALS (the default) or PLUS.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(EnumCompleter<UserPoolTierType>))]
    public string? UserPoolTier { get; set; }

    /// <summary>
    /// The key that encrypts the pool's data, as @{ KeyType = 'CUSTOMER_MANAGED_KEY'; KmsKeyArn = 'arn:aws:kms:…' }. Default: one that the
    /// service owns.
    /// </summary>
    [Parameter]
    [Settings(typeof(KeyConfigurationType))]
    public KeyConfigurationType? KeyConfiguration { get; set; }

    /// <summary>The form of the issuer in the pool's tokens: ORIGINAL (the default) or UPDATED.</summary>
    [Parameter]
    [Settings(typeof(IssuerConfigurationType))]
    public IssuerConfigurationType? IssuerConfiguration { get; set; }

    /// <summary>
    /// Authentication context classes by level, each with the value that tokens carry: @{ level = 'value' }; others that the pool has stay.
    /// </summary>
    [Parameter]
    [Settings(typeof(Dictionary<string, AcrLevelConfigType>))]
    public Dictionary<string, AcrLevelConfigType>? AcrConfiguration { get; set; }
}
