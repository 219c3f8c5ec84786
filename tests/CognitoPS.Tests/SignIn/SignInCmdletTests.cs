using System.Management.Automation;
using System.Net;
using System.Text;
using CognitoPS.LocalServer;
using CognitoPS.Secrets;
using CognitoPS.SignIn;
using CognitoPS.Tests.Support;
using Xunit;

namespace CognitoPS.Tests.SignIn;

/// <summary>Signing in by cmdlets, from a script to the local server and back.</summary>
public sealed class SignInCmdletTests : IDisposable
{
    private const string Password = "Right-Horse-7";
    private const string NewPassword = "New-Horse-88!";
    private const string Flows =
        "ALLOW_USER_SRP_AUTH, ALLOW_USER_PASSWORD_AUTH, ALLOW_ADMIN_USER_PASSWORD_AUTH, ALLOW_USER_AUTH, ALLOW_CUSTOM_AUTH, ALLOW_REFRESH_TOKEN_AUTH";

    private readonly StringBuilder _written = new();
    private readonly Engine _engine;
    private readonly string _pool;
    private readonly string _client;
    private TimeSpan _ahead;

    public SignInCmdletTests()
    {
        _engine = new Engine(options: new CognitoServerOptions { Seed = 1, Clock = () => DateTimeOffset.UtcNow + _ahead });
        _pool = _engine.Server.AddPool("customers", settings: """{ "AutoVerifiedAttributes": ["email"] }""");
        Run("Set-CognitoUserPoolMfa $args[0] -MfaConfiguration OPTIONAL -SoftwareTokenMfaConfiguration @{ Enabled = $true }", _pool)
            .Succeeded();
        _client = (string)
            Run(
                    $"$app = New-CognitoUserPoolClient $args[0] web -GenerateSecret -ExplicitAuthFlows {Flows} -PreventUserExistenceErrors LEGACY; $app",
                    _pool
                )
                .Succeeded()["ClientId"]!;
        Run(
                "$right, $new, $wrong, $pool, $client = $args; $VerbosePreference = $DebugPreference = 'Continue'",
                Credential("ann", Password),
                Credential("ann", NewPassword),
                Credential("ann", "Wrong-Horse-7"),
                _pool,
                _client
            )
            .Succeeded();
    }

    private string LastCode => _engine.Server.Log.Messages[^1].Code;

    public void Dispose() => _engine.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("-Admin")]
    public void A_user_goes_from_sign_up_to_a_new_password_and_no_secret_is_shown(string admin)
    {
        Run("$signUp = $app | Register-CognitoUser -Username ann -Password $right.Password -UserAttribute @{ email = 'ann@example.com' }")
            .Succeeded();
        string code = LastCode;
        Run(admin.Length > 0 ? "Confirm-CognitoUser $pool ann" : "$signUp | Confirm-CognitoUser -ConfirmationCode $args[0]", code)
            .Succeeded();
        if (admin.Length > 0)
            Run("Set-CognitoUser $pool ann @{ email_verified = $true }").Succeeded();
        Run($"$s = $app | Connect-CognitoUser -Credential $right {admin}").Succeeded();
        Assert.Equal(true, Run("$s").Succeeded()["IsSignedIn"]);
        Assert.Equal("ann@example.com", Run("$s | Get-CognitoUser").Succeeded()["Email"]);

        Run("$totp = $s | New-CognitoSoftwareToken; $totp | Confirm-CognitoSoftwareToken -UserCode ($totp | Get-CognitoTotpCode)")
            .Succeeded();
        Run(
                admin.Length > 0
                    ? "Set-CognitoUserMfaPreference $pool ann -SoftwareTokenMfaSettings @{ Enabled = $true; PreferredMfa = $true }"
                    : "$s | Set-CognitoUserMfaPreference -SoftwareTokenMfaSettings @{ Enabled = $true; PreferredMfa = $true }"
            )
            .Succeeded();
        Outcome open = Run($"($open = $app | Connect-CognitoUser -Credential $right {admin})").Succeeded();
        Assert.Equal("SOFTWARE_TOKEN_MFA", open["ChallengeName"]);
        Assert.Equal(["Code"], (IEnumerable<string>)open["Wants"]!);
        _ahead = TimeSpan.FromSeconds(30);
        Assert.Equal(["CodeMismatchException"], Run("$open | Resume-CognitoSignIn -Code 000000").ErrorIds);
        _engine.Server.ForgetUsedCodes();
        Run("$s2 = $open | Resume-CognitoSignIn -TotpSecret $totp.SoftwareTokenSecret").Succeeded();
        Assert.Equal(true, Run("$s2 | Test-CognitoToken -TokenUse access -Quiet").Succeeded().Output.Single().BaseObject);

        Run("$s3 = $s2 | Update-CognitoToken").Succeeded();
        Assert.Equal("ann", Run("$s3 | Get-CognitoUser").Succeeded()["Username"]);
        Run("$s3 | Revoke-CognitoToken").Succeeded();
        Assert.Contains(Run("$s3 | Update-CognitoToken").ErrorIds.Single(), (string[])["RefreshTokenRevoked", "InvalidRefreshToken"]);
        Run(admin.Length > 0 ? "Disconnect-CognitoUser $pool ann" : "$s | Disconnect-CognitoUser").Succeeded();
        Assert.Equal(["AccessTokenRevoked"], Run("$s | Get-CognitoUser").ErrorIds);

        Run(admin.Length > 0 ? "Reset-CognitoUserPassword $pool ann" : "$app | Reset-CognitoUserPassword -Username ann").Succeeded();
        string resetCode = LastCode;
        if (admin.Length > 0)
            Assert.Equal(["PasswordResetRequiredException"], Run("$app | Connect-CognitoUser -Credential $right -Admin").ErrorIds);
        Run("$app | Complete-CognitoPasswordReset -Username ann -ConfirmationCode $args[0] -Password $new.Password", resetCode).Succeeded();
        _ahead = TimeSpan.FromSeconds(90);
        string secret = Texts("$totp.SoftwareTokenSecret").Single();
        string totp = TotpCode.Compute(SecureText.Hide(secret), DateTime.UtcNow + _ahead).Code;
        Assert.Equal(true, Run($"$app | Connect-CognitoUser -Credential $new -Code $args[0] {admin}", totp).Succeeded()["IsSignedIn"]);
        Assert.Equal(["IncorrectUsernameOrPassword"], Run($"$app | Connect-CognitoUser -Credential $right {admin}").ErrorIds);

        foreach (
            string signedOperation in (string[])
                ["SignUp", "InitiateAuth", "GetUser", "AssociateSoftwareToken", "GetTokensFromRefreshToken", "RevokeToken"]
        )
            Assert.DoesNotContain(
                _engine.Server.Log.Requests,
                request => request.Operation == signedOperation && request.AccessKey is not null
            );
        string[] secrets =
        [
            Password,
            NewPassword,
            code,
            resetCode,
            .. Texts(
                "$app.ClientSecret, $s.AccessToken, $s.IdToken, $s.RefreshToken, $s2.AccessToken, $s3.IdToken, $totp.SoftwareTokenSecret, $totp.Uri"
            ),
        ];
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, _written.ToString()));
    }

    [Fact]
    public void The_clients_secret_is_read_when_it_is_needed_and_asked_for_when_that_cannot_be()
    {
        AddUser();
        Assert.Equal(true, Run("Connect-CognitoUser $client $right -UserPoolId $pool").Succeeded()["IsSignedIn"]);
        Assert.Equal(1, _engine.Server.Log.Count("DescribeUserPoolClient"));
        Assert.Equal(["MissingSecretHash"], Run("Connect-CognitoUser $client $right -AuthFlow USER_PASSWORD_AUTH").ErrorIds);
        Assert.Equal(
            ["WrongClientSecret"],
            Run("Connect-CognitoUser $client $right -UserPoolId $pool -ClientSecret 123456789012345678901234").ErrorIds
        );
        Assert.Equal(["SignInParameterMissing"], Run("Connect-CognitoUser $client $right -Region eu-west-1").ErrorIds);
    }

    [Fact]
    public void Each_reason_for_which_a_sign_in_fails_has_its_id()
    {
        AddUser();
        Assert.Equal(["IncorrectUsernameOrPassword"], Run("$app | Connect-CognitoUser -Credential $wrong").ErrorIds);
        PSCredential nobody = Credential("nobody", Password);
        Assert.Equal(["UserNotFoundException"], Run("$app | Connect-CognitoUser -Credential $args[0]", nobody).ErrorIds);
        Run("$hides = New-CognitoUserPoolClient $pool hides -PreventUserExistenceErrors ENABLED -ExplicitAuthFlows ALLOW_USER_SRP_AUTH")
            .Succeeded();
        Assert.Equal(["IncorrectUsernameOrPassword"], Run("$hides | Connect-CognitoUser -Credential $args[0]", nobody).ErrorIds);

        Outcome flow = Run("$hides | Connect-CognitoUser -Credential $right -AuthFlow USER_PASSWORD_AUTH");
        Assert.Equal(["FlowNotEnabled"], flow.ErrorIds);
        Assert.Contains("ALLOW_USER_SRP_AUTH", flow.Errors[0].ToString());

        _ahead = TimeSpan.FromMinutes(10);
        Assert.Equal(["ClockSkew"], Run("$app | Connect-CognitoUser -Credential $right").ErrorIds);
        _ahead = TimeSpan.Zero;

        Run("Disable-CognitoUser $pool ann").Succeeded();
        Assert.Equal(["UserDisabled"], Run("$app | Connect-CognitoUser -Credential $right").ErrorIds);
        Run("$null = $app | Register-CognitoUser -Username ben -Password $right.Password -UserAttribute @{ email = 'ben@example.com' }")
            .Succeeded();
        Assert.Equal(
            ["UserNotConfirmedException"],
            Run("$app | Connect-CognitoUser -Credential $args[0]", Credential("ben", Password)).ErrorIds
        );
        Assert.DoesNotContain(Password, _written.ToString());
    }

    [Fact]
    public void A_first_sign_in_wants_a_new_password_until_its_session_expires()
    {
        Run("$null = New-CognitoUser $pool ann -TemporaryPassword $right.Password -MessageAction SUPPRESS").Succeeded();
        Outcome open = Run("($open = $app | Connect-CognitoUser -Credential $right)").Succeeded();
        Assert.Equal("NEW_PASSWORD_REQUIRED", open["ChallengeName"]);
        Assert.Equal(["NewPassword"], (IEnumerable<string>)open["Wants"]!);
        Assert.Equal(["InvalidPasswordException"], Run("$open | Resume-CognitoSignIn -NewPassword short").ErrorIds);
        Assert.Equal(true, Run("$open | Resume-CognitoSignIn -NewPassword $new.Password").Succeeded()["IsSignedIn"]);

        Run("Set-CognitoUserPassword $pool ann $right.Password; $open = $app | Connect-CognitoUser -Credential $right").Succeeded();
        _ahead = TimeSpan.FromMinutes(4);
        Assert.Equal(["SignInSessionExpired"], Run("$open | Resume-CognitoSignIn -NewPassword $new.Password").ErrorIds);
    }

    [Fact]
    public void A_custom_challenge_is_answered()
    {
        AddUser();
        _engine.Server.CustomChallengeAnswer = "42";
        Assert.Equal(
            "CUSTOM_CHALLENGE",
            Run("($open = $app | Connect-CognitoUser -Username ann -AuthFlow CUSTOM_AUTH)").Succeeded()["ChallengeName"]
        );
        Assert.Equal(true, Run("$open | Resume-CognitoSignIn -CustomAnswer 42").Succeeded()["IsSignedIn"]);
    }

    [Fact]
    public void The_user_looks_after_the_own_account_without_credentials()
    {
        AddUser();
        Run("$s = $app | Connect-CognitoUser -Credential $right; Disconnect-Cognito").Succeeded();
        string endpoint = $"-EndpointUrl {_engine.Server.Endpoint}";
        Outcome changed = Run($"$s | Set-CognitoUser -Attribute @{{ email = 'new@example.com' }} {endpoint}").Succeeded();
        Assert.Equal("EMAIL", changed["DeliveryMedium"]);
        Run($"$s | Confirm-CognitoUserAttribute email $args[0] {endpoint}", LastCode).Succeeded();
        Assert.Equal("Ann", Run($"$s | Set-CognitoUser -Attribute @{{ name = 'Ann' }} -PassThru {endpoint}").Succeeded()["name"]);
        Assert.Equal("true", Run($"$s | Get-CognitoUser {endpoint}").Succeeded()["email_verified"]);
        Assert.Equal("EMAIL", Run($"$s | Send-CognitoAttributeVerificationCode email {endpoint}").Succeeded()["DeliveryMedium"]);
        Run($"$s | Set-CognitoUserPassword -PreviousPassword $right.Password -Password $new.Password {endpoint}").Succeeded();
        Assert.Contains(
            "PASSWORD",
            (IEnumerable<string>)Run($"$s | Get-CognitoUserAuthFactor {endpoint}").Succeeded()["ConfiguredUserAuthFactors"]!
        );
        Assert.Single(Run($"$s | Get-CognitoUserSession {endpoint}").Succeeded().Output);
        Assert.Equal("ann", Run($"Get-CognitoUser -AccessToken $s.GetAccessToken() {endpoint}").Succeeded()["Username"]);
        Run($"$s | Remove-CognitoUser -Confirm:$false {endpoint}").Succeeded();
        Assert.DoesNotContain(_engine.Server.Log.Requests, request => request.Operation == "DeleteUser" && request.AccessKey is not null);
        Assert.Equal(0, _engine.Server.Log.Count("AdminDeleteUser"));
    }

    [Fact]
    public void Naming_the_pool_makes_it_the_administrators_doing()
    {
        AddUser();
        Run("$s = $app | Connect-CognitoUser -Credential $right; $null = $s | Get-CognitoUserSession -UserPoolId $pool").Succeeded();
        Assert.Equal(1, _engine.Server.Log.Count("AdminListUserSessions"));
        Assert.Equal(0, _engine.Server.Log.Count("ListUserSessions"));
    }

    [Fact]
    public void What_speaks_against_a_token_is_told()
    {
        AddUser();
        Run("$s = $app | Connect-CognitoUser -Credential $right").Succeeded();
        Assert.Equal(["MalformedToken"], Run("ConvertFrom-CognitoToken rubbish").ErrorIds);
        Assert.Equal("Malformed", Reasons("rubbish"));
        Assert.Equal("WrongIssuer", Reasons("$s.AccessToken -UserPoolId eu-west-1_Other1"));
        Assert.Equal("WrongUse", Reasons("$s.AccessToken -TokenUse id"));
        Assert.Equal("WrongClient", Reasons("$s.IdToken -ClientId 5other0client"));
        Assert.Equal("WrongUse", Reasons("$s.RefreshToken"));
        Assert.Equal("BadSignature", Reasons("($s.GetAccessToken() -replace '\\.[^.]{8}([^.]*)$', '.AAAAAAAA$1')"));
        Assert.Contains("AlgorithmNotAllowed", Reasons("($s.GetAccessToken() -replace '^[^.]+', 'eyJhbGciOiJub25lIn0')"));
        Assert.Contains("AlgorithmNotAllowed", Reasons("($s.GetAccessToken() -replace '^[^.]+', 'eyJhbGciOiJIUzI1NiJ9')"));
        Assert.Equal(
            true,
            Run("Test-CognitoToken $s.IdToken -UserPoolId $pool -ClientId $client -TokenUse id -Quiet")
                .Succeeded()
                .Output.Single()
                .BaseObject
        );
        Assert.Equal(_pool, Run("ConvertFrom-CognitoToken $s.IdToken").Succeeded()["UserPoolId"]);

        string Reasons(string token) => string.Join(' ', Run($"(Test-CognitoToken {token}).Reasons").Succeeded().All("Id"));
    }

    [Fact]
    public void WhatIf_sends_nothing()
    {
        AddUser();
        Run("$s = $app | Connect-CognitoUser -Credential $right").Succeeded();
        _engine.Server.Log.Clear();
        Run(
                """
                $WhatIfPreference = $true
                $app | Register-CognitoUser -Username zoe -Password $right.Password
                $app | Send-CognitoConfirmationCode -Username ann
                $app | Reset-CognitoUserPassword -Username ann
                $app | Complete-CognitoPasswordReset -Username ann -ConfirmationCode 1 -Password $new.Password
                $s | New-CognitoSoftwareToken
                $s | Set-CognitoUser -Attribute @{ name = 'Ann' }
                $s | Remove-CognitoUser
                $s | Disconnect-CognitoUser
                $s | Revoke-CognitoToken
                $WhatIfPreference = $false
                """
            )
            .Succeeded();
        Assert.Equal(0, _engine.Server.Log.Count());
    }

    [Theory]
    [InlineData("migrate-users-by-csv.md", "CognitoPS.UserImportResult")]
    [InlineData("rehearse-on-the-local-server.md", "CognitoPS.UserPoolSummary")]
    [InlineData("test-a-sign-in-flow.md", "CognitoPS.SignInSession")]
    [InlineData("token-for-an-api-call.md", "CognitoPS.Token")]
    public void The_commands_of_the_guides_run(string guide, string writes)
    {
        IEnumerable<string> commands = File.ReadAllText(Repository.In("docs", "guides", guide))
            .Split("```")
            .Where((_, index) => index % 2 == 1)
            .Where(block => block.StartsWith("powershell", StringComparison.Ordinal))
            .Select(block => block["powershell".Length..]);
        using var engine = new Engine(connect: false);
        engine
            .Run(
                "$given = $args[0]; function Get-Credential { [pscredential]::new($args[0], $given) }; function Invoke-RestMethod { }",
                new NetworkCredential("", Password).SecurePassword
            )
            .Succeeded();
        Outcome outcome = engine
            .Run(string.Join('\n', commands) + "\nGet-CognitoLocalServer | Where-Object Port -eq $server.Port | Stop-CognitoLocalServer")
            .Succeeded();
        Assert.Contains(outcome.Output, item => item?.TypeNames[0] == writes);
    }

    private Outcome Run(string script, params object?[] arguments)
    {
        Outcome outcome = _engine.Run(script, arguments);
        _written.AppendLine(outcome.Everything);
        return outcome;
    }

    private void AddUser() =>
        Run(
                "$null = New-CognitoUser $pool ann -Attribute @{ email = 'ann@example.com'; email_verified = $true } -MessageAction SUPPRESS; Set-CognitoUserPassword $pool ann $right.Password -Permanent"
            )
            .Succeeded();

    private IEnumerable<string> Texts(string secureStrings) =>
        _engine
            .Run($"{secureStrings} | ForEach-Object {{ [System.Net.NetworkCredential]::new('', $_).Password }}")
            .Succeeded()
            .Output.Select(item => item.ToString());

    private static PSCredential Credential(string name, string password) => new(name, new NetworkCredential("", password).SecurePassword);
}
