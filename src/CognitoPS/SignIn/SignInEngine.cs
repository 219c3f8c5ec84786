using System.Security;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Errors;
using CognitoPS.Secrets;

namespace CognitoPS.SignIn;

/// <summary>
/// Goes through a sign-in, answering every challenge that it can, until there are tokens or an answer is missing. Knows no service client.
/// </summary>
internal sealed class SignInEngine(IAuthService service, Func<DateTime>? clock = null, Func<int, byte[]>? randomBytes = null)
{
    private static readonly Dictionary<string, Func<SignInState, Dictionary<string, string>>> Flows = new()
    {
        [AuthFlow.UserSrp] = state => new() { ["USERNAME"] = Username(state), ["SRP_A"] = state.StartSrp() },
        [AuthFlow.UserPassword] = WithPassword,
        [AuthFlow.AdminUserPassword] = WithPassword,
        ["ADMIN_NO_SRP_AUTH"] = WithPassword,
        [AuthFlow.User] = WithChoice,
        [AuthFlow.Custom] = state =>
            state.Request.PasswordFirst
                ? new()
                {
                    ["USERNAME"] = Username(state),
                    ["CHALLENGE_NAME"] = "SRP_A",
                    ["SRP_A"] = state.StartSrp(),
                }
                : new() { ["USERNAME"] = Username(state) },
        [AuthFlow.RefreshToken] = WithRefreshToken,
        ["REFRESH_TOKEN"] = WithRefreshToken,
    };

    public static IEnumerable<string> FlowNames => Flows.Keys;

    /// <exception cref="SignInException">The request lacks what its flow needs, or the service's answer makes no sense. The service's own
    /// errors pass through.</exception>
    public async Task<SignInResult> StartAsync(SignInRequest request, CancellationToken cancellationToken)
    {
        if (!Flows.TryGetValue(request.Flow, out Func<SignInState, Dictionary<string, string>>? flow))
            throw new SignInException(
                SignInError.FlowUnknown,
                $"'{request.Flow}' is not an authentication flow. Valid flows: {string.Join(", ", Flows.Keys)}."
            );

        SignInState state = new(request) { Clock = clock, RandomBytes = randomBytes };
        Dictionary<string, string> parameters = flow(state);
        AddProofs(parameters, state);
        AuthReply reply = await service
            .InitiateAsync(
                new AuthStart
                {
                    Flow = request.Flow,
                    Parameters = parameters,
                    Session = request.Session,
                },
                cancellationToken
            )
            .ConfigureAwait(false);
        return await RunAsync(state, reply, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Goes on with an open challenge. When the service refuses the answer, the same challenge can be resumed with another one.
    /// </summary>
    public Task<SignInResult> ResumeAsync(SignInChallenge challenge, SignInAnswers answers, CancellationToken cancellationToken) =>
        RunAsync(challenge.State.Resume(challenge.Name, answers), challenge.Reply, cancellationToken);

    private async Task<SignInResult> RunAsync(SignInState state, AuthReply reply, CancellationToken cancellationToken)
    {
        bool waited = false;
        while (reply.Tokens is null)
        {
            string name =
                reply.ChallengeName
                ?? throw new SignInException(SignInError.ReplyIncomplete, "The service answered with neither tokens nor a challenge.");
            state.Username = reply["USER_ID_FOR_SRP"] ?? reply["USERNAME"] ?? state.Username;
            ChallengeRow row = ChallengeTable.Find(name);
            if (state.Answered.Contains(name))
                return Open(state, reply, row.Wants);
            if (name == ChallengeTable.MfaSetup && ChallengeTable.MfaToSetUp(state, reply) == ChallengeTable.SoftwareToken)
            {
                (reply, bool verified) = await SetUpSoftwareTokenAsync(state, reply, cancellationToken).ConfigureAwait(false);
                if (!verified)
                    return Open(state, reply, [nameof(SignInAnswers.Code)]);
            }

            ChallengeAnswer answer = row.Answer(state, reply);
            if (answer.Responses is not { } responses)
                return Open(state, reply, answer.Wants, answer.RequiredAttributes);
            state.Answered.Add(name);
            if (state.Username is { } username)
                responses["USERNAME"] = username;
            AddProofs(responses, state);
            var sent = new AuthAnswer
            {
                ChallengeName = name,
                Responses = responses,
                Session = reply.Session,
            };
            try
            {
                reply = await service.RespondAsync(sent, cancellationToken).ConfigureAwait(false);
            }
            catch (CognitoException used)
                when (name == ChallengeTable.SoftwareToken && IsUsedCode(used) && state.Answers.TotpSecret is not null && !waited)
            {
                // The service takes a code once; where the secret is known the next one answers, when its time has come.
                waited = true;
                state.Answered.Remove(name);
                var rest = TimeSpan.FromSeconds(TotpCode.Compute(state.Answers.TotpSecret, state.UtcNow).SecondsRemaining);
                await Task.Delay(rest, cancellationToken).ConfigureAwait(false);
            }
        }

        return await FinishAsync(state, reply.Tokens, cancellationToken).ConfigureAwait(false);
    }

    private static bool IsUsedCode(CognitoException refused) =>
        refused.Id == nameof(ExpiredCodeException) && refused.Message.Contains("already been used");

    private static SignInResult Open(
        SignInState state,
        AuthReply reply,
        IReadOnlyList<string> wants,
        IReadOnlyList<string>? requiredAttributes = null
    ) =>
        new()
        {
            Username = state.Username,
            Challenge = new SignInChallenge
            {
                Name = reply.ChallengeName!,
                Wants = wants,
                Choices = ChallengeTable.Choices(reply),
                RequiredAttributes = requiredAttributes ?? [],
                State = state,
                Reply = reply,
            },
        };

    private async Task<(AuthReply Reply, bool Verified)> SetUpSoftwareTokenAsync(
        SignInState state,
        AuthReply reply,
        CancellationToken cancellationToken
    )
    {
        if (state.SoftwareTokenSecret is null)
        {
            SoftwareTokenAssociation association = await service
                .AssociateSoftwareTokenAsync(reply.Session, cancellationToken)
                .ConfigureAwait(false);
            state.SoftwareTokenSecret = association.Secret;
            reply = reply.WithSession(association.Session);
        }

        SecureString? given = state.TakeCode();
        string? code =
            given is not null ? SecureText.Reveal(given)
            : state.Answers.EnrollSoftwareToken == true ? TotpCode.Compute(state.SoftwareTokenSecret, state.UtcNow).Code
            : null;
        if (code is null)
            return (reply, false);
        string? session = await service
            .VerifySoftwareTokenAsync(reply.Session, code, state.Answers.DeviceName, cancellationToken)
            .ConfigureAwait(false);
        return (reply.WithSession(session), true);
    }

    private async Task<SignInResult> FinishAsync(SignInState state, AuthTokens tokens, CancellationToken cancellationToken)
    {
        SignInDevice? device = tokens.NewDeviceKey is null ? state.Answers.Device : null;
        bool needsConsent = false;
        Exception? error = null;
        if (tokens.NewDeviceKey is { } key && tokens.NewDeviceGroupKey is { } groupKey && state.Answers.ConfirmDevice != false)
        {
            try
            {
                (device, needsConsent) = await ConfirmDeviceAsync(tokens.AccessToken, key, groupKey, state, cancellationToken)
                    .ConfigureAwait(false);
            }
            catch (Exception refused) when (refused is not OperationCanceledException)
            {
                error = refused;
            }
        }
        return new SignInResult
        {
            Tokens = tokens,
            Username = state.Username,
            Device = device,
            DeviceNeedsConsent = needsConsent,
            DeviceError = error,
            SoftwareTokenSecret = state.SoftwareTokenSecret,
        };
    }

    private async Task<(SignInDevice Device, bool NeedsConsent)> ConfirmDeviceAsync(
        string accessToken,
        string key,
        string groupKey,
        SignInState state,
        CancellationToken cancellationToken
    )
    {
        (SecureString password, SrpVerifier verifier) = DevicePassword.Create(groupKey, key, randomBytes);
        bool needsConsent = await service
            .ConfirmDeviceAsync(
                new DeviceConfirmation
                {
                    AccessToken = accessToken,
                    DeviceKey = key,
                    DeviceName = state.Answers.DeviceName,
                    Salt = verifier.SaltBase64,
                    PasswordVerifier = verifier.VerifierBase64,
                },
                cancellationToken
            )
            .ConfigureAwait(false);
        return (
            new SignInDevice
            {
                Key = key,
                GroupKey = groupKey,
                Password = password,
            },
            needsConsent
        );
    }

    private static void AddProofs(Dictionary<string, string> parameters, SignInState state)
    {
        if (state.Request.ClientSecret is { } secret)
            parameters["SECRET_HASH"] = SecretHash.Compute(secret, Username(state), state.Request.ClientId);
        if (state.Answers.Device is { } device)
            parameters["DEVICE_KEY"] = device.Key;
    }

    private static Dictionary<string, string> WithPassword(SignInState state) =>
        new()
        {
            ["USERNAME"] = Username(state),
            ["PASSWORD"] = SecureText.Reveal(state.Answers.Password ?? throw Missing(state, nameof(SignInAnswers.Password))),
        };

    private static Dictionary<string, string> WithRefreshToken(SignInState state) =>
        new()
        {
            ["REFRESH_TOKEN"] = SecureText.Reveal(state.Request.RefreshToken ?? throw Missing(state, nameof(SignInRequest.RefreshToken))),
        };

    private static Dictionary<string, string> WithChoice(SignInState state)
    {
        Dictionary<string, string> parameters = new() { ["USERNAME"] = Username(state) };
        if (state.Request.PreferredChallenge is { } preferred)
            parameters["PREFERRED_CHALLENGE"] = preferred;
        if (state.Request.PreferredChallenge == "PASSWORD")
            parameters["PASSWORD"] = SecureText.Reveal(state.Answers.Password ?? throw Missing(state, nameof(SignInAnswers.Password)));
        if (state.Request.PreferredChallenge == "PASSWORD_SRP")
            parameters["SRP_A"] = state.StartSrp();
        return parameters;
    }

    private static string Username(SignInState state) => state.Username ?? throw Missing(state, nameof(SignInRequest.Username));

    private static SignInException Missing(SignInState state, string name) =>
        new(
            SignInError.ParameterMissing,
            $"{state.Request.Flow} needs "
                + $"{name}{(name == nameof(SignInRequest.Username) && state.Request.ClientSecret is not null ? " (SECRET_HASH is calculated from it)" : "")}."
        );
}
