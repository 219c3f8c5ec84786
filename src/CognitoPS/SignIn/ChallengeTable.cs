using System.Security;
using System.Text.Json;
using CognitoPS.Errors;
using CognitoPS.Secrets;

namespace CognitoPS.SignIn;

/// <summary>What is sent for a challenge; or what is missing to send anything.</summary>
internal sealed class ChallengeAnswer
{
    public Dictionary<string, string>? Responses { get; private init; }

    public IReadOnlyList<string> Wants { get; private init; } = [];

    public IReadOnlyList<string> RequiredAttributes { get; private init; } = [];

    public static ChallengeAnswer Send(params (string Key, string Value)[] responses) =>
        new() { Responses = responses.ToDictionary(pair => pair.Key, pair => pair.Value) };

    public static ChallengeAnswer Missing(params string[] wants) => new() { Wants = wants };

    public static ChallengeAnswer MissingForNewPassword(IReadOnlyList<string> wants, IReadOnlyList<string> attributes) =>
        new() { Wants = wants, RequiredAttributes = attributes };
}

/// <summary>
/// One challenge: the answers that it can want, the keys that its response can have besides USERNAME, SECRET_HASH and DEVICE_KEY, and how
/// one becomes the other.
/// </summary>
internal sealed record ChallengeRow(
    string Name,
    string[] Wants,
    string[] ResponseKeys,
    Func<SignInState, AuthReply, ChallengeAnswer> Answer
);

/// <summary>Every challenge that the service knows.</summary>
internal static class ChallengeTable
{
    public const string MfaSetup = "MFA_SETUP";
    public const string SoftwareToken = "SOFTWARE_TOKEN_MFA";
    private const string Password = "PASSWORD";
    private const string PasswordSrp = "PASSWORD_SRP";
    private const string WebAuthn = "WEB_AUTHN";
    private const string EmailOtp = "EMAIL_OTP";
    private const string AttributePrefix = "userAttributes.";
    private static readonly string[] ClaimKeys = ["PASSWORD_CLAIM_SIGNATURE", "PASSWORD_CLAIM_SECRET_BLOCK", "TIMESTAMP"];

    private static readonly ChallengeRow[] Rows =
    [
        Code("SMS_MFA", "SMS_MFA_CODE"),
        Code("SMS_OTP", "SMS_OTP_CODE"),
        Code(EmailOtp, "EMAIL_OTP_CODE"),
        new(
            SoftwareToken,
            [nameof(SignInAnswers.Code)],
            ["SOFTWARE_TOKEN_MFA_CODE"],
            (state, _) =>
                TotpOf(state) is { } code
                    ? ChallengeAnswer.Send(("SOFTWARE_TOKEN_MFA_CODE", code))
                    : ChallengeAnswer.Missing(nameof(SignInAnswers.Code))
        ),
        new("SELECT_MFA_TYPE", [nameof(SignInAnswers.MfaChoice)], ["ANSWER"], SelectMfa),
        new(MfaSetup, [nameof(SignInAnswers.Code), nameof(SignInAnswers.Email), nameof(SignInAnswers.MfaChoice)], ["EMAIL"], SetUpMfa),
        new(Password, [nameof(SignInAnswers.Password)], ["PASSWORD"], PlainPassword),
        new("ADMIN_NO_SRP_AUTH", [nameof(SignInAnswers.Password)], ["PASSWORD"], PlainPassword),
        new(PasswordSrp, [], ["SRP_A"], (state, _) => ChallengeAnswer.Send(("SRP_A", state.StartSrp()))),
        new(
            "PASSWORD_VERIFIER",
            [nameof(SignInAnswers.Password)],
            ClaimKeys,
            (state, reply) =>
                state.Answers.Password is { } password
                    ? Claim(state.Srp, Parameter(reply, "USER_ID_FOR_SRP"), password, state, reply)
                    : ChallengeAnswer.Missing(nameof(SignInAnswers.Password))
        ),
        new(
            "DEVICE_SRP_AUTH",
            [nameof(SignInAnswers.Device)],
            ["SRP_A"],
            (state, _) =>
                state.Answers.Device is { } device
                    ? ChallengeAnswer.Send(("SRP_A", state.StartDeviceSrp(device)))
                    : ChallengeAnswer.Missing(nameof(SignInAnswers.Device))
        ),
        new(
            "DEVICE_PASSWORD_VERIFIER",
            [nameof(SignInAnswers.Device)],
            ClaimKeys,
            (state, reply) =>
                state.Answers.Device is { } device
                    ? Claim(state.DeviceSrp, device.Key, device.Password, state, reply)
                    : ChallengeAnswer.Missing(nameof(SignInAnswers.Device))
        ),
        new(
            "NEW_PASSWORD_REQUIRED",
            [nameof(SignInAnswers.NewPassword), nameof(SignInAnswers.Attributes)],
            ["NEW_PASSWORD", AttributePrefix],
            NewPassword
        ),
        new(
            "CUSTOM_CHALLENGE",
            [nameof(SignInAnswers.CustomAnswer)],
            ["ANSWER"],
            (state, _) =>
                state.TakeCustomAnswer() is { } answer
                    ? ChallengeAnswer.Send(("ANSWER", SecureText.Reveal(answer)))
                    : ChallengeAnswer.Missing(nameof(SignInAnswers.CustomAnswer))
        ),
        new(
            "SELECT_CHALLENGE",
            [nameof(SignInAnswers.FirstFactor), nameof(SignInAnswers.Password)],
            ["ANSWER", "PASSWORD", "SRP_A", "CREDENTIAL"],
            SelectFactor
        ),
        new(
            WebAuthn,
            [nameof(SignInAnswers.Credential)],
            ["CREDENTIAL"],
            (state, _) =>
                state.TakeCredential() is { } credential
                    ? ChallengeAnswer.Send(("CREDENTIAL", credential))
                    : ChallengeAnswer.Missing(nameof(SignInAnswers.Credential))
        ),
    ];

    private static readonly Dictionary<string, ChallengeRow> ByName = Rows.ToDictionary(row => row.Name);

    public static IEnumerable<ChallengeRow> All => Rows;

    /// <summary>The row of a challenge; for one that the service has learnt since, a row that takes the responses as they are.</summary>
    public static ChallengeRow Find(string name) =>
        ByName.TryGetValue(name, out ChallengeRow? row)
            ? row
            : new(
                name,
                [nameof(SignInAnswers.Responses)],
                [],
                (state, _) =>
                    state.TakeResponses() is { } responses
                        ? ChallengeAnswer.Send([.. responses.Select(pair => (pair.Key, pair.Value))])
                        : ChallengeAnswer.Missing(nameof(SignInAnswers.Responses))
            );

    /// <summary>What can be chosen in a challenge.</summary>
    public static IReadOnlyList<string> Choices(AuthReply reply) =>
        reply.AvailableChallenges.Count > 0 ? reply.AvailableChallenges : TextList(reply["MFAS_CAN_CHOOSE"] ?? reply["MFAS_CAN_SETUP"]);

    /// <summary>The code that was given, or else the one that the secret makes now.</summary>
    public static string? TotpOf(SignInState state) =>
        state.TakeCode() is { } code ? SecureText.Reveal(code)
        : state.Answers.TotpSecret is { } secret ? TotpCode.Compute(secret, state.UtcNow).Code
        : null;

    private static ChallengeRow Code(string name, string key) =>
        new(
            name,
            [nameof(SignInAnswers.Code)],
            [key],
            (state, _) =>
                state.TakeCode() is { } code
                    ? ChallengeAnswer.Send((key, SecureText.Reveal(code)))
                    : ChallengeAnswer.Missing(nameof(SignInAnswers.Code))
        );

    private static ChallengeAnswer PlainPassword(SignInState state, AuthReply reply) =>
        state.Answers.Password is { } password
            ? ChallengeAnswer.Send(("PASSWORD", SecureText.Reveal(password)))
            : ChallengeAnswer.Missing(nameof(SignInAnswers.Password));

    private static ChallengeAnswer Claim(SrpClient? srp, string user, SecureString password, SignInState state, AuthReply reply)
    {
        if (srp is null)
            throw new SignInException(SignInError.ReplyIncomplete, $"The service sent {reply.ChallengeName} although SRP_A was not sent.");
        SrpClaim claim = SecureText.Use(
            password,
            characters =>
                srp.Prove(
                    user,
                    characters,
                    Parameter(reply, "SALT"),
                    Parameter(reply, "SRP_B"),
                    Parameter(reply, "SECRET_BLOCK"),
                    state.UtcNow
                )
        );
        return ChallengeAnswer.Send((ClaimKeys[0], claim.Signature), (ClaimKeys[1], claim.SecretBlock), (ClaimKeys[2], claim.Timestamp));
    }

    private static ChallengeAnswer SelectMfa(SignInState state, AuthReply reply)
    {
        IReadOnlyList<string> choices = Choices(reply);
        string? choice =
            state.Answers.MfaChoice ?? (state.Answers.TotpSecret is not null && choices.Contains(SoftwareToken) ? SoftwareToken : null);
        return choice is not null && IsOffered(choice, choices)
            ? ChallengeAnswer.Send(("ANSWER", choice))
            : ChallengeAnswer.Missing(nameof(SignInAnswers.MfaChoice));
    }

    // A software token is set up by operations of its own, which the engine has called when this is asked.
    private static ChallengeAnswer SetUpMfa(SignInState state, AuthReply reply)
    {
        switch (MfaToSetUp(state, reply))
        {
            case SoftwareToken:
                return ChallengeAnswer.Send();
            case EmailOtp when state.Answers.Email is { } email:
                return ChallengeAnswer.Send(("EMAIL", email));
            case EmailOtp:
                return ChallengeAnswer.Missing(nameof(SignInAnswers.Email));
            default:
                return ChallengeAnswer.Missing(nameof(SignInAnswers.MfaChoice));
        }
    }

    public static string? MfaToSetUp(SignInState state, AuthReply reply)
    {
        IReadOnlyList<string> choices = Choices(reply);
        if (state.Answers.MfaChoice is { } choice)
            return IsOffered(choice, choices) ? choice : null;
        if (state.Answers.Email is not null && choices.Contains(EmailOtp))
            return EmailOtp;
        return IsOffered(SoftwareToken, choices) ? SoftwareToken : choices[0];
    }

    private static ChallengeAnswer SelectFactor(SignInState state, AuthReply reply)
    {
        IReadOnlyList<string> choices = Choices(reply);
        string? choice = state.Answers.FirstFactor;
        if (choice is null && state.Answers.Password is not null)
        {
            string[] byPassword = state.Request.UserPoolId is null ? [Password] : [PasswordSrp, Password];
            choice = byPassword.FirstOrDefault(choices.Contains);
        }
        if (choice is null || !IsOffered(choice, choices))
            return ChallengeAnswer.Missing(nameof(SignInAnswers.FirstFactor));

        (string, string) answer = ("ANSWER", choice);
        return choice switch
        {
            Password => state.Answers.Password is { } password
                ? ChallengeAnswer.Send(answer, ("PASSWORD", SecureText.Reveal(password)))
                : ChallengeAnswer.Missing(nameof(SignInAnswers.Password)),
            PasswordSrp => ChallengeAnswer.Send(answer, ("SRP_A", state.StartSrp())),
            WebAuthn when state.TakeCredential() is { } credential => ChallengeAnswer.Send(answer, ("CREDENTIAL", credential)),
            _ => ChallengeAnswer.Send(answer),
        };
    }

    private static ChallengeAnswer NewPassword(SignInState state, AuthReply reply)
    {
        IReadOnlyDictionary<string, string> attributes = state.Answers.Attributes ?? new Dictionary<string, string>();
        string[] missing =
        [
            .. TextList(reply["requiredAttributes"])
                .Select(name => name.StartsWith(AttributePrefix, StringComparison.Ordinal) ? name.Substring(AttributePrefix.Length) : name)
                .Where(name => !attributes.ContainsKey(name)),
        ];
        if (state.Answers.NewPassword is not { } password || missing.Length > 0)
        {
            List<string> wants = [];
            if (state.Answers.NewPassword is null)
                wants.Add(nameof(SignInAnswers.NewPassword));
            if (missing.Length > 0)
                wants.Add(nameof(SignInAnswers.Attributes));
            return ChallengeAnswer.MissingForNewPassword(wants, missing);
        }
        return ChallengeAnswer.Send([
            ("NEW_PASSWORD", SecureText.Reveal(password)),
            .. attributes.Select(pair => (AttributePrefix + pair.Key, pair.Value)),
        ]);
    }

    private static bool IsOffered(string choice, IReadOnlyList<string> choices) => choices.Count == 0 || choices.Contains(choice);

    private static string Parameter(AuthReply reply, string name) =>
        reply[name] ?? throw new SignInException(SignInError.ReplyIncomplete, $"The service sent {reply.ChallengeName} without {name}.");

    private static IReadOnlyList<string> TextList(string? json)
    {
        try
        {
            return json is null ? [] : JsonSerializer.Deserialize<string[]>(json) ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
