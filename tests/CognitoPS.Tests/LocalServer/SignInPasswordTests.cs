using System.Text.Json;
using CognitoPS.SignIn;
using Xunit;

namespace CognitoPS.Tests.LocalServer;

public sealed class SignInPasswordTests : SignInTest
{
    private Task<(string Code, string Message)> FailAsync(string user, string password) =>
        Client.FailAsync("InitiateAuth", Start("USER_PASSWORD_AUTH", user, ("PASSWORD", password)));

    [Fact]
    public async Task The_right_password_is_proven_by_SRP_and_a_wrong_one_is_not()
    {
        await SetUpAsync(new { PoolName = "people", UsernameConfiguration = new { CaseSensitive = false } });
        JsonElement tokens = (await SrpAsync("ANN", Password)).GetProperty("AuthenticationResult");
        Assert.Equal("ann", Claims(tokens, "IdToken").GetProperty("cognito:username").GetString());
        SrpClient srp = new(SrpClient.PoolName(Pool));
        JsonElement challenge = await InitiateAsync("USER_SRP_AUTH", "ann", ("SRP_A", srp.PublicValue));
        object wrong = Answer("PASSWORD_VERIFIER", SessionOf(challenge), "ann", Proof(srp, "ann", "Wrong-123", challenge));
        object right = Answer("PASSWORD_VERIFIER", SessionOf(challenge), "ann", Proof(srp, "ann", Password, challenge));
        await ExpectAsync("NotAuthorizedException", "RespondToAuthChallenge", wrong);
        await ExpectAsync("NotAuthorizedException", "RespondToAuthChallenge", right);
    }

    [Fact]
    public async Task A_proof_is_good_once_by_the_right_clock_and_for_its_own_challenge()
    {
        await SetUpAsync();
        SrpClient srp = new(SrpClient.PoolName(Pool));
        JsonElement late = await InitiateAsync("USER_SRP_AUTH", "ann", ("SRP_A", srp.PublicValue));
        await ExpectAsync(
            "NotAuthorizedException",
            "RespondToAuthChallenge",
            Answer("PASSWORD_VERIFIER", null, "ann", Proof(srp, "ann", Password, late, Now.UtcDateTime.AddMinutes(10)))
        );
        JsonElement good = await InitiateAsync("USER_SRP_AUTH", "ann", ("SRP_A", srp.PublicValue));
        object answer = Answer("PASSWORD_VERIFIER", null, "ann", Proof(srp, "ann", Password, good));
        Assert.Equal("tokens", Name(await Client.CallAsync("RespondToAuthChallenge", answer)));
        await ExpectAsync("NotAuthorizedException", "RespondToAuthChallenge", answer);
        JsonElement expired = await InitiateAsync("USER_SRP_AUTH", "ann", ("SRP_A", srp.PublicValue));
        Now += TimeSpan.FromMinutes(4);
        await ExpectAsync(
            "NotAuthorizedException",
            "RespondToAuthChallenge",
            Answer("PASSWORD_VERIFIER", null, "ann", Proof(srp, "ann", Password, expired))
        );
        await ExpectAsync("InvalidParameterException", "InitiateAuth", Start("USER_SRP_AUTH", "ann", ("SRP_A", "0")));
    }

    [Fact]
    public async Task A_temporary_password_is_replaced_and_required_attributes_filled_in()
    {
        await SetUpAsync(
            new
            {
                PoolName = "people",
                Schema = new[]
                {
                    new
                    {
                        Name = "email",
                        Required = true,
                        Mutable = true,
                    },
                    new
                    {
                        Name = "name",
                        Required = true,
                        Mutable = true,
                    },
                },
            }
        );
        await ExpectAsync(
            "InvalidParameterException",
            "SignUp",
            new
            {
                ClientId,
                Username = "dan",
                Password,
            }
        );
        await AddUserAsync("bob", permanent: false);
        JsonElement challenge = await SrpAsync("bob", Password);
        Assert.Equal("NEW_PASSWORD_REQUIRED", Name(challenge));
        Assert.Equal("""["userAttributes.name"]""", Parameter(challenge, "requiredAttributes"));
        Assert.Equal(
            "bob@example.com",
            JsonDocument.Parse(Parameter(challenge, "userAttributes")).RootElement.GetProperty("email").GetString()
        );
        Assert.Equal(
            ("InvalidParameterException", "Invalid attributes given, name is missing"),
            await Client.FailAsync(
                "RespondToAuthChallenge",
                Answer("NEW_PASSWORD_REQUIRED", SessionOf(challenge), "bob", ("NEW_PASSWORD", "Better-456"))
            )
        );
        object With(string password) =>
            Answer("NEW_PASSWORD_REQUIRED", SessionOf(challenge), "bob", ("NEW_PASSWORD", password), ("userAttributes.name", "Bob"));
        await ExpectAsync("InvalidPasswordException", "RespondToAuthChallenge", With("weak"));
        JsonElement tokens = (await Client.CallAsync("RespondToAuthChallenge", With("Better-456"))).GetProperty("AuthenticationResult");
        Assert.Equal("Bob", Claims(tokens, "IdToken").GetProperty("name").GetString());
        Assert.Equal("tokens", Name(await SrpAsync("bob", "Better-456")));
        await AddUserAsync("cyd", permanent: false);
        Now += TimeSpan.FromDays(8);
        Assert.Contains("expired", (await FailAsync("cyd", Password)).Message);
    }

    [Fact]
    public async Task Who_may_not_sign_in_hears_why()
    {
        await SetUpAsync();
        object ann = new { UserPoolId = Pool, Username = "ann" };
        Assert.Equal(("NotAuthorizedException", "Incorrect username or password."), await FailAsync("ann", "Wrong-123"));
        Assert.Equal("UserNotFoundException", (await FailAsync("nobody", Password)).Code);
        await Client.CallAsync("AdminDisableUser", ann);
        Assert.Equal(("NotAuthorizedException", "User is disabled."), await FailAsync("ann", Password));
        await Client.CallAsync("AdminEnableUser", ann);
        await Client.CallAsync("AdminResetUserPassword", ann);
        Assert.Equal("PasswordResetRequiredException", (await FailAsync("ann", Password)).Code);
        await Client.CallAsync(
            "SignUp",
            new
            {
                ClientId,
                Username = "bob",
                Password,
            }
        );
        Assert.Equal("UserNotConfirmedException", (await FailAsync("bob", Password)).Code);
    }

    [Fact]
    public async Task A_client_can_hide_which_users_there_are()
    {
        await SetUpAsync(client: new { PreventUserExistenceErrors = "ENABLED" });
        Assert.Equal(await FailAsync("ann", "Wrong-123"), await FailAsync("nobody", Password));
        SrpClient srp = new(SrpClient.PoolName(Pool));
        JsonElement[] challenges =
        [
            await InitiateAsync("USER_SRP_AUTH", "nobody", ("SRP_A", srp.PublicValue)),
            await InitiateAsync("USER_SRP_AUTH", "nobody", ("SRP_A", srp.PublicValue)),
        ];
        Assert.Equal(Parameter(challenges[0], "SALT"), Parameter(challenges[1], "SALT"));
        Assert.NotEqual(Parameter(challenges[0], "SRP_B"), Parameter(challenges[1], "SRP_B"));
        Assert.Equal(
            "NotAuthorizedException",
            (
                await Client.FailAsync(
                    "RespondToAuthChallenge",
                    Answer("PASSWORD_VERIFIER", null, "nobody", Proof(srp, "nobody", Password, challenges[0]))
                )
            ).Code
        );
        Assert.True(
            (await Client.CallAsync("ForgotPassword", new { ClientId, Username = "nobody" })).TryGetProperty("CodeDeliveryDetails", out _)
        );
        Assert.Empty(Server.Log.Messages);
    }

    [Fact]
    public async Task Failures_lock_out_for_longer_each_time()
    {
        await SetUpAsync();
        for (int i = 0; i < 5; i++)
            Assert.Equal("Incorrect username or password.", (await FailAsync("ann", "Wrong-123")).Message);
        Assert.Equal("Password attempts exceeded", (await FailAsync("ann", Password)).Message);
        Now += TimeSpan.FromSeconds(1);
        Assert.Equal("Incorrect username or password.", (await FailAsync("ann", "Wrong-123")).Message);
        Now += TimeSpan.FromSeconds(1);
        Assert.Equal("Password attempts exceeded", (await FailAsync("ann", Password)).Message);
        Now += TimeSpan.FromSeconds(1);
        await SignInAsync();
    }

    [Fact]
    public async Task A_flow_must_be_allowed_and_a_secret_proven()
    {
        await SetUpAsync(client: new { ExplicitAuthFlows = new[] { "ALLOW_USER_SRP_AUTH" }, GenerateSecret = true });
        Assert.Equal(
            ("InvalidParameterException", "USER_PASSWORD_AUTH flow not enabled for this client"),
            await FailAsync("ann", Password)
        );
        Assert.Equal(
            "InvalidParameterException",
            (await Client.FailAsync("InitiateAuth", Start("ADMIN_USER_PASSWORD_AUTH", "ann", ("PASSWORD", Password)))).Code
        );
        Assert.Contains(
            "SECRET_HASH was not received",
            (
                await Client.FailAsync(
                    "InitiateAuth",
                    new
                    {
                        ClientId,
                        AuthFlow = "USER_SRP_AUTH",
                        AuthParameters = new { USERNAME = "ann", SRP_A = "2" },
                    }
                )
            ).Message
        );
        Assert.Contains(
            "Unable to verify secret hash",
            (await Client.FailAsync("InitiateAuth", Start("USER_SRP_AUTH", "ann", ("SRP_A", "2"), ("SECRET_HASH", Hash("bob"))))).Message
        );
        Assert.Equal("tokens", Name(await SrpAsync("ann", Password)));
        await ExpectAsync("ResourceNotFoundException", "InitiateAuth", new { ClientId = "none", AuthFlow = "USER_SRP_AUTH" });
    }

    [Fact]
    public async Task The_administrator_signs_a_user_in()
    {
        await SetUpAsync();
        JsonElement answer = await Client.CallAsync(
            "AdminInitiateAuth",
            new
            {
                UserPoolId = Pool,
                ClientId,
                AuthFlow = "ADMIN_USER_PASSWORD_AUTH",
                AuthParameters = new { USERNAME = "ann", PASSWORD = Password },
            }
        );
        Assert.Equal("Bearer", answer.GetProperty("AuthenticationResult").GetProperty("TokenType").GetString());
        await AddUserAsync("bob", permanent: false);
        JsonElement challenge = await Client.CallAsync(
            "AdminInitiateAuth",
            new
            {
                UserPoolId = Pool,
                ClientId,
                AuthFlow = "ADMIN_NO_SRP_AUTH",
                AuthParameters = new { USERNAME = "bob", PASSWORD = Password },
            }
        );
        answer = await Client.CallAsync(
            "AdminRespondToAuthChallenge",
            new
            {
                UserPoolId = Pool,
                ClientId,
                ChallengeName = Name(challenge),
                Session = SessionOf(challenge),
                ChallengeResponses = new { USERNAME = "bob", NEW_PASSWORD = "Better-456" },
            }
        );
        Assert.Equal("tokens", Name(answer));
    }
}
