using System.Text.Json;
using System.Text.Json.Nodes;
using CognitoPS.LocalServer.Model;
using Xunit;

namespace CognitoPS.Tests.LocalServer;

/// <summary>A description, sent back as an update, changes nothing but the date: what a safe change relies on.</summary>
public sealed class RoundTripTests : ServerTest
{
    private const string Trigger = "arn:aws:lambda:eu-west-1:123456789012:function:check";

    [Fact]
    public async Task A_pools_description_sent_back_changes_nothing()
    {
        string id = await Client.CreatePoolAsync(
            new
            {
                PoolName = "full",
                Policies = new
                {
                    PasswordPolicy = new
                    {
                        MinimumLength = 14,
                        RequireSymbols = true,
                        PasswordHistorySize = 4,
                    },
                    SignInPolicy = new { AllowedFirstAuthFactors = new[] { "PASSWORD", "EMAIL_OTP" } },
                },
                DeletionProtection = "ACTIVE",
                LambdaConfig = new { PreSignUp = Trigger, PreTokenGenerationConfig = new { LambdaVersion = "V2_0", LambdaArn = Trigger } },
                AutoVerifiedAttributes = new[] { "email" },
                AliasAttributes = new[] { "email" },
                VerificationMessageTemplate = new
                {
                    EmailMessage = "Code {####}",
                    EmailSubject = "Hello",
                    DefaultEmailOption = "CONFIRM_WITH_CODE",
                },
                SmsAuthenticationMessage = "Code {####}",
                MfaConfiguration = "OPTIONAL",
                SmsConfiguration = new { SnsCallerArn = "arn:aws:iam::123456789012:role/sms", ExternalId = "x" },
                UserAttributeUpdateSettings = new { AttributesRequireVerificationBeforeUpdate = new[] { "email" } },
                DeviceConfiguration = new { ChallengeRequiredOnNewDevice = true, DeviceOnlyRememberedOnUserPrompt = false },
                EmailConfiguration = new { ReplyToEmailAddress = "help@example.com" },
                UserPoolTags = new { stage = "prod" },
                AdminCreateUserConfig = new { AllowAdminCreateUserOnly = true, InviteMessageTemplate = new { EmailSubject = "Welcome" } },
                UserPoolAddOns = new { AdvancedSecurityMode = "AUDIT" },
                UsernameConfiguration = new { CaseSensitive = true },
                AccountRecoverySetting = new { RecoveryMechanisms = new[] { new { Priority = 1, Name = "admin_only" } } },
                UserPoolTier = "PLUS",
            }
        );
        JsonObject before = await DescribeAsync("UserPool", new { UserPoolId = id });
        JsonObject update = Updatable(before, "UpdateUserPool");
        update["UserPoolId"] = id;
        update["AdminCreateUserConfig"]!.AsObject().Remove("UnusedAccountValidityDays");
        await Client.CallAsync("UpdateUserPool", update);
        ExpectSame(before, await DescribeAsync("UserPool", new { UserPoolId = id }));
    }

    [Fact]
    public async Task A_clients_description_sent_back_changes_nothing()
    {
        string pool = await Client.CreatePoolAsync();
        JsonElement client = await Client.CallAsync(
            "CreateUserPoolClient",
            new
            {
                UserPoolId = pool,
                ClientName = "full",
                GenerateSecret = true,
                RefreshTokenValidity = 12,
                AccessTokenValidity = 30,
                TokenValidityUnits = new { AccessToken = "minutes", RefreshToken = "hours" },
                ReadAttributes = new[] { "email", "name" },
                WriteAttributes = new[] { "name" },
                SupportedIdentityProviders = new[] { "COGNITO" },
                CallbackURLs = new[] { "https://example.com/cb", "myapp://cb" },
                LogoutURLs = new[] { "https://example.com/out" },
                DefaultRedirectURI = "https://example.com/cb",
                AllowedOAuthFlows = new[] { "code" },
                AllowedOAuthScopes = new[] { "openid", "email" },
                AllowedOAuthFlowsUserPoolClient = true,
                PreventUserExistenceErrors = "ENABLED",
                EnableTokenRevocation = false,
                AuthSessionValidity = 15,
                RefreshTokenRotation = new { Feature = "ENABLED", RetryGracePeriodSeconds = 10 },
            }
        );
        object key = new { UserPoolId = pool, ClientId = client.GetProperty("UserPoolClient").GetProperty("ClientId").GetString() };
        JsonObject before = await DescribeAsync("UserPoolClient", key);
        await Client.CallAsync("UpdateUserPoolClient", Updatable(before, "UpdateUserPoolClient"));
        ExpectSame(before, await DescribeAsync("UserPoolClient", key));
    }

    private async Task<JsonObject> DescribeAsync(string what, object key) =>
        JsonNode.Parse((await Client.CallAsync("Describe" + what, key)).GetProperty(what).GetRawText())!.AsObject();

    private static JsonObject Updatable(JsonObject described, string operation)
    {
        JsonObject update = [];
        foreach (Member member in ApiModel.Default.Operations[operation].Input!.Members)
        {
            if (described[member.Name] is { } value)
                update[member.Name] = value.DeepClone();
        }
        return update;
    }

    private static void ExpectSame(JsonObject before, JsonObject after)
    {
        before.Remove("LastModifiedDate");
        after.Remove("LastModifiedDate");
        Assert.Equal(Sorted(before), Sorted(after));
    }

    private static string Sorted(JsonObject settings) =>
        string.Join('\n', settings.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => $"{m.Key}: {m.Value?.ToJsonString()}"));
}
