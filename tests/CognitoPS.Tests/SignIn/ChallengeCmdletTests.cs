using System.Management.Automation;
using System.Net;
using System.Text.Json;
using CognitoPS.LocalServer;
using CognitoPS.Tests.Support;
using Xunit;

namespace CognitoPS.Tests.SignIn;

/// <summary>What a sign-in can be asked, and what a user does about it, by cmdlets.</summary>
public sealed class ChallengeCmdletTests : IDisposable
{
    private const string Password = "Right-Horse-7";
    private const string Flows = "ALLOW_USER_SRP_AUTH, ALLOW_ADMIN_USER_PASSWORD_AUTH, ALLOW_USER_AUTH, ALLOW_REFRESH_TOKEN_AUTH";
    private const string Settings = """
        {
          "UserPoolTier": "PLUS", "UserPoolAddOns": { "AdvancedSecurityMode": "AUDIT" }, "AutoVerifiedAttributes": ["email"],
          "EmailConfiguration": { "EmailSendingAccount": "DEVELOPER", "SourceArn": "arn:aws:ses:eu-west-1:123456789012:identity/example.com" },
          "SmsConfiguration": { "SnsCallerArn": "arn:aws:iam::123456789012:role/sms", "ExternalId": "x" },
          "Policies": { "SignInPolicy": { "AllowedFirstAuthFactors": ["PASSWORD", "EMAIL_OTP", "SMS_OTP", "WEB_AUTHN"] } }
        }
        """;

    private readonly Engine _engine = new(options: new CognitoServerOptions { Seed = 1 });

    private string LastCode => _engine.Server.Log.Messages[^1].Code;

    public void Dispose() => _engine.Dispose();

    [Theory]
    [InlineData("SMSMfaSettings", "", "SMS_MFA", "SMS", "+*******1234")]
    [InlineData("EmailMfaSettings", "-Admin", "EMAIL_OTP", "EMAIL", "a***@e***")]
    public void A_code_is_sent_and_the_answer_says_where(string setting, string admin, string challenge, string medium, string destination)
    {
        SetUp();
        AddFactors("OPTIONAL");
        Run($"Set-CognitoUserMfaPreference $pool ann -{setting} @{{ Enabled = $true; PreferredMfa = $true }}");
        Outcome open = Run($"($open = $app | Connect-CognitoUser -Credential $ann {admin})");
        Assert.Equal(
            [challenge, medium, destination, "Code"],
            [open["ChallengeName"], open["DeliveryMedium"], open["DeliveryDestination"], .. (IEnumerable<string>)open["Wants"]!]
        );
        ErrorRecord wrong = Assert.Single(_engine.Run("$open | Resume-CognitoSignIn -Code none").Errors);
        Assert.StartsWith("CodeMismatchException,", wrong.FullyQualifiedErrorId);
        Assert.Contains($"sent by {medium} to {destination}.", wrong.ToString());
        Assert.Equal(true, Run("$open | Resume-CognitoSignIn -Code $args[0]", LastCode)["IsSignedIn"]);
    }

    [Fact]
    public void Of_several_second_factors_one_is_chosen()
    {
        SetUp();
        AddFactors("OPTIONAL");
        Run(
            """
            $s = $app | Connect-CognitoUser -Credential $ann
            $totp = $s | New-CognitoSoftwareToken
            $totp | Confirm-CognitoSoftwareToken -UserCode ($totp | Get-CognitoTotpCode)
            $totp | Set-CognitoUserMfaPreference -SoftwareTokenMfaSettings @{ Enabled = $true } -SMSMfaSettings @{ Enabled = $true }
            """
        );
        Assert.Equal(1, _engine.Server.Log.Count("SetUserMFAPreference"));
        Outcome open = Run("($open = $app | Connect-CognitoUser -Credential $ann)");
        Assert.Equal("SELECT_MFA_TYPE", open["ChallengeName"]);
        Assert.Equal(["SMS_MFA", "SOFTWARE_TOKEN_MFA"], (IEnumerable<string>)open["Choices"]!);
        Assert.Equal(["MfaChoice"], (IEnumerable<string>)open["Wants"]!);
        Assert.Equal("SELECT_MFA_TYPE", Run("$open | Resume-CognitoSignIn -MfaChoice EMAIL_OTP")["ChallengeName"]);
        Assert.Equal("SMS_MFA", Run("($sms = $open | Resume-CognitoSignIn -MfaChoice SMS_MFA)")["ChallengeName"]);
        Assert.Equal(true, Run("$sms | Resume-CognitoSignIn -Code $args[0]", LastCode)["IsSignedIn"]);
        _engine.Server.ForgetUsedCodes();
        Assert.Equal(true, Run("$app | Connect-CognitoUser -Credential $ann -TotpSecret $totp.SoftwareTokenSecret")["IsSignedIn"]);
    }

    [Fact]
    public void Where_MFA_is_required_the_sign_in_sets_it_up()
    {
        SetUp(
            "$null = New-CognitoUser $pool ben -MessageAction SUPPRESS; Set-CognitoUserPassword $pool ben $ann.Password -Permanent; Set-CognitoUser $pool ann @{ email_verified = 'false'; phone_number_verified = 'false' }"
        );
        AddFactors("ON");
        Outcome open = Run("($open = $app | Connect-CognitoUser -Credential $ann)");
        Assert.Equal("MFA_SETUP", open["ChallengeName"]);
        Assert.Equal(["SMS_MFA", "SOFTWARE_TOKEN_MFA", "EMAIL_OTP"], (IEnumerable<string>)open["Choices"]!);
        Assert.Equal(["EnableSoftwareTokenMFAException"], _engine.Run("$open | Resume-CognitoSignIn -Code 000000").ErrorIds);
        Assert.Equal(
            true,
            Run("($s = $open | Resume-CognitoSignIn -Code (Get-CognitoTotpCode $open.SoftwareTokenSecret) -DeviceName telephone)")[
                "IsSignedIn"
            ]
        );
        _engine.Server.ForgetUsedCodes();
        Assert.Equal(true, Run("$app | Connect-CognitoUser -Credential $ann -TotpSecret $s.SoftwareTokenSecret")["IsSignedIn"]);

        Run("$ben = [pscredential]::new('ben', $ann.Password)");
        Assert.Equal("EMAIL_OTP", Run("($open = $app | Connect-CognitoUser -Credential $ben -Email ben@example.com)")["ChallengeName"]);
        Run(
            "Remove-CognitoUser $pool ben -Confirm:$false; $null = New-CognitoUser $pool ben -MessageAction SUPPRESS; Set-CognitoUserPassword $pool ben $ann.Password -Permanent"
        );
        Assert.Equal(true, Run("($s = $app | Connect-CognitoUser -Credential $ben -EnrollSoftwareToken)")["IsSignedIn"]);
        Assert.Equal("SOFTWARE_TOKEN_MFA", Run("$app | Connect-CognitoUser -Credential $ben")["ChallengeName"]);
        _engine.Server.ForgetUsedCodes();
        Assert.Equal(true, Run("$app | Connect-CognitoUser -Credential $ben -TotpSecret $s.SoftwareTokenSecret")["IsSignedIn"]);
    }

    [Fact]
    public void The_user_chooses_what_to_begin_with()
    {
        SetUp();
        Outcome open = Run("($open = $app | Connect-CognitoUser -Username ann -AuthFlow USER_AUTH)");
        Assert.Equal("SELECT_CHALLENGE", open["ChallengeName"]);
        Assert.Equal(["PASSWORD_SRP", "PASSWORD", "EMAIL_OTP", "SMS_OTP"], (IEnumerable<string>)open["Choices"]!);
        Assert.Equal(["FirstFactor"], (IEnumerable<string>)open["Wants"]!);
        Assert.Equal(
            "PASSWORD",
            Assert.Single((IEnumerable<string>)Run("$open | Resume-CognitoSignIn -FirstFactor PASSWORD")["Wants"]!),
            ignoreCase: true
        );
        Assert.Equal(true, Run("$open | Resume-CognitoSignIn -FirstFactor PASSWORD -Password $ann.Password")["IsSignedIn"]);
        Assert.Equal(
            ["SignInSessionExpired"],
            _engine.Run("$open | Resume-CognitoSignIn -FirstFactor PASSWORD -Password $ann.Password").ErrorIds
        );
        Run("$open = $app | Connect-CognitoUser -Username ann -AuthFlow USER_AUTH");
        Assert.Equal(true, Run("$open | Resume-CognitoSignIn -FirstFactor PASSWORD_SRP -Password $ann.Password")["IsSignedIn"]);

        foreach ((string factor, string medium) in ((string, string)[])[("EMAIL_OTP", "EMAIL"), ("SMS_OTP", "SMS")])
        {
            Run("$open = $app | Connect-CognitoUser -Username ann -AuthFlow USER_AUTH");
            Assert.Equal(medium, Run($"($sent = $open | Resume-CognitoSignIn -FirstFactor {factor})")["DeliveryMedium"]);
            Assert.Equal(true, Run("$sent | Resume-CognitoSignIn -Code $args[0]", LastCode)["IsSignedIn"]);
            Assert.Equal(factor, Run($"($sent = $app | Connect-CognitoUser -Username ann -FirstFactor {factor})")["ChallengeName"]);
            Assert.Equal(true, Run("$sent | Resume-CognitoSignIn -Code $args[0]", LastCode)["IsSignedIn"]);
        }

        foreach (
            string how in (string[])
                ["-FirstFactor PASSWORD", "-FirstFactor PASSWORD_SRP", "-AuthFlow USER_AUTH", "-AuthFlow USER_AUTH -Admin"]
        )
            Assert.Equal(true, Run($"$app | Connect-CognitoUser -Credential $ann {how}")["IsSignedIn"]);
        Assert.Equal(["SignInParameterMissing"], _engine.Run("$app | Connect-CognitoUser -Username ann -FirstFactor PASSWORD").ErrorIds);
        Assert.Equal("SELECT_CHALLENGE", Run("$app | Connect-CognitoUser -Username ann -FirstFactor WEB_AUTHN")["ChallengeName"]);
    }

    [Fact]
    public void A_passkey_is_registered_signs_in_and_is_removed()
    {
        SetUp("$s = $app | Connect-CognitoUser -Credential $ann");
        Assert.Equal(["WebAuthnConfigurationMissingException"], _engine.Run("$s | Start-CognitoWebAuthnRegistration").ErrorIds);
        Run("Set-CognitoUserPoolMfa $pool -WebAuthnConfiguration @{ RelyingPartyId = 'example.com'; UserVerification = 'required' }");
        using SoftwareAuthenticator authenticator = new("https://login.example.com");
        string options = (string)Run("($r = $s | Start-CognitoWebAuthnRegistration)")["CredentialCreationOptions"]!;
        Assert.Equal(["InvalidJson"], _engine.Run("$r | Complete-CognitoWebAuthnRegistration -Credential '{ no'").ErrorIds);
        Run(
            "$r | Complete-CognitoWebAuthnRegistration -Credential $args[0]",
            JsonSerializer.Serialize(authenticator.Create(JsonDocument.Parse(options).RootElement))
        );
        Assert.Equal("example.com", Run("$s | Get-CognitoWebAuthnCredential")["RelyingPartyId"]);

        Outcome open = Run("($open = $app | Connect-CognitoUser -Username ann -FirstFactor WEB_AUTHN)");
        Assert.Equal(["WebAuthnCredential"], (IEnumerable<string>)open["Wants"]!);
        string request = ((IReadOnlyDictionary<string, string>)open["ChallengeParameters"]!)["CREDENTIAL_REQUEST_OPTIONS"];
        Assert.Equal(true, Run("$open | Resume-CognitoSignIn -WebAuthnCredential $args[0]", authenticator.Get(request))["IsSignedIn"]);

        Run("$s | Get-CognitoWebAuthnCredential | Remove-CognitoWebAuthnCredential -Confirm:$false");
        Assert.Empty(Run("$s | Get-CognitoWebAuthnCredential").Output);
        Assert.DoesNotContain(
            _engine.Server.Log.Requests,
            request => request.Operation.Contains("WebAuthn") && request.AccessKey is not null
        );
    }

    [Fact]
    public void A_remembered_device_stands_for_the_second_factor_until_its_user_removes_it()
    {
        SetUp(
            "Set-CognitoUserPool $pool -DeviceConfiguration @{ ChallengeRequiredOnNewDevice = $true; DeviceOnlyRememberedOnUserPrompt = $true }"
        );
        AddFactors("OPTIONAL");
        Assert.Equal(true, Run("($s = $app | Connect-CognitoUser -Credential $ann -DeviceName laptop)")["DeviceNeedsConsent"]);
        Run(
            """
            $s | Set-CognitoUserDevice -DeviceRememberedStatus remembered
            $totp = $s | New-CognitoSoftwareToken
            $totp | Confirm-CognitoSoftwareToken -UserCode ($totp | Get-CognitoTotpCode)
            $totp | Set-CognitoUserMfaPreference -SoftwareTokenMfaSettings @{ Enabled = $true; PreferredMfa = $true }
            """
        );
        Assert.Equal("SOFTWARE_TOKEN_MFA", Run("$app | Connect-CognitoUser -Credential $ann")["ChallengeName"]);
        Assert.Equal(true, Run("($again = $s | Connect-CognitoUser -Credential $ann)")["IsSignedIn"]);
        Assert.Equal(
            true,
            Run("($again = $again | Update-CognitoToken | Update-CognitoToken | Connect-CognitoUser -Credential $ann)")["IsSignedIn"]
        );
        Assert.Equal("laptop", Run("Get-CognitoUserDevice -AccessToken $again.AccessToken -DeviceKey $again.DeviceKey")["Name"]);

        _engine.Server.ForgetUsedCodes();
        Run(
            "$new = $app | Connect-CognitoUser -Credential $ann -TotpSecret $totp.SoftwareTokenSecret -SkipDeviceConfirmation; $device = $new | Confirm-CognitoUserDevice -DeviceName tablet; $new | Set-CognitoUserDevice -DeviceRememberedStatus remembered"
        );
        Assert.Equal(
            true,
            Run("$device | Connect-CognitoUser -ClientId $app.ClientId -ClientSecret $app.ClientSecret -Credential $ann")["IsSignedIn"]
        );

        Outcome devices = Run("$s | Get-CognitoUserDevice");
        Assert.Equal(["laptop", "tablet"], devices.All("Name").Order());
        Run("$s | Get-CognitoUserDevice | Remove-CognitoUserDevice -Confirm:$false");
        Assert.Empty(Run("$s | Get-CognitoUserDevice").Output);
        Assert.Equal([0, 2], [_engine.Server.Log.Count("AdminForgetDevice"), _engine.Server.Log.Count("ForgetDevice")]);
        Assert.DoesNotContain(
            _engine.Server.Log.Requests,
            request => request.Operation.EndsWith("Device") && !request.Operation.StartsWith("Admin") && request.AccessKey is not null
        );
        _engine.Server.ForgetUsedCodes();
        Run(
            "$null = $app | Connect-CognitoUser -Credential $ann -TotpSecret $totp.SoftwareTokenSecret; Get-CognitoUserDevice $pool ann | Remove-CognitoUserDevice -Confirm:$false"
        );
        Assert.Equal(1, _engine.Server.Log.Count("AdminForgetDevice"));
    }

    [Fact]
    public void The_user_ends_sessions_and_says_what_is_whose()
    {
        SetUp("$s, $other = 1..2 | ForEach-Object { $app | Connect-CognitoUser -Credential $ann }");
        Run("$s | Get-CognitoUserSession | Where-Object { -not $_.IsCurrentSession } | Revoke-CognitoUserSession");
        Assert.Equal(["AccessTokenRevoked"], _engine.Run("$other | Get-CognitoUser").ErrorIds);
        Assert.Equal([1, 0], [_engine.Server.Log.Count("RevokeUserSession"), _engine.Server.Log.Count("AdminRevokeUserSession")]);

        Run("$s | Set-CognitoUserSetting -MFAOptions @{ DeliveryMedium = 'SMS'; AttributeName = 'phone_number' }");
        Assert.Null(Assert.Single(_engine.Server.Log.Requests, request => request.Operation == "SetUserSettings").AccessKey);

        Run("$event = @(Get-CognitoAuthEvent $pool ann)[0]");
        Assert.Equal(
            ["NotAuthorizedException"],
            _engine.Run("$event | Set-CognitoAuthEventFeedback -FeedbackValue Valid -FeedbackToken rubbish").ErrorIds
        );
        Run("$event | Set-CognitoAuthEventFeedback -FeedbackValue Valid -FeedbackToken $event.EventId");
        Assert.Equal("Valid", Run("@(Get-CognitoAuthEvent $pool ann)[0]")["FeedbackValue"]);
        Assert.All(
            _engine.Server.Log.Requests.Where(request => request.Operation == "UpdateAuthEventFeedback"),
            request => Assert.Null(request.AccessKey)
        );

        Run("Get-CognitoUserSession $pool ann | Revoke-CognitoUserSession");
        Assert.Equal(1, _engine.Server.Log.Count("AdminRevokeUserSession"));
    }

    [Fact]
    public void A_client_token_is_given_or_what_speaks_against_it()
    {
        SetUp(
            "$null = New-CognitoResourceServer $pool -Identifier orders -Name Orders -Scopes @{ ScopeName = 'read'; ScopeDescription = 'Read' }"
        );
        Run(
            "$machine = New-CognitoUserPoolClient $pool machine -GenerateSecret -AllowedOAuthFlowsUserPoolClient $true -AllowedOAuthFlows client_credentials -AllowedOAuthScopes orders/read"
        );
        Run("$token = Get-CognitoClientToken $machine.ClientId -UserPoolId $pool -Scope orders/read");
        Assert.Equal(true, Run("$token | Test-CognitoToken -TokenUse access -Quiet").Output.Single().BaseObject);
        Assert.InRange((DateTime)Run("$token")["Expires"]!, DateTime.Now, DateTime.Now.AddDays(2));
        Assert.Equal(
            ["WrongClientSecret"],
            _engine.Run("Get-CognitoClientToken $machine.ClientId -ClientSecret 123456789012345678901234").ErrorIds
        );
        Assert.Equal(["MissingClientSecret"], _engine.Run("Get-CognitoClientToken $machine.ClientId").ErrorIds);
        Assert.Equal(["InvalidParameterException"], _engine.Run("$machine | Get-CognitoClientToken -Scope orders/write").ErrorIds);
        Assert.Equal(["GrantNotEnabled"], _engine.Run("$app | Get-CognitoClientToken").ErrorIds);
        Assert.Equal(
            ["ResourceNotFoundException"],
            _engine.Run("Get-CognitoClientToken 5other0client0id0other0000 -ClientSecret 123456789012345678901234").ErrorIds
        );
    }

    [Fact]
    public void A_sign_in_needs_no_usable_credentials()
    {
        SetUp(
            "$open = New-CognitoUserPoolClient $pool open -ExplicitAuthFlows ALLOW_USER_SRP_AUTH; Disconnect-Cognito; $StoredAWSCredentials = 'rubbish'"
        );
        string endpoint = $"-EndpointUrl {_engine.Server.Endpoint}";
        Outcome session = Run($"$open | Connect-CognitoUser -Credential $ann {endpoint}");
        Assert.Equal(true, session["IsSignedIn"]);
        Assert.InRange((DateTime)session["Expires"]!, DateTime.Now, DateTime.Now.AddDays(2));
        Run($"$null = $open | Reset-CognitoUserPassword -Username ann {endpoint}");
        Run($"$null = $open | Register-CognitoUser -Username ben -Password $ann.Password {endpoint}");
        Assert.Equal(["MissingSecretHash"], _engine.Run($"Connect-CognitoUser $app.ClientId $ann -UserPoolId $pool {endpoint}").ErrorIds);
        Assert.Equal(
            ["ProfileNotFound"],
            _engine.Run($"$open | Connect-CognitoUser -Credential $ann -ProfileName nobody {endpoint}").ErrorIds
        );
    }

    /// <summary>A pool with a client and with ann, whose addresses are verified.</summary>
    private void SetUp(string more = "")
    {
        Run(
            "$pool, $ann = $args",
            _engine.Server.AddPool("customers", settings: Settings),
            new PSCredential("ann", new NetworkCredential("", Password).SecurePassword)
        );
        Run(
            $$"""
            $app = New-CognitoUserPoolClient $pool web -GenerateSecret -ExplicitAuthFlows {{Flows}}
            $null = New-CognitoUser $pool ann -Attribute @{ email = 'ann@example.com'; email_verified = $true; phone_number = '+15550001234'; phone_number_verified = $true } -MessageAction SUPPRESS
            Set-CognitoUserPassword $pool ann $ann.Password -Permanent
            {{more}}
            """
        );
    }

    private void AddFactors(string mode)
    {
        // With MFA ON no sign-in may begin with a code.
        if (mode == "ON")
            Run("Set-CognitoUserPool $pool -SignInPolicy @{ AllowedFirstAuthFactors = 'PASSWORD' }");
        Run(
            $"Set-CognitoUserPoolMfa $pool -MfaConfiguration {mode} -SoftwareTokenMfaConfiguration @{{ Enabled = $true }} "
                + "-EmailMfaConfiguration @{ Message = 'Your code is {####}'; Subject = 'Code' }"
        );
    }

    private Outcome Run(string script, params object?[] arguments) => _engine.Run(script, arguments).Succeeded();
}
