using System.Security;

namespace CognitoPS.SignIn;

/// <summary>What challenges want. Everything is optional: the sign-in stops at the first challenge whose answer is not here.</summary>
internal sealed class SignInAnswers
{
    public SecureString? Password { get; init; }

    public SecureString? NewPassword { get; init; }

    /// <summary>Attributes that a first sign-in must or may set, without a prefix.</summary>
    public IReadOnlyDictionary<string, string>? Attributes { get; init; }

    /// <summary>Used for one challenge only, as are CustomAnswer, Credential and Responses.</summary>
    public SecureString? Code { get; init; }

    /// <summary>The software token's secret: its codes are computed.</summary>
    public SecureString? TotpSecret { get; init; }

    /// <summary>SMS_MFA, SOFTWARE_TOKEN_MFA or EMAIL_OTP.</summary>
    public string? MfaChoice { get; init; }

    /// <summary>PASSWORD, PASSWORD_SRP, EMAIL_OTP, SMS_OTP or WEB_AUTHN.</summary>
    public string? FirstFactor { get; init; }

    public SecureString? CustomAnswer { get; init; }

    /// <summary>The authenticator's answer as JSON.</summary>
    public string? Credential { get; init; }

    /// <summary>The address for codes by e-mail, when MFA is to be set up with them.</summary>
    public string? Email { get; init; }

    /// <summary>Enrols a software token where MFA must be set up: the result holds its secret.</summary>
    public bool? EnrollSoftwareToken { get; init; }

    public SignInDevice? Device { get; init; }

    /// <summary>Whether a device that the service offers to track is confirmed. True when left out: the refresh token needs it.</summary>
    public bool? ConfirmDevice { get; init; }

    public string? DeviceName { get; init; }

    /// <summary>The raw responses to a challenge that this module does not know.</summary>
    public IReadOnlyDictionary<string, string>? Responses { get; init; }

    public bool Gives(string name) =>
        name switch
        {
            nameof(Password) => Password is not null,
            nameof(NewPassword) => NewPassword is not null,
            nameof(Attributes) => Attributes is not null,
            nameof(Code) => Code is not null,
            nameof(MfaChoice) => MfaChoice is not null,
            nameof(FirstFactor) => FirstFactor is not null,
            nameof(CustomAnswer) => CustomAnswer is not null,
            nameof(Credential) => Credential is not null,
            nameof(Email) => Email is not null,
            nameof(Device) => Device is not null,
            nameof(Responses) => Responses is not null,
            _ => false,
        };

    /// <summary>These answers, and the earlier ones where these say nothing.</summary>
    public SignInAnswers Over(SignInAnswers earlier) =>
        new()
        {
            Password = Password ?? earlier.Password,
            NewPassword = NewPassword ?? earlier.NewPassword,
            Attributes = Attributes ?? earlier.Attributes,
            Code = Code ?? earlier.Code,
            TotpSecret = TotpSecret ?? earlier.TotpSecret,
            MfaChoice = MfaChoice ?? earlier.MfaChoice,
            FirstFactor = FirstFactor ?? earlier.FirstFactor,
            CustomAnswer = CustomAnswer ?? earlier.CustomAnswer,
            Credential = Credential ?? earlier.Credential,
            Email = Email ?? earlier.Email,
            EnrollSoftwareToken = EnrollSoftwareToken ?? earlier.EnrollSoftwareToken,
            Device = Device ?? earlier.Device,
            ConfirmDevice = ConfirmDevice ?? earlier.ConfirmDevice,
            DeviceName = DeviceName ?? earlier.DeviceName,
            Responses = Responses ?? earlier.Responses,
        };
}
