using System.Buffers.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CognitoPS.SignIn;
using CognitoPS.Tests.Support;
using OtpNet;
using Xunit;

namespace CognitoPS.Tests.LocalServer;

public sealed class SignInFactorTests : SignInTest
{
    private static readonly object Sms = new { SnsCallerArn = "arn:aws:iam::123456789012:role/sms", ExternalId = "x" };

    private Task<JsonElement> SetMfaAsync(string mode, object? sms = null) =>
        Client.CallAsync(
            "SetUserPoolMfaConfig",
            new
            {
                UserPoolId = Pool,
                MfaConfiguration = mode,
                SoftwareTokenMfaConfiguration = new { Enabled = true },
                SmsMfaConfiguration = sms is null ? null : new { SmsConfiguration = sms },
            }
        );

    private string Totp(string secret) => new Totp(Base32Encoding.ToBytes(secret)).ComputeTotp(Now.UtcDateTime);

    private static string WithOtherSignature(string assertion)
    {
        JsonNode credential = JsonNode.Parse(assertion)!;
        byte[] signature = Base64Url.DecodeFromChars((string)credential["response"]!["signature"]!);
        signature[^1] ^= 1;
        credential["response"]!["signature"] = Base64Url.EncodeToString(signature);
        return credential.ToJsonString();
    }

    private async Task<string> EnrolAsync(string access)
    {
        string secret = (await Client.CallAsync("AssociateSoftwareToken", new { AccessToken = access }))
            .GetProperty("SecretCode")
            .GetString()!;
        await Client.CallAsync(
            "VerifySoftwareToken",
            new
            {
                AccessToken = access,
                UserCode = Totp(secret),
                FriendlyDeviceName = "phone",
            }
        );
        await Client.CallAsync(
            "SetUserMFAPreference",
            new { AccessToken = access, SoftwareTokenMfaSettings = new { Enabled = true, PreferredMfa = true } }
        );
        return secret;
    }

    [Fact]
    public async Task Who_has_a_software_token_is_asked_for_its_code()
    {
        await SetUpAsync();
        await ExpectAsync("SoftwareTokenMFANotFoundException", "AssociateSoftwareToken", new { AccessToken = await AccessTokenAsync() });
        await SetMfaAsync("OPTIONAL");
        string access = await AccessTokenAsync();
        string secret = await EnrolAsync(access);
        Assert.Equal(
            "SOFTWARE_TOKEN_MFA",
            (await Client.CallAsync("GetUser", new { AccessToken = access })).GetProperty("PreferredMfaSetting").GetString()
        );
        JsonElement challenge = await SrpAsync("ann", Password);
        Assert.Equal("SOFTWARE_TOKEN_MFA", Name(challenge));
        await ExpectAsync(
            "CodeMismatchException",
            "RespondToAuthChallenge",
            Answer(Name(challenge), SessionOf(challenge), "ann", ("SOFTWARE_TOKEN_MFA_CODE", Totp("AAAAAAAA")))
        );
        await ExpectAsync(
            "ExpiredCodeException",
            "RespondToAuthChallenge",
            Answer(Name(challenge), SessionOf(challenge), "ann", ("SOFTWARE_TOKEN_MFA_CODE", Totp(secret)))
        );
        Now += TimeSpan.FromSeconds(60);
        Assert.Equal(
            "tokens",
            Name(
                await RespondAsync(
                    challenge,
                    ("SOFTWARE_TOKEN_MFA_CODE", new Totp(Base32Encoding.ToBytes(secret)).ComputeTotp(Now.UtcDateTime.AddSeconds(-30)))
                )
            )
        );
        challenge = await SrpAsync("ann", Password);
        Now += TimeSpan.FromSeconds(90);
        await ExpectAsync(
            "CodeMismatchException",
            "RespondToAuthChallenge",
            Answer(
                Name(challenge),
                SessionOf(challenge),
                "ann",
                ("SOFTWARE_TOKEN_MFA_CODE", new Totp(Base32Encoding.ToBytes(secret)).ComputeTotp(Now.UtcDateTime.AddSeconds(-90)))
            )
        );
    }

    [Fact]
    public async Task Where_MFA_is_required_a_sign_in_sets_it_up()
    {
        await SetUpAsync();
        await SetMfaAsync("ON");
        JsonElement challenge = await SrpAsync("ann", Password);
        Assert.Equal("MFA_SETUP", Name(challenge));
        Assert.Equal("""["SOFTWARE_TOKEN_MFA"]""", Parameter(challenge, "MFAS_CAN_SETUP"));
        await ExpectAsync("InvalidParameterException", "RespondToAuthChallenge", Answer("MFA_SETUP", SessionOf(challenge), "ann"));
        JsonElement associated = await Client.CallAsync("AssociateSoftwareToken", new { Session = SessionOf(challenge) });
        await ExpectAsync("NotAuthorizedException", "AssociateSoftwareToken", new { Session = SessionOf(challenge) });
        await ExpectAsync(
            "EnableSoftwareTokenMFAException",
            "VerifySoftwareToken",
            new { Session = SessionOf(associated), UserCode = Totp("AAAAAAAA") }
        );
        string secret = associated.GetProperty("SecretCode").GetString()!;
        JsonElement verified = await Client.CallAsync(
            "VerifySoftwareToken",
            new { Session = SessionOf(associated), UserCode = Totp(secret) }
        );
        Assert.Equal("tokens", Name(await Client.CallAsync("RespondToAuthChallenge", Answer("MFA_SETUP", SessionOf(verified), "ann"))));
        challenge = await SrpAsync("ann", Password);
        Now += TimeSpan.FromSeconds(30);
        Assert.Equal("tokens", Name(await RespondAsync(challenge, ("SOFTWARE_TOKEN_MFA_CODE", Totp(secret)))));
    }

    [Fact]
    public async Task Of_several_second_factors_the_user_chooses_one()
    {
        await SetUpAsync();
        await SetMfaAsync("OPTIONAL", Sms);
        object phone = new
        {
            UserPoolId = Pool,
            Username = "ann",
            UserAttributes = new object[]
            {
                new { Name = "phone_number", Value = "+15550001234" },
                new { Name = "phone_number_verified", Value = "true" },
            },
        };
        await Client.CallAsync("AdminUpdateUserAttributes", phone);
        await EnrolAsync(await AccessTokenAsync());
        await Client.CallAsync(
            "AdminSetUserMFAPreference",
            new
            {
                UserPoolId = Pool,
                Username = "ann",
                SMSMfaSettings = new { Enabled = true },
                SoftwareTokenMfaSettings = new { Enabled = true, PreferredMfa = false },
            }
        );
        JsonElement challenge = await SrpAsync("ann", Password);
        Assert.Equal("SELECT_MFA_TYPE", Name(challenge));
        Assert.Equal("""["SMS_MFA","SOFTWARE_TOKEN_MFA"]""", Parameter(challenge, "MFAS_CAN_CHOOSE"));
        challenge = await RespondAsync(challenge, ("ANSWER", "SMS_MFA"));
        Assert.Equal("+*******1234", Parameter(challenge, "CODE_DELIVERY_DESTINATION"));
        Assert.Equal("+15550001234", Server.Log.Messages[^1].Destination);
        for (int i = 0; i < 4; i++)
            await ExpectAsync(
                "CodeMismatchException",
                "RespondToAuthChallenge",
                Answer("SMS_MFA", SessionOf(challenge), "ann", ("SMS_MFA_CODE", "none"))
            );
        Assert.Equal("tokens", Name(await RespondAsync(challenge, ("SMS_MFA_CODE", LastCode))));
    }

    [Fact]
    public async Task The_user_chooses_what_to_sign_in_with()
    {
        await SetUpAsync(
            new
            {
                PoolName = "choice",
                Policies = new { SignInPolicy = new { AllowedFirstAuthFactors = new[] { "PASSWORD", "EMAIL_OTP" } } },
            }
        );
        JsonElement choice = await InitiateAsync("USER_AUTH", "ann");
        Assert.Equal(
            ["PASSWORD_SRP", "PASSWORD", "EMAIL_OTP"],
            choice.GetProperty("AvailableChallenges").EnumerateArray().Select(c => c.GetString())
        );
        JsonElement code = await RespondAsync(choice, ("ANSWER", "EMAIL_OTP"));
        Assert.Matches("^[0-9]{8}$", LastCode);
        Assert.Equal("tokens", Name(await RespondAsync(code, ("EMAIL_OTP_CODE", LastCode))));
        await ExpectAsync(
            "NotAuthorizedException",
            "RespondToAuthChallenge",
            Answer("EMAIL_OTP", SessionOf(code), "ann", ("EMAIL_OTP_CODE", LastCode))
        );
        Assert.Equal(
            "tokens",
            Name(await RespondAsync(await InitiateAsync("USER_AUTH", "ann"), ("ANSWER", "PASSWORD"), ("PASSWORD", Password)))
        );
        Assert.Equal("tokens", Name(await InitiateAsync("USER_AUTH", "ann", ("PREFERRED_CHALLENGE", "PASSWORD"), ("PASSWORD", Password))));
        SrpClient srp = new(SrpClient.PoolName(Pool));
        JsonElement proof = await InitiateAsync("USER_AUTH", "ann", ("PREFERRED_CHALLENGE", "PASSWORD_SRP"), ("SRP_A", srp.PublicValue));
        Assert.Equal("tokens", Name(await RespondAsync(proof, Proof(srp, "ann", Password, proof))));
        JsonElement otp = await InitiateAsync("USER_AUTH", "ann", ("PREFERRED_CHALLENGE", "EMAIL_OTP"));
        Now += TimeSpan.FromMinutes(4);
        await ExpectAsync(
            "NotAuthorizedException",
            "RespondToAuthChallenge",
            Answer("EMAIL_OTP", SessionOf(otp), "ann", ("EMAIL_OTP_CODE", LastCode))
        );
    }

    [Fact]
    public async Task A_custom_challenge_takes_the_answer_that_the_server_was_told()
    {
        await SetUpAsync();
        await ExpectAsync("InvalidParameterException", "InitiateAuth", Start("CUSTOM_AUTH", "ann"));
        Server.CustomChallengeAnswer = "blue";
        JsonElement challenge = await RespondAsync(await InitiateAsync("CUSTOM_AUTH", "ann"), ("ANSWER", "red"));
        Assert.Equal("CUSTOM_CHALLENGE", Name(challenge));
        Assert.Equal("tokens", Name(await RespondAsync(challenge, ("ANSWER", "blue"))));
        SrpClient srp = new(SrpClient.PoolName(Pool));
        challenge = await InitiateAsync("CUSTOM_AUTH", "ann", ("CHALLENGE_NAME", "SRP_A"), ("SRP_A", srp.PublicValue));
        challenge = await RespondAsync(challenge, Proof(srp, "ann", Password, challenge));
        Assert.Equal("tokens", Name(await RespondAsync(challenge, ("ANSWER", "blue"))));
    }

    [Fact]
    public async Task A_remembered_device_stands_for_the_second_factor()
    {
        await SetUpAsync(
            new
            {
                PoolName = "devices",
                DeviceConfiguration = new { ChallengeRequiredOnNewDevice = true, DeviceOnlyRememberedOnUserPrompt = false },
            }
        );
        await SetMfaAsync("OPTIONAL");
        JsonElement tokens = await SignInAsync();
        string access = tokens.GetProperty("AccessToken").GetString()!;
        string key = tokens.GetProperty("NewDeviceMetadata").GetProperty("DeviceKey").GetString()!;
        string group = tokens.GetProperty("NewDeviceMetadata").GetProperty("DeviceGroupKey").GetString()!;
        var verifier = SrpVerifier.Create(group, key, "device-password".ToCharArray());
        object confirm = new
        {
            AccessToken = access,
            DeviceKey = key,
            DeviceName = "laptop",
            DeviceSecretVerifierConfig = new { Salt = verifier.SaltBase64, PasswordVerifier = verifier.VerifierBase64 },
        };
        Assert.False((await Client.CallAsync("ConfirmDevice", confirm)).GetProperty("UserConfirmationNecessary").GetBoolean());
        await ExpectAsync("DeviceKeyExistsException", "ConfirmDevice", confirm);
        await EnrolAsync(access);
        Assert.Equal("SOFTWARE_TOKEN_MFA", Name(await SrpAsync("ann", Password)));
        JsonElement challenge = await SrpAsync("ann", Password, ("DEVICE_KEY", key));
        Assert.Equal("DEVICE_SRP_AUTH", Name(challenge));
        SrpClient srp = new(group);
        JsonElement other = await RespondAsync(
            await SrpAsync("ann", Password, ("DEVICE_KEY", key)),
            ("SRP_A", srp.PublicValue),
            ("DEVICE_KEY", key)
        );
        await ExpectAsync(
            "NotAuthorizedException",
            "RespondToAuthChallenge",
            Answer("DEVICE_PASSWORD_VERIFIER", SessionOf(other), "ann", [.. Proof(srp, key, "wrong", other), ("DEVICE_KEY", key)])
        );
        challenge = await RespondAsync(challenge, ("SRP_A", srp.PublicValue), ("DEVICE_KEY", key));
        JsonElement signedIn = await RespondAsync(challenge, [.. Proof(srp, key, "device-password", challenge), ("DEVICE_KEY", key)]);
        Assert.False(signedIn.GetProperty("AuthenticationResult").TryGetProperty("NewDeviceMetadata", out _));
        Assert.Equal(key, Claims(signedIn.GetProperty("AuthenticationResult"), "AccessToken").GetProperty("device_key").GetString());
        await SrpAsync("ann", Password, ("DEVICE_KEY", key));
        (string, string) device = ("DEVICE_KEY", key);
        JsonElement without = await Client.CallAsync(
            "RespondToAuthChallenge",
            Answer("DEVICE_SRP_AUTH", null, "ann", ("SRP_A", srp.PublicValue), device)
        );
        Assert.Equal(
            "tokens",
            Name(
                await Client.CallAsync(
                    "RespondToAuthChallenge",
                    Answer("DEVICE_PASSWORD_VERIFIER", null, "ann", [.. Proof(srp, key, "device-password", without), device])
                )
            )
        );
        string refresh = signedIn.GetProperty("AuthenticationResult").GetProperty("RefreshToken").GetString()!;
        await ExpectAsync("NotAuthorizedException", "GetTokensFromRefreshToken", new { ClientId, RefreshToken = refresh });
        await Client.CallAsync(
            "GetTokensFromRefreshToken",
            new
            {
                ClientId,
                RefreshToken = refresh,
                DeviceKey = key,
            }
        );
        Assert.Single((await Client.CallAsync("ListDevices", new { AccessToken = access })).GetProperty("Devices").EnumerateArray());
        await Client.CallAsync("ForgetDevice", new { AccessToken = access, DeviceKey = key });
        SrpClient user = new(SrpClient.PoolName(Pool));
        challenge = await InitiateAsync("USER_SRP_AUTH", "ann", ("SRP_A", user.PublicValue));
        (string, string)[] proof = Proof(user, "ann", Password, challenge);
        await ExpectAsync(
            "ResourceNotFoundException",
            "RespondToAuthChallenge",
            Answer("PASSWORD_VERIFIER", null, "ann", [.. proof, ("DEVICE_KEY", key)])
        );
        Assert.Equal(
            "SOFTWARE_TOKEN_MFA",
            Name(await Client.CallAsync("RespondToAuthChallenge", Answer("PASSWORD_VERIFIER", null, "ann", proof)))
        );
    }

    [Fact]
    public async Task A_passkey_is_registered_and_signs_in()
    {
        await SetUpAsync(
            new
            {
                PoolName = "passkeys",
                Policies = new { SignInPolicy = new { AllowedFirstAuthFactors = new[] { "PASSWORD", "WEB_AUTHN" } } },
            }
        );
        string access = await AccessTokenAsync();
        await ExpectAsync("WebAuthnConfigurationMissingException", "StartWebAuthnRegistration", new { AccessToken = access });
        await Client.CallAsync(
            "SetUserPoolMfaConfig",
            new { UserPoolId = Pool, WebAuthnConfiguration = new { RelyingPartyId = "example.com", UserVerification = "required" } }
        );
        using SoftwareAuthenticator authenticator = new("https://login.example.com");
        using SoftwareAuthenticator elsewhere = new("https://example.com.evil.net");
        JsonElement options = (await Client.CallAsync("StartWebAuthnRegistration", new { AccessToken = access })).GetProperty(
            "CredentialCreationOptions"
        );
        await ExpectAsync(
            "WebAuthnOriginNotAllowedException",
            "CompleteWebAuthnRegistration",
            new { AccessToken = access, Credential = elsewhere.Create(options) }
        );
        await ExpectAsync(
            "InvalidParameterException",
            "CompleteWebAuthnRegistration",
            new { AccessToken = access, Credential = new { id = "x" } }
        );
        await Client.CallAsync("CompleteWebAuthnRegistration", new { AccessToken = access, Credential = authenticator.Create(options) });
        await ExpectAsync(
            "WebAuthnChallengeNotFoundException",
            "CompleteWebAuthnRegistration",
            new { AccessToken = access, Credential = authenticator.Create(options) }
        );
        string id = Assert
            .Single(
                (await Client.CallAsync("ListWebAuthnCredentials", new { AccessToken = access }))
                    .GetProperty("Credentials")
                    .EnumerateArray()
            )
            .GetProperty("CredentialId")
            .GetString()!;

        JsonElement challenge = await InitiateAsync("USER_AUTH", "ann", ("PREFERRED_CHALLENGE", "WEB_AUTHN"));
        string assertion = authenticator.Get(Parameter(challenge, "CREDENTIAL_REQUEST_OPTIONS"));
        Assert.Equal("tokens", Name(await RespondAsync(challenge, ("CREDENTIAL", assertion))));
        async Task RefusedAsync(Func<string, string> answer)
        {
            JsonElement next = await InitiateAsync("USER_AUTH", "ann", ("PREFERRED_CHALLENGE", "WEB_AUTHN"));
            await ExpectAsync(
                "NotAuthorizedException",
                "RespondToAuthChallenge",
                Answer("WEB_AUTHN", SessionOf(next), "ann", ("CREDENTIAL", answer(Parameter(next, "CREDENTIAL_REQUEST_OPTIONS"))))
            );
        }
        await RefusedAsync(_ => assertion);
        await RefusedAsync(elsewhere.Get);
        await RefusedAsync(request => WithOtherSignature(authenticator.Get(request)));
        authenticator.Counter = 0;
        await RefusedAsync(authenticator.Get);
        await Client.CallAsync("DeleteWebAuthnCredential", new { AccessToken = access, CredentialId = id });
        Assert.Equal("SELECT_CHALLENGE", Name(await InitiateAsync("USER_AUTH", "ann", ("PREFERRED_CHALLENGE", "WEB_AUTHN"))));
    }
}
