using System.Text.Json;
using CognitoPS.LocalServer.State;
using Xunit;

namespace CognitoPS.Tests.LocalServer;

/// <summary>What signing in leaves with a user, as the administrator sees it.</summary>
public sealed class UserRecordTests : ServerTest
{
    private async Task<(string Pool, CognitoPS.LocalServer.State.User User)> CreateAsync(object? pool = null, string? email = null)
    {
        string id = await Client.CreatePoolAsync(pool);
        object[] attributes = email is null ? [] : [new { Name = "email", Value = email }, new { Name = "email_verified", Value = "true" }];
        await Client.CallAsync(
            "AdminCreateUser",
            new
            {
                UserPoolId = id,
                Username = "ann",
                UserAttributes = attributes,
                TemporaryPassword = "Secret-123",
            }
        );
        CognitoPS.LocalServer.State.User user = Server.State.FindPool(id)!.FindUser("ann")!;
        user.SignIn ??= new SignInRecord();
        return (id, user);
    }

    [Fact]
    public async Task Devices_are_listed_remembered_and_forgotten()
    {
        (string pool, CognitoPS.LocalServer.State.User user) = await CreateAsync();
        user.SignIn!.Devices =
        [
            .. Enumerable.Range(0, 3).Select(i => new Device($"eu-west-1_0000000{i}-aaaa", i, 0) { Name = $"phone {i}" }),
        ];
        Assert.Equal(
            2,
            (
                await Client.ListAsync(
                    "AdminListDevices",
                    "Devices",
                    new()
                    {
                        ["UserPoolId"] = pool,
                        ["Username"] = "ann",
                        ["Limit"] = 2,
                    },
                    "PaginationToken"
                )
            ).Pages
        );
        object first = new
        {
            UserPoolId = pool,
            Username = "ann",
            DeviceKey = "eu-west-1_00000000-aaaa",
        };
        await Client.CallAsync(
            "AdminUpdateDeviceStatus",
            new
            {
                UserPoolId = pool,
                Username = "ann",
                DeviceKey = "eu-west-1_00000000-aaaa",
                DeviceRememberedStatus = "remembered",
            }
        );
        Assert.Contains("\"remembered\"", (await Client.CallAsync("AdminGetDevice", first)).GetRawText());
        await Client.CallAsync("AdminForgetDevice", first);
        await ExpectAsync("ResourceNotFoundException", "AdminGetDevice", first);
        Assert.Equal(2, user.SignIn.Devices.Length);
    }

    [Fact]
    public async Task Sessions_are_listed_and_revoked_with_those_linked_to_them()
    {
        (string pool, CognitoPS.LocalServer.State.User user) = await CreateAsync();
        user.SignIn!.Sessions =
        [
            new Session("sso", "client", 1, 0) { Type = "SSO" },
            new Session("a", "client", 2, 0) { OriginId = "sso" },
            new Session("b", "client", 3, 0),
        ];
        Assert.Equal(
            3,
            (await Client.CallAsync("AdminListUserSessions", new { UserPoolId = pool, Username = "ann" }))
                .GetProperty("Sessions")
                .GetArrayLength()
        );
        await Client.CallAsync(
            "AdminRevokeUserSession",
            new
            {
                UserPoolId = pool,
                Username = "ann",
                SessionId = "sso",
                RevokeAssociatedSessions = "LINKED",
            }
        );
        Assert.Equal("b", Assert.Single(user.SignIn.Sessions).Id);
        await ExpectAsync(
            "ResourceNotFoundException",
            "AdminRevokeUserSession",
            new
            {
                UserPoolId = pool,
                Username = "ann",
                SessionId = "sso",
            }
        );
    }

    [Fact]
    public async Task Events_need_threat_protection_and_take_feedback()
    {
        (string plain, _) = await CreateAsync();
        await ExpectAsync("UserPoolAddOnNotEnabledException", "AdminListUserAuthEvents", new { UserPoolId = plain, Username = "ann" });
        (string pool, CognitoPS.LocalServer.State.User user) = await CreateAsync(
            new
            {
                PoolName = "p",
                UserPoolTier = "PLUS",
                UserPoolAddOns = new { AdvancedSecurityMode = "AUDIT" },
            }
        );
        user.SignIn!.AuthEvents =
        [
            new CognitoPS.LocalServer.State.AuthEvent("e2", "SignIn", false, 2, 2000) { FeedbackToken = "token" },
            new CognitoPS.LocalServer.State.AuthEvent("e1", "SignIn", true, 1, 1000),
        ];
        await Client.CallAsync(
            "AdminUpdateAuthEventFeedback",
            new
            {
                UserPoolId = pool,
                Username = "ann",
                EventId = "e1",
                FeedbackValue = "Valid",
            }
        );
        using ServerClient anyone = new(Server, region: null);
        Assert.Equal(
            "NotAuthorizedException",
            (
                await anyone.FailAsync(
                    "UpdateAuthEventFeedback",
                    new
                    {
                        UserPoolId = pool,
                        Username = "ann",
                        EventId = "e2",
                        FeedbackToken = "other",
                        FeedbackValue = "Invalid",
                    }
                )
            ).Code
        );
        await anyone.CallAsync(
            "UpdateAuthEventFeedback",
            new
            {
                UserPoolId = pool,
                Username = "ann",
                EventId = "e2",
                FeedbackToken = "token",
                FeedbackValue = "Invalid",
            }
        );
        JsonElement events = (await Client.CallAsync("AdminListUserAuthEvents", new { UserPoolId = pool, Username = "ann" })).GetProperty(
            "AuthEvents"
        );
        Assert.Equal(
            ["Fail Invalid User", "Pass Valid Admin"],
            events
                .EnumerateArray()
                .Select(e =>
                    $"{e.GetProperty("EventResponse").GetString()} {e.GetProperty("EventFeedback").GetProperty("FeedbackValue").GetString()} {e.GetProperty("EventFeedback").GetProperty("Provider").GetString()}"
                )
        );
    }

    [Fact]
    public async Task Identities_are_linked_once_five_at_most_and_shown_with_the_user()
    {
        (string pool, _) = await CreateAsync();
        await Client.CallAsync(
            "CreateIdentityProvider",
            new
            {
                UserPoolId = pool,
                ProviderName = "Corp",
                ProviderType = "SAML",
                ProviderDetails = new { MetadataURL = "https://idp" },
            }
        );
        object Link(string id, string provider = "Corp") =>
            new
            {
                UserPoolId = pool,
                DestinationUser = new { ProviderName = "Cognito", ProviderAttributeValue = "ann" },
                SourceUser = new
                {
                    ProviderName = provider,
                    ProviderAttributeName = "Cognito_Subject",
                    ProviderAttributeValue = id,
                },
            };
        for (int i = 0; i < 5; i++)
            await Client.CallAsync("AdminLinkProviderForUser", Link($"id{i}"));
        await ExpectAsync("LimitExceededException", "AdminLinkProviderForUser", Link("id5"));
        await ExpectAsync("InvalidParameterException", "AdminLinkProviderForUser", Link("id0"));
        await ExpectAsync("InvalidParameterException", "AdminLinkProviderForUser", Link("x", "Nobody"));
        object unlink = new
        {
            UserPoolId = pool,
            User = new
            {
                ProviderName = "Corp",
                ProviderAttributeName = "Cognito_Subject",
                ProviderAttributeValue = "id0",
            },
        };
        await Client.CallAsync("AdminDisableProviderForUser", unlink);
        await ExpectAsync("UserNotFoundException", "AdminDisableProviderForUser", unlink);
        JsonElement attributes = (await Client.CallAsync("AdminGetUser", new { UserPoolId = pool, Username = "ann" })).GetProperty(
            "UserAttributes"
        );
        string identities = attributes
            .EnumerateArray()
            .Single(a => a.GetProperty("Name").GetString() == "identities")
            .GetProperty("Value")
            .GetString()!;
        Assert.Equal(
            ["id1", "id2", "id3", "id4"],
            JsonDocument.Parse(identities).RootElement.EnumerateArray().Select(i => i.GetProperty("userId").GetString())
        );
        await Client.CallAsync("AdminDeleteUser", new { UserPoolId = pool, Username = "ann" });
        Assert.Empty(Server.State.FindPool(pool)!.LinkedUsers);
    }

    [Fact]
    public async Task Second_factors_follow_what_the_user_has()
    {
        (string pool, CognitoPS.LocalServer.State.User user) = await CreateAsync(
            new { PoolName = "p", Policies = new { SignInPolicy = new { AllowedFirstAuthFactors = new[] { "PASSWORD", "EMAIL_OTP" } } } },
            "ann@example.com"
        );
        object on = new { Enabled = true, PreferredMfa = true };
        await ExpectAsync(
            "InvalidParameterException",
            "AdminSetUserMFAPreference",
            new
            {
                UserPoolId = pool,
                Username = "ann",
                SMSMfaSettings = on,
            }
        );
        await ExpectAsync(
            "InvalidParameterException",
            "AdminSetUserMFAPreference",
            new
            {
                UserPoolId = pool,
                Username = "ann",
                SoftwareTokenMfaSettings = on,
            }
        );
        user.SignIn!.TotpSecret = [1, 2, 3];
        await ExpectAsync(
            "InvalidParameterException",
            "AdminSetUserMFAPreference",
            new
            {
                UserPoolId = pool,
                Username = "ann",
                SoftwareTokenMfaSettings = on,
                EmailMfaSettings = on,
            }
        );
        await Client.CallAsync(
            "AdminSetUserMFAPreference",
            new
            {
                UserPoolId = pool,
                Username = "ann",
                SoftwareTokenMfaSettings = on,
            }
        );
        await Client.CallAsync(
            "AdminSetUserMFAPreference",
            new
            {
                UserPoolId = pool,
                Username = "ann",
                EmailMfaSettings = new { Enabled = true },
            }
        );
        JsonElement ann = await Client.CallAsync("AdminGetUser", new { UserPoolId = pool, Username = "ann" });
        Assert.Equal("SOFTWARE_TOKEN_MFA", ann.GetProperty("PreferredMfaSetting").GetString());
        Assert.Equal(2, ann.GetProperty("UserMFASettingList").GetArrayLength());
        await Client.CallAsync("AdminDeleteSoftwareToken", new { UserPoolId = pool, Username = "ann" });
        await ExpectAsync("SoftwareTokenMFANotFoundException", "AdminDeleteSoftwareToken", new { UserPoolId = pool, Username = "ann" });
        JsonElement factors = await Client.CallAsync("AdminGetUserAuthFactors", new { UserPoolId = pool, Username = "ann" });
        Assert.Equal("EMAIL_OTP", Assert.Single(factors.GetProperty("UserMFASettingList").EnumerateArray()).GetString());
        Assert.Equal(2, factors.GetProperty("ConfiguredUserAuthFactors").GetArrayLength());
        await Client.CallAsync(
            "AdminSetUserSettings",
            new
            {
                UserPoolId = pool,
                Username = "ann",
                MFAOptions = new[] { new { DeliveryMedium = "SMS", AttributeName = "phone_number" } },
            }
        );
        Assert.Equal(
            1,
            (await Client.CallAsync("AdminGetUser", new { UserPoolId = pool, Username = "ann" })).GetProperty("MFAOptions").GetArrayLength()
        );
    }
}
