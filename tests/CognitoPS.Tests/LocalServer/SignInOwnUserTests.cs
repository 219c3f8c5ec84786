using System.Text.Json;
using Xunit;

namespace CognitoPS.Tests.LocalServer;

public sealed class SignInOwnUserTests : SignInTest
{
    private static readonly object[] Bob = [new { Name = "email", Value = "bob@example.com" }];

    private Task<JsonElement> SignUpAsync(string username = "bob") =>
        Client.CallAsync(
            "SignUp",
            new
            {
                ClientId,
                Username = username,
                Password,
                UserAttributes = Bob,
            }
        );

    [Fact]
    public async Task Somebody_registers_confirms_and_is_in()
    {
        await SetUpAsync(new { PoolName = "people", AutoVerifiedAttributes = new[] { "email" } });
        JsonElement registered = await SignUpAsync();
        Assert.False(registered.GetProperty("UserConfirmed").GetBoolean());
        Assert.Equal("b***@e***", registered.GetProperty("CodeDeliveryDetails").GetProperty("Destination").GetString());
        await ExpectAsync(
            "UsernameExistsException",
            "SignUp",
            new
            {
                ClientId,
                Username = "bob",
                Password,
            }
        );
        await ExpectAsync(
            "InvalidPasswordException",
            "SignUp",
            new
            {
                ClientId,
                Username = "cyd",
                Password = "weak",
            }
        );
        string first = LastCode;
        await Client.CallAsync("ResendConfirmationCode", new { ClientId, Username = "bob" });
        Assert.Equal(2, Server.Log.Messages.Count);
        if (first != LastCode)
            await ExpectAsync(
                "CodeMismatchException",
                "ConfirmSignUp",
                new
                {
                    ClientId,
                    Username = "bob",
                    ConfirmationCode = first,
                }
            );
        string session = (
            await Client.CallAsync(
                "ConfirmSignUp",
                new
                {
                    ClientId,
                    Username = "bob",
                    ConfirmationCode = LastCode,
                }
            )
        ).GetProperty("Session").GetString()!;
        await ExpectAsync(
            "NotAuthorizedException",
            "ConfirmSignUp",
            new
            {
                ClientId,
                Username = "bob",
                ConfirmationCode = LastCode,
            }
        );
        object signIn = new
        {
            ClientId,
            AuthFlow = "USER_AUTH",
            Session = session,
            AuthParameters = new { USERNAME = "bob" },
        };
        JsonElement tokens = (await Client.CallAsync("InitiateAuth", signIn)).GetProperty("AuthenticationResult");
        Assert.True(Claims(tokens, "IdToken").GetProperty("email_verified").GetBoolean());
        await ExpectAsync("NotAuthorizedException", "InitiateAuth", signIn);
    }

    [Fact]
    public async Task Registering_can_be_closed_and_a_code_runs_out()
    {
        await SetUpAsync(new { PoolName = "closed", AdminCreateUserConfig = new { AllowAdminCreateUserOnly = true } });
        await ExpectAsync(
            "NotAuthorizedException",
            "SignUp",
            new
            {
                ClientId,
                Username = "bob",
                Password,
            }
        );
        await SetUpAsync(
            new { PoolName = "open", AutoVerifiedAttributes = new[] { "email" } },
            new { WriteAttributes = new[] { "email" } }
        );
        await ExpectAsync(
            "NotAuthorizedException",
            "SignUp",
            new
            {
                ClientId,
                Username = "bob",
                Password,
                UserAttributes = new[] { new { Name = "name", Value = "Bob" } },
            }
        );
        await SignUpAsync();
        Now += TimeSpan.FromHours(24);
        await ExpectAsync(
            "ExpiredCodeException",
            "ConfirmSignUp",
            new
            {
                ClientId,
                Username = "bob",
                ConfirmationCode = LastCode,
            }
        );
        for (int i = 0; i < 5; i++)
            await Client.CallAsync("ResendConfirmationCode", new { ClientId, Username = "bob" });
        await ExpectAsync("LimitExceededException", "ResendConfirmationCode", new { ClientId, Username = "bob" });
        for (int i = 0; i < 5; i++)
            await ExpectAsync(
                "CodeMismatchException",
                "ConfirmSignUp",
                new
                {
                    ClientId,
                    Username = "bob",
                    ConfirmationCode = "none",
                }
            );
        await ExpectAsync(
            "LimitExceededException",
            "ConfirmSignUp",
            new
            {
                ClientId,
                Username = "bob",
                ConfirmationCode = LastCode,
            }
        );
    }

    [Fact]
    public async Task Sign_up_by_email_and_an_alias_that_is_taken()
    {
        await SetUpAsync(
            new
            {
                PoolName = "alias",
                AliasAttributes = new[] { "email" },
                AutoVerifiedAttributes = new[] { "email" },
            }
        );
        object[] address = [new { Name = "email", Value = "ann@example.com" }];
        await Client.CallAsync(
            "SignUp",
            new
            {
                ClientId,
                Username = "bob",
                Password,
                UserAttributes = address,
            }
        );
        await ExpectAsync(
            "AliasExistsException",
            "ConfirmSignUp",
            new
            {
                ClientId,
                Username = "bob",
                ConfirmationCode = LastCode,
            }
        );
        await Client.CallAsync("ResendConfirmationCode", new { ClientId, Username = "bob" });
        await Client.CallAsync(
            "ConfirmSignUp",
            new
            {
                ClientId,
                Username = "bob",
                ConfirmationCode = LastCode,
                ForceAliasCreation = true,
            }
        );
        Assert.Equal(
            "bob",
            Claims((await SrpAsync("ann@example.com", Password)).GetProperty("AuthenticationResult"), "AccessToken")
                .GetProperty("username")
                .GetString()
        );
        Pool = await Client.CreatePoolAsync(
            new
            {
                PoolName = "mail",
                UsernameAttributes = new[] { "email" },
                AutoVerifiedAttributes = new[] { "email" },
            }
        );
        await AddClientAsync(new { GenerateSecret = true });
        string sub = (
            await Client.CallAsync(
                "SignUp",
                new
                {
                    ClientId,
                    Username = "bob@example.com",
                    Password,
                    SecretHash = Hash("bob@example.com"),
                }
            )
        ).GetProperty("UserSub").GetString()!;
        await Client.CallAsync(
            "ConfirmSignUp",
            new
            {
                ClientId,
                Username = "bob@example.com",
                ConfirmationCode = LastCode,
                SecretHash = Hash("bob@example.com"),
            }
        );
        Assert.Equal(
            sub,
            Claims((await SrpAsync("bob@example.com", Password)).GetProperty("AuthenticationResult"), "IdToken")
                .GetProperty("cognito:username")
                .GetString()
        );
    }

    [Fact]
    public async Task A_forgotten_password_is_replaced_by_a_code()
    {
        await SetUpAsync(
            new { PoolName = "history", Policies = new { PasswordPolicy = new { MinimumLength = 8, PasswordHistorySize = 2 } } }
        );
        JsonElement sent = (await Client.CallAsync("ForgotPassword", new { ClientId, Username = "ann" })).GetProperty(
            "CodeDeliveryDetails"
        );
        Assert.Equal("EMAIL", sent.GetProperty("DeliveryMedium").GetString());
        string code = LastCode;
        await ExpectAsync(
            "CodeMismatchException",
            "ConfirmForgotPassword",
            new
            {
                ClientId,
                Username = "ann",
                ConfirmationCode = "none",
                Password = "Better-456",
            }
        );
        await Client.CallAsync(
            "ConfirmForgotPassword",
            new
            {
                ClientId,
                Username = "ann",
                ConfirmationCode = code,
                Password = "Better-456",
            }
        );
        await ExpectAsync(
            "ExpiredCodeException",
            "ConfirmForgotPassword",
            new
            {
                ClientId,
                Username = "ann",
                ConfirmationCode = code,
                Password = "Better-789",
            }
        );
        await ExpectAsync("NotAuthorizedException", "InitiateAuth", Start("USER_PASSWORD_AUTH", "ann", ("PASSWORD", Password)));
        string access = (await SignInAsync(password: "Better-456")).GetProperty("AccessToken").GetString()!;
        await ExpectAsync(
            "NotAuthorizedException",
            "ChangePassword",
            new
            {
                AccessToken = access,
                PreviousPassword = Password,
                ProposedPassword = "Better-789",
            }
        );
        await ExpectAsync(
            "PasswordHistoryPolicyViolationException",
            "ChangePassword",
            new
            {
                AccessToken = access,
                PreviousPassword = "Better-456",
                ProposedPassword = Password,
            }
        );
        await Client.CallAsync(
            "ChangePassword",
            new
            {
                AccessToken = access,
                PreviousPassword = "Better-456",
                ProposedPassword = "Better-789",
            }
        );
        await Client.CallAsync("AdminResetUserPassword", new { UserPoolId = Pool, Username = "ann" });
        await Client.CallAsync(
            "ConfirmForgotPassword",
            new
            {
                ClientId,
                Username = "ann",
                ConfirmationCode = LastCode,
                Password = "Better-999",
            }
        );
        Assert.Equal("tokens", Name(await SrpAsync("ann", "Better-999")));
    }

    [Theory]
    [InlineData("[]", "SMS")]
    [InlineData("""[{"Priority":1,"Name":"verified_email"},{"Priority":2,"Name":"verified_phone_number"}]""", "EMAIL")]
    [InlineData("""[{"Priority":2,"Name":"verified_email"},{"Priority":1,"Name":"verified_phone_number"}]""", "SMS")]
    [InlineData("""[{"Priority":1,"Name":"admin_only"}]""", null)]
    public async Task A_password_is_recovered_by_SMS_unless_the_pool_says_otherwise(string mechanisms, string? medium)
    {
        JsonElement given = JsonDocument.Parse(mechanisms).RootElement;
        await SetUpAsync(
            given.GetArrayLength() == 0
                ? new { PoolName = "people" }
                : new { PoolName = "people", AccountRecoverySetting = new { RecoveryMechanisms = given } }
        );
        await UpdateAsync(
            "AdminUpdateUserAttributes",
            new { UserPoolId = Pool, Username = "ann" },
            ("phone_number", "+441234567890"),
            ("phone_number_verified", "true")
        );
        (string Operation, object Request)[] ways =
        [
            ("ForgotPassword", new { ClientId, Username = "ann" }),
            ("AdminResetUserPassword", new { UserPoolId = Pool, Username = "ann" }),
        ];
        foreach ((string operation, object request) in ways)
        {
            if (medium is null)
                await ExpectAsync("NotAuthorizedException", operation, request);
            else
                await Client.CallAsync(operation, request);
        }
        Assert.Equal(medium is null ? [] : [medium, medium], Server.Log.Messages.Select(m => m.Medium));
    }

    [Fact]
    public async Task A_preferred_username_that_is_an_alias_comes_after_the_confirmation()
    {
        await SetUpAsync(new { PoolName = "alias", AliasAttributes = new[] { "preferred_username" } });
        object[] attributes = [new { Name = "preferred_username", Value = "bobby" }];
        Assert.Equal(
            (
                "InvalidParameterException",
                "Preferred username cannot be provided for unconfirmed account, since user pool is configured for preferred username alias."
            ),
            await Client.FailAsync(
                "SignUp",
                new
                {
                    ClientId,
                    Username = "bob",
                    Password,
                    UserAttributes = attributes,
                }
            )
        );
        Pool = await Client.CreatePoolAsync();
        await AddClientAsync(null);
        await Client.CallAsync(
            "SignUp",
            new
            {
                ClientId,
                Username = "bob",
                Password,
                UserAttributes = attributes,
            }
        );
    }

    [Fact]
    public async Task An_address_that_is_verified_before_it_changes_waits_for_its_code()
    {
        await SetUpAsync(
            new
            {
                PoolName = "careful",
                AutoVerifiedAttributes = new[] { "email", "phone_number" },
                SmsConfiguration = new { SnsCallerArn = "arn:aws:iam::123456789012:role/sms", ExternalId = "x" },
                UserAttributeUpdateSettings = new { AttributesRequireVerificationBeforeUpdate = new[] { "email", "phone_number" } },
            }
        );
        string access = await AccessTokenAsync();
        object own = new { AccessToken = access },
            ann = new { UserPoolId = Pool, Username = "ann" };
        JsonElement changed = await UpdateAsync("UpdateUserAttributes", own, ("email", "new@example.com"), ("name", "Ann"));
        Assert.Equal(
            "n***@e***",
            Assert.Single(changed.GetProperty("CodeDeliveryDetailsList").EnumerateArray()).GetProperty("Destination").GetString()
        );
        Assert.Equal("new@example.com", Assert.Single(Server.Log.Messages).Destination);
        Assert.Equal("ann@example.com true Ann", await ValuesAsync("email", "email_verified", "name"));
        await Client.CallAsync("GetUserAttributeVerificationCode", new { AccessToken = access, AttributeName = "email" });
        Assert.Equal("new@example.com", Server.Log.Messages[^1].Destination);
        await ExpectAsync(
            "CodeMismatchException",
            "VerifyUserAttribute",
            new
            {
                AccessToken = access,
                AttributeName = "email",
                Code = "none",
            }
        );
        await Client.CallAsync(
            "VerifyUserAttribute",
            new
            {
                AccessToken = access,
                AttributeName = "email",
                Code = LastCode,
            }
        );
        Assert.Equal("new@example.com true", await ValuesAsync("email", "email_verified"));

        await UpdateAsync("AdminUpdateUserAttributes", ann, ("email", "third@example.com"), ("phone_number", "+441234567890"));
        Assert.Equal(["third@example.com", "+441234567890"], Server.Log.Messages.Skip(2).Select(m => m.Destination));
        Assert.Equal("new@example.com true  ", await ValuesAsync("email", "email_verified", "phone_number", "phone_number_verified"));
        await Client.CallAsync(
            "VerifyUserAttribute",
            new
            {
                AccessToken = access,
                AttributeName = "phone_number",
                Code = LastCode,
            }
        );
        Assert.Equal("+441234567890 true", await ValuesAsync("phone_number", "phone_number_verified"));
        string third = Server.Log.Messages[2].Code;
        await UpdateAsync("AdminUpdateUserAttributes", ann, ("email", "fourth@example.com"), ("email_verified", "true"));
        Assert.Equal(4, Server.Log.Messages.Count);
        Assert.Equal("fourth@example.com true", await ValuesAsync("email", "email_verified"));
        await ExpectAsync(
            "ExpiredCodeException",
            "VerifyUserAttribute",
            new
            {
                AccessToken = access,
                AttributeName = "email",
                Code = third,
            }
        );
    }

    private Task<JsonElement> UpdateAsync(string operation, object who, params (string Name, string Value)[] attributes)
    {
        var request = JsonSerializer.SerializeToElement(who).EnumerateObject().ToDictionary(p => p.Name, p => (object?)p.Value);
        request["UserAttributes"] = attributes.Select(a => new { a.Name, a.Value });
        return Client.CallAsync(operation, request);
    }

    /// <summary>These attributes of ann, with nothing for one that she lacks.</summary>
    private async Task<string> ValuesAsync(params string[] names)
    {
        JsonElement user = await Client.CallAsync("AdminGetUser", new { UserPoolId = Pool, Username = "ann" });
        var values = user.GetProperty("UserAttributes")
            .EnumerateArray()
            .ToDictionary(a => a.GetProperty("Name").GetString()!, a => a.GetProperty("Value").GetString());
        return string.Join(' ', names.Select(name => values.GetValueOrDefault(name)));
    }

    [Fact]
    public async Task A_changed_address_is_verified_by_its_code()
    {
        await SetUpAsync(new { PoolName = "people", AutoVerifiedAttributes = new[] { "email" } });
        string access = await AccessTokenAsync();
        JsonElement changed = await Client.CallAsync(
            "UpdateUserAttributes",
            new { AccessToken = access, UserAttributes = new[] { new { Name = "email", Value = "new@example.com" } } }
        );
        Assert.Equal(
            "email",
            Assert.Single(changed.GetProperty("CodeDeliveryDetailsList").EnumerateArray()).GetProperty("AttributeName").GetString()
        );
        Assert.Equal("new@example.com", Server.Log.Messages[^1].Destination);
        await Client.CallAsync("GetUserAttributeVerificationCode", new { AccessToken = access, AttributeName = "email" });
        await ExpectAsync(
            "CodeMismatchException",
            "VerifyUserAttribute",
            new
            {
                AccessToken = access,
                AttributeName = "email",
                Code = "none",
            }
        );
        await Client.CallAsync(
            "VerifyUserAttribute",
            new
            {
                AccessToken = access,
                AttributeName = "email",
                Code = LastCode,
            }
        );
        Assert.Contains(
            """{"Name":"email_verified","Value":"true"}""",
            (await Client.CallAsync("GetUser", new { AccessToken = access })).GetRawText()
        );
        await ExpectAsync(
            "NotAuthorizedException",
            "UpdateUserAttributes",
            new { AccessToken = access, UserAttributes = new[] { new { Name = "email_verified", Value = "true" } } }
        );
        await Client.CallAsync("DeleteUserAttributes", new { AccessToken = access, UserAttributeNames = new[] { "email" } });
        await ExpectAsync(
            "InvalidParameterException",
            "GetUserAttributeVerificationCode",
            new { AccessToken = access, AttributeName = "email" }
        );
        Assert.Equal(
            "PASSWORD",
            (await Client.CallAsync("GetUserAuthFactors", new { AccessToken = access }))
                .GetProperty("ConfiguredUserAuthFactors")[0]
                .GetString()
        );
        await Client.CallAsync("DeleteUser", new { AccessToken = access });
        await ExpectAsync("UserNotFoundException", "GetUser", new { AccessToken = access });
    }

    [Fact]
    public async Task Sessions_and_attempts_are_on_record()
    {
        await SetUpAsync(
            new
            {
                PoolName = "plus",
                UserPoolTier = "PLUS",
                UserPoolAddOns = new { AdvancedSecurityMode = "AUDIT" },
            }
        );
        await ExpectAsync("NotAuthorizedException", "InitiateAuth", Start("USER_PASSWORD_AUTH", "ann", ("PASSWORD", "Wrong-123")));
        string access = await AccessTokenAsync(),
            other = await AccessTokenAsync();
        JsonElement events = (await Client.CallAsync("AdminListUserAuthEvents", new { UserPoolId = Pool, Username = "ann" })).GetProperty(
            "AuthEvents"
        );
        Assert.Equal(["Pass", "Pass", "Fail"], events.EnumerateArray().Select(e => e.GetProperty("EventResponse").GetString()));
        string id = events[0].GetProperty("EventId").GetString()!;
        await Client.CallAsync(
            "UpdateAuthEventFeedback",
            new
            {
                UserPoolId = Pool,
                Username = "ann",
                EventId = id,
                FeedbackToken = id,
                FeedbackValue = "Valid",
            }
        );
        JsonElement sessions = (await Client.CallAsync("ListUserSessions", new { AccessToken = access })).GetProperty("Sessions");
        string second = sessions
            .EnumerateArray()
            .Single(s => !s.GetProperty("IsCurrentSession").GetBoolean())
            .GetProperty("SessionId")
            .GetString()!;
        await Client.CallAsync("RevokeUserSession", new { AccessToken = access, SessionId = second });
        await ExpectAsync("NotAuthorizedException", "GetUser", new { AccessToken = other });
        await Client.CallAsync("AdminUserGlobalSignOut", new { UserPoolId = Pool, Username = "ann" });
        await ExpectAsync("NotAuthorizedException", "GetUser", new { AccessToken = access });
    }
}
