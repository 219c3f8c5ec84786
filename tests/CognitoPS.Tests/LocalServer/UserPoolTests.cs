using System.Text.Json;
using Xunit;

namespace CognitoPS.Tests.LocalServer;

public sealed class UserPoolTests : ServerTest
{
    private async Task<JsonElement> DescribeAsync(string pool) =>
        (await Client.CallAsync("DescribeUserPool", new { UserPoolId = pool })).GetProperty("UserPool");

    private static string Trigger => "arn:aws:lambda:eu-west-1:123456789012:function:check";

    [Fact]
    public async Task A_new_pool_has_the_services_defaults()
    {
        JsonElement pool = await DescribeAsync(await Client.CreatePoolAsync(new { PoolName = "plain" }));
        Assert.Equal("plain", pool.GetProperty("Name").GetString());
        Assert.Equal("OFF", pool.GetProperty("MfaConfiguration").GetString());
        Assert.Equal("INACTIVE", pool.GetProperty("DeletionProtection").GetString());
        Assert.Equal("ESSENTIALS", pool.GetProperty("UserPoolTier").GetString());
        Assert.Equal(20, pool.GetProperty("SchemaAttributes").GetArrayLength());
        Assert.False(pool.TryGetProperty("AccountRecoverySetting", out _));
        JsonElement policy = pool.GetProperty("Policies").GetProperty("PasswordPolicy");
        Assert.Equal(8, policy.GetProperty("MinimumLength").GetInt32());
        Assert.True(policy.GetProperty("RequireSymbols").GetBoolean());
        Assert.Equal(
            $"arn:aws:cognito-idp:eu-west-1:123456789012:userpool/{pool.GetProperty("Id").GetString()}",
            pool.GetProperty("Arn").GetString()
        );
    }

    [Fact]
    public async Task Update_resets_what_it_is_not_given()
    {
        string id = await Client.CreatePoolAsync(
            new
            {
                PoolName = "full",
                DeletionProtection = "ACTIVE",
                LambdaConfig = new { PreSignUp = Trigger },
                UserPoolTags = new { stage = "prod" },
                AliasAttributes = new[] { "email" },
                Policies = new { PasswordPolicy = new { MinimumLength = 14 } },
            }
        );
        await Client.CallAsync("UpdateUserPool", new { UserPoolId = id, AutoVerifiedAttributes = new[] { "email" } });
        JsonElement pool = await DescribeAsync(id);
        Assert.Equal("full", pool.GetProperty("Name").GetString());
        Assert.Equal("email", pool.GetProperty("AutoVerifiedAttributes")[0].GetString());
        Assert.Equal("email", pool.GetProperty("AliasAttributes")[0].GetString());
        Assert.Empty(pool.GetProperty("LambdaConfig").EnumerateObject());
        Assert.Empty(pool.GetProperty("UserPoolTags").EnumerateObject());
        Assert.Equal("INACTIVE", pool.GetProperty("DeletionProtection").GetString());
        Assert.Equal(14, pool.GetProperty("Policies").GetProperty("PasswordPolicy").GetProperty("MinimumLength").GetInt32());
    }

    [Fact]
    public async Task Update_keeps_the_tier_unless_it_is_given()
    {
        object audit = new { AdvancedSecurityMode = "AUDIT" };
        string id = await Client.CreatePoolAsync(new { PoolName = "plus", UserPoolTier = "PLUS" });
        await Client.CallAsync("UpdateUserPool", new { UserPoolId = id, UserPoolAddOns = audit });
        Assert.Equal("PLUS", (await DescribeAsync(id)).GetProperty("UserPoolTier").GetString());
        await ExpectAsync(
            "FeatureUnavailableInTierException",
            "UpdateUserPool",
            new
            {
                UserPoolId = id,
                UserPoolTier = "LITE",
                UserPoolAddOns = audit,
            }
        );
        await Client.CallAsync("UpdateUserPool", new { UserPoolId = id, UserPoolTier = "LITE" });
        Assert.Equal("LITE", (await DescribeAsync(id)).GetProperty("UserPoolTier").GetString());
    }

    [Theory]
    [InlineData("Status", "Enabled")]
    [InlineData("Domain", "example")]
    [InlineData("EstimatedNumberOfUsers", 3)]
    public async Task Update_refuses_what_only_the_service_sets(string member, object value)
    {
        string id = await Client.CreatePoolAsync();
        await ExpectAsync(
            "InvalidParameterException",
            "UpdateUserPool",
            new Dictionary<string, object> { ["UserPoolId"] = id, [member] = value }
        );
    }

    [Fact]
    public async Task A_deprecated_member_conflicts_with_the_one_that_replaced_it()
    {
        string id = await Client.CreatePoolAsync(
            new
            {
                PoolName = "old",
                AdminCreateUserConfig = new { UnusedAccountValidityDays = 3 },
                EmailVerificationMessage = "Code: {####}",
            }
        );
        JsonElement pool = await DescribeAsync(id);
        Assert.Equal(3, pool.GetProperty("Policies").GetProperty("PasswordPolicy").GetProperty("TemporaryPasswordValidityDays").GetInt32());
        Assert.Equal("Code: {####}", pool.GetProperty("VerificationMessageTemplate").GetProperty("EmailMessage").GetString());
        await ExpectAsync(
            "InvalidParameterException",
            "UpdateUserPool",
            new
            {
                UserPoolId = id,
                AdminCreateUserConfig = pool.GetProperty("AdminCreateUserConfig"),
                Policies = pool.GetProperty("Policies"),
            }
        );
        await ExpectAsync(
            "InvalidParameterException",
            "UpdateUserPool",
            new
            {
                UserPoolId = id,
                EmailVerificationMessage = "Old: {####}",
                VerificationMessageTemplate = new { EmailMessage = "New: {####}" },
            }
        );
    }

    [Fact]
    public async Task A_protected_pool_is_not_deleted_and_a_deleted_one_is_gone()
    {
        string id = await Client.CreatePoolAsync(new { PoolName = "p", DeletionProtection = "ACTIVE" });
        await ExpectAsync("InvalidParameterException", "DeleteUserPool", new { UserPoolId = id });
        await Client.CallAsync("UpdateUserPool", new { UserPoolId = id });
        await Client.CallAsync("DeleteUserPool", new { UserPoolId = id });
        await ExpectAsync("ResourceNotFoundException", "DescribeUserPool", new { UserPoolId = id });
        await ExpectAsync("ResourceNotFoundException", "ListUsers", new { UserPoolId = id });
    }

    [Fact]
    public async Task Custom_attributes_are_added_all_or_none_and_at_most_50()
    {
        string id = await Client.CreatePoolAsync(
            new { PoolName = "p", Schema = new[] { new { Name = "team", AttributeDataType = "String" } } }
        );
        await ExpectAsync(
            "InvalidParameterException",
            "AddCustomAttributes",
            new { UserPoolId = id, CustomAttributes = new[] { new { Name = "new" }, new { Name = "team" } } }
        );
        await Client.CallAsync(
            "AddCustomAttributes",
            new
            {
                UserPoolId = id,
                CustomAttributes = Enumerable.Range(0, 25).Select(i => new { Name = $"a{i}", AttributeDataType = "String" }),
            }
        );
        await Client.CallAsync(
            "AddCustomAttributes",
            new
            {
                UserPoolId = id,
                CustomAttributes = Enumerable.Range(25, 24).Select(i => new { Name = $"a{i}", AttributeDataType = "String" }),
            }
        );
        await ExpectAsync(
            "InvalidParameterException",
            "AddCustomAttributes",
            new { UserPoolId = id, CustomAttributes = new[] { new { Name = "one-more" } } }
        );
        string?[] names =
        [
            .. (await DescribeAsync(id)).GetProperty("SchemaAttributes").EnumerateArray().Select(a => a.GetProperty("Name").GetString()),
        ];
        Assert.Equal(70, names.Length);
        Assert.Contains("custom:team", names);
    }
}
