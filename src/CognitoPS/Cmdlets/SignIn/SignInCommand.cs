using System.Collections;
using System.Management.Automation;
using System.Security;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Errors;
using CognitoPS.Pipeline;
using CognitoPS.Secrets;
using CognitoPS.Settings;
using CognitoPS.SignIn;
using CognitoPS.Users;

namespace CognitoPS.Cmdlets.SignIn;

/// <summary>A step of a sign-in: the answers that challenges can require.</summary>
public abstract class SignInCommand : ServiceCommand
{
    /// <summary>The password to set if the service asks for a new one, as a SecureString or as text.</summary>
    [Parameter]
    [SecretText]
    public SecureString? NewPassword { get; set; }

    /// <summary>
    /// The attributes that a first sign-in must set, such as @{ name = 'Anna' }. RequiredAttributes of the session lists them.
    /// </summary>
    [Parameter]
    [HashtableOrObject]
    public IDictionary? Attribute { get; set; }

    /// <summary>
    /// The authenticator app's secret in Base32, as a SecureString or as text, which the cmdlet computes codes from. For an app that a
    /// sign-in set up, it is SoftwareTokenSecret of the session.
    /// </summary>
    [Parameter]
    [SecretText]
    public SecureString? TotpSecret { get; set; }

    /// <summary>The code that was sent or that the authenticator app shows. It is used for one challenge.</summary>
    [Parameter]
    [SecretText]
    public SecureString? Code { get; set; }

    /// <summary>The MFA method to use or set up: SMS_MFA, SOFTWARE_TOKEN_MFA or EMAIL_OTP.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(MfaChoiceCompleter))]
    public string? MfaChoice { get; set; }

    /// <summary>The factor that a USER_AUTH sign-in starts with: PASSWORD, PASSWORD_SRP, EMAIL_OTP, SMS_OTP or WEB_AUTHN.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(FirstFactorCompleter))]
    public string? FirstFactor { get; set; }

    /// <summary>The answer to a custom challenge, as a SecureString or as text. It is used for one challenge.</summary>
    [Parameter]
    [SecretText]
    public SecureString? CustomAnswer { get; set; }

    /// <summary>The passkey's response: the JSON that the browser's navigator.credentials.get() returned.</summary>
    [Parameter]
    public string? WebAuthnCredential { get; set; }

    /// <summary>The email address for MFA codes, if email MFA must be set up.</summary>
    [Parameter]
    public string? Email { get; set; }

    /// <summary>Sets up an authenticator app if MFA must be set up. The session then contains its secret in SoftwareTokenSecret.</summary>
    [Parameter]
    public SwitchParameter EnrollSoftwareToken { get; set; }

    /// <summary>
    /// The key of the device to sign in from, as contained in an earlier session. Requires -DeviceGroupKey and -DevicePassword.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? DeviceKey { get; set; }

    /// <summary>The group key of the device, as contained in an earlier session.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? DeviceGroupKey { get; set; }

    /// <summary>The password of the device, as contained in an earlier session.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SecretText]
    public SecureString? DevicePassword { get; set; }

    /// <summary>A name for a new device or a new authenticator app.</summary>
    [Parameter]
    public string? DeviceName { get; set; }

    /// <summary>
    /// Leaves a new device unconfirmed. The user pool may then reject its refresh token; use Confirm-CognitoUserDevice to confirm it later.
    /// </summary>
    [Parameter]
    public SwitchParameter SkipDeviceConfirmation { get; set; }

    /// <summary>The raw answer to a challenge that this module doesn't know, such as @{ ANSWER = '42' }.</summary>
    [Parameter]
    [HashtableOrObject]
    public IDictionary? ChallengeResponse { get; set; }

    /// <summary>Data passed to the pool's Lambda triggers, such as @{ source = 'script' }.</summary>
    [Parameter]
    [HashtableOrObject]
    public IDictionary? ClientMetadata { get; set; }

    /// <summary>The user's location and device, for threat protection, such as @{ IpAddress = '192.0.2.7'; EncodedData = '…' }.</summary>
    [Parameter]
    [Settings(typeof(UserContextDataType))]
    public UserContextDataType? UserContextData { get; set; }

    /// <summary>
    /// The same for an administrator's sign-in, such as @{ IpAddress = '192.0.2.7'; ServerName = 'example.com'; ServerPath = '/';
    /// HttpHeaders = @() }.
    /// </summary>
    [Parameter]
    [Settings(typeof(ContextDataType))]
    public ContextDataType? ContextData { get; set; }

    /// <summary>The Amazon Pinpoint endpoint for analytics, such as @{ AnalyticsEndpointId = '…' }.</summary>
    [Parameter]
    [Settings(typeof(AnalyticsMetadataType))]
    public AnalyticsMetadataType? AnalyticsMetadata { get; set; }

    private protected AuthContext Context =>
        new()
        {
            ClientMetadata = AttributeValues.Of(ClientMetadata),
            AnalyticsMetadata = AnalyticsMetadata,
            UserContextData = UserContextData,
            ContextData = ContextData,
        };

    /// <exception cref="CognitoException">IncompleteDevice.</exception>
    private protected SignInAnswers AnswersWith(SecureString? password) =>
        new()
        {
            Password = password,
            NewPassword = NewPassword,
            Attributes = AttributeValues.Of(Attribute),
            Code = Code,
            TotpSecret = TotpSecret,
            MfaChoice = MfaChoice,
            FirstFactor = FirstFactor,
            CustomAnswer = CustomAnswer,
            Credential = WebAuthnCredential,
            Email = Email,
            EnrollSoftwareToken = EnrollSoftwareToken ? true : null,
            Device = Device(),
            ConfirmDevice = SkipDeviceConfirmation ? false : null,
            DeviceName = DeviceName,
            Responses = AttributeValues.Of(ChallengeResponse),
        };

    /// <summary>The current sign-in, with a warning if a device couldn't be confirmed.</summary>
    private protected SignInSession Describe(
        SignInResult result,
        string clientId,
        SecureString? clientSecret,
        string? userPoolId,
        string region,
        bool isAdministrators
    )
    {
        if (result.DeviceError is { } error)
            WriteWarning($"The user is signed in, but the device could not be confirmed: {error.Message}");
        return SignInSessions.Of(result.Tokens, clientId, clientSecret, userPoolId, region, EndpointUrl, result, isAdministrators);
    }

    private SignInDevice? Device() =>
        (DeviceKey, DeviceGroupKey, DevicePassword) switch
        {
            (null, null, null) => null,
            ({ } key, { } group, { } password) => new SignInDevice
            {
                Key = key,
                GroupKey = group,
                Password = password,
            },
            _ => throw new CognitoException(
                "IncompleteDevice",
                ErrorCategory.InvalidArgument,
                "-DeviceKey, -DeviceGroupKey and -DevicePassword must be used together.",
                "A session that confirmed a device contains all three."
            ),
        };
}
