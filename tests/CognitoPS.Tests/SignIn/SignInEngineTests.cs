using System.Text.Json;
using CognitoPS.Errors;
using CognitoPS.Secrets;
using CognitoPS.SignIn;
using Xunit;
using static CognitoPS.Tests.SignIn.ScriptedAuthService;

namespace CognitoPS.Tests.SignIn;

public class SignInEngineTests
{
    private const string PoolId = "eu-west-1_Pool1";
    private static readonly DateTime Now = new(2026, 11, 3, 7, 5, 9, DateTimeKind.Utc);

    [Fact]
    public async Task Srp_signs_in_under_the_name_that_the_service_gives_back()
    {
        var srp = SrpSteps.ForUser("Pool1", "sub-1", "right");
        ScriptedAuthService service = new(srp.Offer, srp.Check(Tokens()));

        SignInResult result = await Engine(service)
            .StartAsync(Request(secret: "client-secret", answers: new() { Password = Text("right") }), default);

        Assert.Equal("access", result.Tokens!.AccessToken);
        Assert.Equal("sub-1", result.Username);
        Assert.Equal("USER_SRP_AUTH", service.Start!.Flow);
        Assert.Equal(["SECRET_HASH", "SRP_A", "USERNAME"], service.Start.Parameters.Keys.Order());
        Assert.Equal(SecretHash.Compute(Text("client-secret"), "alice", "client1"), service.Start.Parameters["SECRET_HASH"]);
        AuthAnswer answer = Assert.Single(service.Answers);
        Assert.Equal(
            ("PASSWORD_VERIFIER", "session of PASSWORD_VERIFIER", "sub-1"),
            (answer.ChallengeName, answer.Session, answer.Responses["USERNAME"])
        );
        Assert.Equal(SecretHash.Compute(Text("client-secret"), "sub-1", "client1"), answer.Responses["SECRET_HASH"]);
    }

    [Fact]
    public async Task Wrong_password_is_the_service_s_own_error()
    {
        var srp = SrpSteps.ForUser("Pool1", "sub-1", "right");
        await Assert.ThrowsAsync<RefusedException>(() =>
            Engine(new(srp.Offer, srp.Check(Tokens()))).StartAsync(Request(answers: new() { Password = Text("wrong") }), default)
        );
    }

    public static IEnumerable<TheoryDataRow<string>> Vectors => SrpVectors.Names;

    [Theory, MemberData(nameof(Vectors))]
    public async Task Engine_sends_what_the_JavaScript_library_sends(string name)
    {
        SrpVector vector = SrpVectors.Get(name);
        bool isDevice = name.StartsWith("device", StringComparison.Ordinal);
        AuthReply verifier = Challenge(
            isDevice ? "DEVICE_PASSWORD_VERIFIER" : "PASSWORD_VERIFIER",
            (isDevice ? "USERNAME" : "USER_ID_FOR_SRP", isDevice ? "alice" : vector.User),
            ("SALT", vector.SaltSent),
            ("SRP_B", vector.B),
            ("SECRET_BLOCK", vector.SecretBlock)
        );
        ScriptedAuthService service = isDevice
            ? new(_ => Challenge("DEVICE_SRP_AUTH"), _ => verifier, _ => Tokens())
            : new(_ => verifier, _ => Tokens());
        SignInDevice device = new()
        {
            Key = vector.User,
            GroupKey = vector.Group,
            Password = Text(vector.Password),
        };

        await new SignInEngine(service, () => vector.UtcNow, vector.ClientRandom).StartAsync(
            new()
            {
                ClientId = "client1",
                UserPoolId = $"eu-west-1_{vector.Group}",
                Username = "alice",
                Answers = isDevice ? new() { Device = device } : new() { Password = Text(vector.Password) },
            },
            default
        );

        IReadOnlyDictionary<string, string> first = isDevice ? service.Answers[0].Responses : service.Start!.Parameters;
        IReadOnlyDictionary<string, string> last = service.Answers[^1].Responses;
        Assert.Equal(vector.A, first["SRP_A"]);
        Assert.Equal(
            (vector.Signature, vector.SecretBlock, vector.Timestamp),
            (last["PASSWORD_CLAIM_SIGNATURE"], last["PASSWORD_CLAIM_SECRET_BLOCK"], last["TIMESTAMP"])
        );
        Assert.Equal(isDevice, last.TryGetValue("DEVICE_KEY", out string? key) && key == vector.User);
    }

    [Fact]
    public async Task Srp_without_a_password_stops_and_goes_on()
    {
        var srp = SrpSteps.ForUser("Pool1", "sub-1", "right");
        ScriptedAuthService service = new(srp.Offer, srp.Check(Tokens()));
        SignInEngine engine = Engine(service);

        SignInChallenge challenge = (await engine.StartAsync(Request(), default)).Challenge!;
        Assert.Equal(("PASSWORD_VERIFIER", "sub-1"), (challenge.Name, challenge.Username));
        Assert.Equal(["Password"], challenge.Wants);
        Assert.NotNull((await engine.ResumeAsync(challenge, new() { Password = Text("right") }, default)).Tokens);
    }

    [Fact]
    public void Table_has_every_challenge_of_the_API()
    {
        using var model = JsonDocument.Parse(File.ReadAllText(ModelPath()));
        IEnumerable<string> Enum(string name) =>
            model.RootElement.GetProperty("enums").GetProperty(name).EnumerateArray().Select(value => value.GetString()!);

        Assert.Equal(Enum("ChallengeNameType").Order(), ChallengeTable.All.Select(row => row.Name).Order());
        Assert.Equal(Enum("AuthFlowType").Order(), SignInEngine.FlowNames.Order());
    }

    public static TheoryData<string, string, string> PlainChallenges =>
        new()
        {
            { "SMS_MFA", "Code", "SMS_MFA_CODE=123456" },
            { "SMS_OTP", "Code", "SMS_OTP_CODE=123456" },
            { "EMAIL_OTP", "Code", "EMAIL_OTP_CODE=123456" },
            { "SOFTWARE_TOKEN_MFA", "Code", "SOFTWARE_TOKEN_MFA_CODE=123456" },
            { "SELECT_MFA_TYPE", "MfaChoice", "ANSWER=SMS_MFA" },
            { "PASSWORD", "Password", "PASSWORD=pass" },
            { "ADMIN_NO_SRP_AUTH", "Password", "PASSWORD=pass" },
            { "CUSTOM_CHALLENGE", "CustomAnswer", "ANSWER=42" },
            { "WEB_AUTHN", "Credential", "CREDENTIAL={}" },
            { "SELECT_CHALLENGE", "FirstFactor", "ANSWER=EMAIL_OTP" },
            { "NEW_PASSWORD_REQUIRED", "NewPassword", "NEW_PASSWORD=new userAttributes.name=Alice" },
            { "BRAND_NEW_CHALLENGE", "Responses", "KEY=value" },
        };

    [Theory, MemberData(nameof(PlainChallenges))]
    public async Task Challenge_stops_without_its_answer_and_sends_it_under_its_key(string name, string wants, string sent)
    {
        SignInAnswers all = new()
        {
            Code = Text("123456"),
            MfaChoice = "SMS_MFA",
            Password = Text("pass"),
            CustomAnswer = Text("42"),
            Credential = "{}",
            FirstFactor = "EMAIL_OTP",
            NewPassword = Text("new"),
            Attributes = new Dictionary<string, string> { ["name"] = "Alice" },
            Responses = new Dictionary<string, string> { ["KEY"] = "value" },
        };
        ScriptedAuthService service = new(_ => Challenge(name), _ => Tokens());
        SignInEngine engine = Engine(service);

        SignInChallenge challenge = (await engine.StartAsync(Request(flow: "CUSTOM_AUTH"), default)).Challenge!;
        Assert.Equal(name, challenge.Name);
        Assert.Equal([wants], challenge.Wants);
        Assert.Empty(service.Answers);

        Assert.NotNull((await engine.ResumeAsync(challenge, all, default)).Tokens);
        Assert.Equal(
            sent + " USERNAME=alice",
            string.Join(
                ' ',
                service.Answers[0].Responses.OrderBy(pair => pair.Key == "USERNAME").Select(pair => $"{pair.Key}={pair.Value}")
            )
        );
    }

    [Fact]
    public async Task Code_tells_where_it_was_sent_and_can_be_tried_again_when_it_was_wrong()
    {
        ScriptedAuthService service = new(
            _ =>
                Challenge(
                    "SMS_MFA",
                    ("CODE_DELIVERY_DELIVERY_MEDIUM", "SMS"),
                    ("CODE_DELIVERY_DESTINATION", "+*******99"),
                    ("USER_ID_FOR_SRP", "sub-1")
                ),
            sent => sent["SMS_MFA_CODE"] == "111111" ? Tokens() : throw new RefusedException("CodeMismatchException")
        );
        SignInEngine engine = Engine(service);

        SignInChallenge challenge = (
            await engine.StartAsync(Request(flow: "USER_PASSWORD_AUTH", answers: new() { Password = Text("right") }), default)
        ).Challenge!;
        Assert.Equal(("SMS", "+*******99"), (challenge.DeliveryMedium, challenge.DeliveryDestination));
        await Assert.ThrowsAsync<RefusedException>(() => engine.ResumeAsync(challenge, new() { Code = Text("000000") }, default));
        Assert.NotNull((await engine.ResumeAsync(challenge, new() { Code = Text("111111") }, default)).Tokens);
        Assert.Equal("sub-1", service.Answers[^1].Responses["USERNAME"]);
    }

    [Fact]
    public async Task Code_is_used_once_only()
    {
        ScriptedAuthService service = new(_ => Challenge("EMAIL_OTP"), _ => Challenge("SMS_MFA"), _ => Tokens());
        SignInEngine engine = Engine(service);

        SignInChallenge challenge = (
            await engine.StartAsync(Request(flow: "USER_AUTH", answers: new() { Code = Text("111111") }), default)
        ).Challenge!;
        Assert.Equal("SMS_MFA", challenge.Name);
        Assert.NotNull((await engine.ResumeAsync(challenge, new() { Code = Text("222222") }, default)).Tokens);
        Assert.Equal("222222", service.Answers[^1].Responses["SMS_MFA_CODE"]);
    }

    [Fact]
    public async Task Totp_secret_answers_the_choice_and_the_code()
    {
        ScriptedAuthService service = new(
            _ => Challenge("SELECT_MFA_TYPE", ("MFAS_CAN_CHOOSE", """["SMS_MFA","SOFTWARE_TOKEN_MFA"]""")),
            _ => Challenge("SOFTWARE_TOKEN_MFA"),
            _ => Tokens()
        );
        Assert.NotNull(
            (
                await Engine(service)
                    .StartAsync(
                        Request(
                            flow: "ADMIN_USER_PASSWORD_AUTH",
                            answers: new() { Password = Text("p"), TotpSecret = Text(SoftwareTokenSecret) }
                        ),
                        default
                    )
            ).Tokens
        );
        Assert.Equal("SOFTWARE_TOKEN_MFA", service.Answers[0].Responses["ANSWER"]);
        Assert.Equal(TotpCode.Compute(Text(SoftwareTokenSecret), Now).Code, service.Answers[1].Responses["SOFTWARE_TOKEN_MFA_CODE"]);
    }

    [Fact]
    public async Task Choice_that_is_not_offered_is_not_sent()
    {
        SignInChallenge challenge = (
            await Engine(new(_ => Challenge("SELECT_MFA_TYPE", ("MFAS_CAN_CHOOSE", """["SMS_MFA","EMAIL_OTP"]"""))))
                .StartAsync(Request(flow: "CUSTOM_AUTH", answers: new() { MfaChoice = "SOFTWARE_TOKEN_MFA" }), default)
        ).Challenge!;
        Assert.Equal(["MfaChoice"], challenge.Wants);
        Assert.Equal(["SMS_MFA", "EMAIL_OTP"], challenge.Choices);
    }

    [Fact]
    public async Task First_sign_in_asks_for_the_required_attributes_that_are_missing()
    {
        ScriptedAuthService service = new(
            _ =>
                Challenge(
                    "NEW_PASSWORD_REQUIRED",
                    ("requiredAttributes", """["userAttributes.email","userAttributes.name"]"""),
                    ("userAttributes", "{}")
                ),
            _ => Tokens()
        );
        SignInEngine engine = Engine(service);
        SignInRequest request = Request(
            flow: "USER_PASSWORD_AUTH",
            answers: new()
            {
                Password = Text("temporary"),
                NewPassword = Text("new"),
                Attributes = new Dictionary<string, string> { ["name"] = "Alice" },
            }
        );

        SignInChallenge challenge = (await engine.StartAsync(request, default)).Challenge!;
        Assert.Equal(["Attributes"], challenge.Wants);
        Assert.Equal(["email"], challenge.RequiredAttributes);

        await engine.ResumeAsync(
            challenge,
            new()
            {
                Attributes = new Dictionary<string, string> { ["name"] = "Alice", ["email"] = "a@example.com" },
            },
            default
        );
        Assert.Equal(
            ["NEW_PASSWORD", "USERNAME", "userAttributes.email", "userAttributes.name"],
            service.Answers[0].Responses.Keys.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Software_token_is_set_up_step_by_step()
    {
        ScriptedAuthService service = new(
            _ => Challenge("MFA_SETUP", ("MFAS_CAN_SETUP", """["SMS_MFA","SOFTWARE_TOKEN_MFA"]""")),
            _ => Tokens()
        )
        {
            Verify = (session, code) =>
                session == "associated" && code == "111111" ? "verified" : throw new RefusedException("EnableSoftwareTokenMFAException"),
        };
        SignInEngine engine = Engine(service);

        SignInChallenge challenge = (await engine.StartAsync(Request(flow: "CUSTOM_AUTH"), default)).Challenge!;
        Assert.Equal(["Code"], challenge.Wants);
        Assert.Equal(SoftwareTokenSecret, SecureText.Reveal(challenge.SoftwareTokenSecret!));
        await Assert.ThrowsAsync<RefusedException>(() => engine.ResumeAsync(challenge, new() { Code = Text("000000") }, default));
        SignInResult result = await engine.ResumeAsync(challenge, new() { Code = Text("111111") }, default);

        Assert.NotNull(result.Tokens);
        Assert.Equal(["session of MFA_SETUP"], service.AssociateSessions);
        Assert.Equal(("MFA_SETUP", "verified"), (service.Answers[0].ChallengeName, service.Answers[0].Session));
        Assert.Equal(["USERNAME"], service.Answers[0].Responses.Keys);
    }

    [Fact]
    public async Task Software_token_is_enrolled_in_one_go_when_asked_for()
    {
        ScriptedAuthService service = new(_ => Challenge("MFA_SETUP"), _ => Tokens())
        {
            Verify = (_, code) =>
                code == TotpCode.Compute(Text(SoftwareTokenSecret), Now).Code
                    ? "verified"
                    : throw new RefusedException("EnableSoftwareTokenMFAException"),
        };
        SignInResult result = await Engine(service)
            .StartAsync(Request(flow: "CUSTOM_AUTH", answers: new() { EnrollSoftwareToken = true }), default);
        Assert.NotNull(result.Tokens);
        Assert.Equal(SoftwareTokenSecret, SecureText.Reveal(result.SoftwareTokenSecret!));
    }

    [Fact]
    public async Task Mfa_by_email_is_set_up_with_an_address()
    {
        ScriptedAuthService service = new(
            _ => Challenge("MFA_SETUP", ("MFAS_CAN_SETUP", """["EMAIL_OTP"]""")),
            _ => Challenge("EMAIL_OTP")
        );
        SignInEngine engine = Engine(service);
        SignInChallenge challenge = (await engine.StartAsync(Request(flow: "CUSTOM_AUTH"), default)).Challenge!;
        Assert.Equal(["Email"], challenge.Wants);
        Assert.Equal("EMAIL_OTP", (await engine.ResumeAsync(challenge, new() { Email = "a@example.com" }, default)).Challenge!.Name);
        Assert.Equal("a@example.com", service.Answers[0].Responses["EMAIL"]);
        Assert.Empty(service.AssociateSessions);
    }

    [Fact]
    public async Task New_device_is_confirmed_and_signs_in_the_next_time()
    {
        const string DeviceKey = "eu-west-1_0b5f7d6e";
        ScriptedAuthService first = new(_ => Tokens(DeviceKey));
        SignInResult result = await Engine(first)
            .StartAsync(Request(flow: "USER_PASSWORD_AUTH", answers: new() { Password = Text("p"), DeviceName = "laptop" }), default);
        Assert.Equal(("access", DeviceKey, "laptop"), (first.Device!.AccessToken, first.Device.DeviceKey, first.Device.DeviceName));
        Assert.True(result.DeviceNeedsConsent);

        SrpSteps srp = new(
            "-Group1",
            DeviceKey,
            SrpVerifier.FromBase64(first.Device.Salt, first.Device.PasswordVerifier),
            ownerOfDevice: "sub-1"
        );
        ScriptedAuthService second = new(_ => Challenge("DEVICE_SRP_AUTH", ("USERNAME", "sub-1")), srp.Offer, srp.Check(Tokens()));
        SignInResult again = await Engine(second)
            .StartAsync(Request(flow: "USER_PASSWORD_AUTH", answers: new() { Password = Text("p"), Device = result.Device }), default);

        Assert.NotNull(again.Tokens);
        Assert.Equal(DeviceKey, second.Start!.Parameters["DEVICE_KEY"]);
        Assert.All(
            second.Answers,
            answer => Assert.Equal((DeviceKey, "sub-1"), (answer.Responses["DEVICE_KEY"], answer.Responses["USERNAME"]))
        );
    }

    [Fact]
    public async Task Device_that_cannot_be_confirmed_leaves_the_tokens()
    {
        ScriptedAuthService service = new(_ => Tokens("eu-west-1_1")) { DeviceError = new RefusedException("InvalidParameterException") };
        SignInResult result = await Engine(service).StartAsync(Request(flow: "CUSTOM_AUTH"), default);
        Assert.NotNull(result.Tokens);
        Assert.IsType<RefusedException>(result.DeviceError);
        Assert.Null(result.Device);
    }

    [Fact]
    public async Task Device_is_left_alone_when_that_is_wanted()
    {
        ScriptedAuthService service = new(_ => Tokens("eu-west-1_1"));
        await Engine(service).StartAsync(Request(flow: "CUSTOM_AUTH", answers: new() { ConfirmDevice = false }), default);
        Assert.Null(service.Device);
    }

    [Fact]
    public async Task Custom_flow_proves_the_password_first_and_never_repeats_an_answer()
    {
        var srp = SrpSteps.ForUser("Pool1", "sub-1", "right");
        ScriptedAuthService service = new(
            srp.Offer,
            srp.Check(Challenge("CUSTOM_CHALLENGE", ("question", "1"))),
            _ => Challenge("CUSTOM_CHALLENGE", ("question", "2")),
            _ => Tokens()
        );
        SignInEngine engine = Engine(service);

        SignInChallenge again = (
            await engine.StartAsync(
                Request(flow: "CUSTOM_AUTH", passwordFirst: true, answers: new() { Password = Text("right"), CustomAnswer = Text("one") }),
                default
            )
        ).Challenge!;
        Assert.Equal("SRP_A", service.Start!.Parameters["CHALLENGE_NAME"]);
        Assert.Equal("2", again.Parameters["question"]);
        Assert.Equal(["CustomAnswer"], again.Wants);
        Assert.Equal(2, service.Answers.Count);

        Assert.Equal("CUSTOM_CHALLENGE", (await engine.ResumeAsync(again, new(), default)).Challenge!.Name);
        Assert.Equal(2, service.Answers.Count);
        Assert.NotNull((await engine.ResumeAsync(again, new() { CustomAnswer = Text("two") }, default)).Tokens);
        Assert.Equal(["one", "two"], service.Answers.Skip(1).Select(answer => answer.Responses["ANSWER"]));
    }

    [Fact]
    public async Task Service_that_asks_the_same_for_ever_is_answered_once()
    {
        ScriptedAuthService service = new([
            .. Enumerable.Repeat<Func<IReadOnlyDictionary<string, string>, AuthReply>>(_ => Challenge("PASSWORD"), 9),
        ]);
        SignInEngine engine = Engine(service);
        SignInChallenge challenge = (
            await engine.StartAsync(Request(flow: "USER_AUTH", answers: new() { Password = Text("p") }), default)
        ).Challenge!;
        Assert.Equal(["Password"], challenge.Wants);
        await engine.ResumeAsync(challenge, new(), default);
        Assert.Single(service.Answers);
    }

    [Theory]
    [InlineData(PoolId, "PASSWORD_SRP", "SRP_A")]
    [InlineData(null, "PASSWORD", "PASSWORD")]
    public async Task Choice_of_factors_takes_the_password_when_there_is_one(string? poolId, string factor, string key)
    {
        var srp = SrpSteps.ForUser("Pool1", "sub-1", "right");
        AuthReply choice = new()
        {
            ChallengeName = "SELECT_CHALLENGE",
            Session = "s",
            AvailableChallenges = ["EMAIL_OTP", "PASSWORD", "PASSWORD_SRP"],
        };
        ScriptedAuthService service = new(_ => choice, sent => sent.ContainsKey("SRP_A") ? srp.Offer(sent) : Tokens(), srp.Check(Tokens()));

        Assert.NotNull(
            (
                await Engine(service)
                    .StartAsync(Request(flow: "USER_AUTH", poolId: poolId, answers: new() { Password = Text("right") }), default)
            ).Tokens
        );
        Assert.Equal(factor, service.Answers[0].Responses["ANSWER"]);
        Assert.Equal(new[] { "ANSWER", key, "USERNAME" }.Order(), service.Answers[0].Responses.Keys.Order());
    }

    [Theory]
    [InlineData("EMAIL_OTP", "PREFERRED_CHALLENGE USERNAME")]
    [InlineData("PASSWORD", "PASSWORD PREFERRED_CHALLENGE USERNAME")]
    [InlineData("PASSWORD_SRP", "PREFERRED_CHALLENGE SRP_A USERNAME")]
    [InlineData(null, "USERNAME")]
    public async Task Preferred_factor_is_sent_with_what_it_needs(string? preferred, string keys)
    {
        ScriptedAuthService service = new(_ => Tokens());
        await Engine(service)
            .StartAsync(Request(flow: "USER_AUTH", preferred: preferred, answers: new() { Password = Text("p") }), default);
        Assert.Equal(keys, string.Join(' ', service.Start!.Parameters.Keys.Order()));
    }

    [Fact]
    public async Task Refresh_sends_the_token_and_the_hash_for_the_user_named()
    {
        ScriptedAuthService service = new(_ => Tokens());
        SignInRequest request = new()
        {
            ClientId = "client1",
            Flow = "REFRESH_TOKEN_AUTH",
            RefreshToken = Text("old"),
            ClientSecret = Text("client-secret"),
            Username = "sub-1",
        };
        Assert.NotNull((await Engine(service).StartAsync(request, default)).Tokens);
        Assert.Equal(["REFRESH_TOKEN", "SECRET_HASH"], service.Start!.Parameters.Keys.Order());
        Assert.Equal(SecretHash.Compute(Text("client-secret"), "sub-1", "client1"), service.Start.Parameters["SECRET_HASH"]);
    }

    [Fact]
    public async Task What_is_missing_is_said_before_anything_is_sent()
    {
        async Task<string> Refused(SignInRequest request)
        {
            ScriptedAuthService service = new(_ => Tokens());
            SignInException refused = await Assert.ThrowsAsync<SignInException>(() => Engine(service).StartAsync(request, default));
            Assert.Null(service.Start);
            return refused.Id;
        }

        Assert.Equal(SignInError.FlowUnknown, await Refused(Request(flow: "NO_SUCH_FLOW")));
        Assert.Equal(SignInError.ParameterMissing, await Refused(Request(poolId: null)));
        Assert.Equal(SignInError.ParameterMissing, await Refused(Request(flow: "USER_PASSWORD_AUTH")));
        Assert.Equal(SignInError.ParameterMissing, await Refused(Request(flow: "REFRESH_TOKEN_AUTH")));
        Assert.Equal(
            SignInError.ParameterMissing,
            await Refused(
                new()
                {
                    ClientId = "client1",
                    Flow = "REFRESH_TOKEN_AUTH",
                    RefreshToken = Text("t"),
                    ClientSecret = Text("s"),
                }
            )
        );
    }

    [Fact]
    public async Task Reply_that_makes_no_sense_is_an_error()
    {
        async Task<string> Refused(AuthReply reply, string flow = "USER_SRP_AUTH") =>
            (
                await Assert.ThrowsAsync<SignInException>(() =>
                    Engine(new(_ => reply)).StartAsync(Request(flow: flow, answers: new() { Password = Text("p") }), default)
                )
            ).Id;

        Assert.Equal(SignInError.ReplyIncomplete, await Refused(new()));
        Assert.Equal(SignInError.ReplyIncomplete, await Refused(Challenge("PASSWORD_VERIFIER", ("USER_ID_FOR_SRP", "u"))));
        Assert.Equal(
            SignInError.ReplyIncomplete,
            await Refused(Challenge("PASSWORD_VERIFIER", ("USER_ID_FOR_SRP", "u")), flow: "USER_PASSWORD_AUTH")
        );
        Assert.Equal(
            SignInError.BadSrpValue,
            await Refused(
                Challenge("PASSWORD_VERIFIER", ("USER_ID_FOR_SRP", "u"), ("SALT", "ab"), ("SRP_B", "0"), ("SECRET_BLOCK", "AAAA"))
            )
        );
    }

    private static System.Security.SecureString Text(string text) => SecureText.Hide(text);

    private static SignInEngine Engine(ScriptedAuthService service) => new(service, () => Now);

    private static SignInRequest Request(
        string flow = "USER_SRP_AUTH",
        string? poolId = PoolId,
        string? secret = null,
        bool passwordFirst = false,
        string? preferred = null,
        SignInAnswers? answers = null
    ) =>
        new()
        {
            ClientId = "client1",
            ClientSecret = secret is null ? null : Text(secret),
            UserPoolId = poolId,
            Flow = flow,
            Username = "alice",
            PasswordFirst = passwordFirst,
            PreferredChallenge = preferred,
            Answers = answers ?? new(),
        };

    private static string ModelPath([System.Runtime.CompilerServices.CallerFilePath] string path = "") =>
        Path.Combine(Path.GetDirectoryName(path)!, "../../../model/cognito-idp.json");
}
