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

/// <summary>A step of a sign-in: the answers that challenges can want.</summary>
public abstract class SignInCommand : ServiceCommand
{
    /// <summary>The password to set where the service asks for a new one, as a SecureString or as text.</summary>
    [Parameter]
    [SecretText]
    public SecureString? NewPassword { get; set; }

    /// <summary>Attributes that a first sign-in has to set, as @{ name = 'Anna' }; the session's RequiredAttributes names them.</summary>
    [Parameter]
    [HashtableOrObject]
    public IDictionary? Attribute { get; set; }

    /// <summary>The secret of the authenticator app: its codes are computed. As a SecureString or as text.</summary>
    [Parameter]
    [SecretText]
    public SecureString? TotpSecret { get; set; }

    /// <summary>The code that was sent, or that the authenticator app shows; used for one challenge.</summary>
    [Parameter]
    [SecretText]
    public SecureString? Code { get; set; }

    /// <summary>Which MFA to use, or to set up: SMS_MFA, SOFTWARE_TOKEN_MFA or EMAIL_OTP.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(MfaChoiceCompleter))]
    public string? MfaChoice { get; set; }

    /// <summary>What a USER_AUTH sign-in begins with: PASSWORD, PASSWORD_SRP, EMAIL_OTP, SMS_OTP or WEB_AUTHN.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(FirstFactorCompleter))]
    public string? FirstFactor { get; set; }

    /// <summary>The answer to a custom challenge, as a SecureString or as text; used for one challenge.</summary>
    [Parameter]
    [SecretText]
    public SecureString? CustomAnswer { get; set; }

    /// <summary>The passkey's answer: the JSON that the browser's navigator.credentials.get() gave.</summary>
    [Parameter]
    public string? WebAuthnCredential { get; set; }

    /// <summary>The address for codes by e-mail, where MFA has to be set up with them.</summary>
    [Parameter]
    public string? Email { get; set; }

    /// <summary>
    /// Sets up an authenticator app where MFA has to be set up: the session holds its secret afterwards, in SoftwareTokenSecret.
    /// </summary>
    [Parameter]
    public SwitchParameter EnrollSoftwareToken { get; set; }

    /// <summary>
    /// The key of the device to sign in from, as a former session holds it. Goes with -DeviceGroupKey and -DevicePassword.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? DeviceKey { get; set; }

    /// <summary>The group of the device, as a former session holds it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? DeviceGroupKey { get; set; }

    /// <summary>The password of the device, as a former session holds it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SecretText]
    public SecureString? DevicePassword { get; set; }

    /// <summary>What a new device, or a new authenticator app, is called.</summary>
    [Parameter]
    public string? DeviceName { get; set; }

    /// <summary>
    /// Leaves a new device unconfirmed. The pool may then refuse its refresh token; Confirm-CognitoUserDevice makes up for it.
    /// </summary>
    [Parameter]
    public SwitchParameter SkipDeviceConfirmation { get; set; }

    /// <summary>The raw answer to a challenge that this module does not know, as @{ ANSWER = '42' }.</summary>
    [Parameter]
    [HashtableOrObject]
    public IDictionary? ChallengeResponse { get; set; }

    /// <summary>What the pool's Lambda triggers are told, as @{ source = 'script' }.</summary>
    [Parameter]
    [HashtableOrObject]
    public IDictionary? ClientMetadata { get; set; }

    /// <summary>Where the user signs in from, for threat protection, as @{ IpAddress = '192.0.2.7'; EncodedData = '…' }.</summary>
    [Parameter]
    [Settings(typeof(UserContextDataType))]
    public UserContextDataType? UserContextData { get; set; }

    /// <summary>
    /// The same for an administrator's sign-in, as @{ IpAddress = '192.0.2.7'; ServerName = 'example.com'; ServerPath = '/'; HttpHeaders =
    /// @() }.
    /// </summary>
    [Parameter]
    [Settings(typeof(ContextDataType))]
    public ContextDataType? ContextData { get; set; }

    /// <summary>The Amazon Pinpoint endpoint that the sign-in is counted for, as @{ AnalyticsEndpointId = '…' }.</summary>
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

    /// <summary>The sign-in as it stands, with the warning that a device could not be confirmed.</summary>
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
