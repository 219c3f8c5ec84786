using System.Text.Json;
using Xunit;

namespace CognitoPS.Tests.LocalServer;

public sealed class UserTests : ServerTest
{
    private Task<JsonElement> CreateAsync(string pool, string name, params (string Name, string Value)[] attributes) =>
        Client.CallAsync(
            "AdminCreateUser",
            new
            {
                UserPoolId = pool,
                Username = name,
                MessageAction = "SUPPRESS",
                UserAttributes = attributes.Select(a => new { a.Name, a.Value }),
            }
        );

    private Task<JsonElement> GetAsync(string pool, string name) =>
        Client.CallAsync("AdminGetUser", new { UserPoolId = pool, Username = name });

    private async Task<string?> StatusAsync(string pool, string name) => (await GetAsync(pool, name)).GetProperty("UserStatus").GetString();

    private static string? Attribute(JsonElement user, string name) =>
        user.GetProperty(user.TryGetProperty("Attributes", out _) ? "Attributes" : "UserAttributes")
            .EnumerateArray()
            .Where(a => a.GetProperty("Name").GetString() == name)
            .Select(a => a.GetProperty("Value").GetString())
            .SingleOrDefault();

    private async Task<string[]> ListAsync(string pool, string filter) =>
        [
            .. (
                await Client.ListAsync(
                    "ListUsers",
                    "Users",
                    new()
                    {
                        ["UserPoolId"] = pool,
                        ["Filter"] = filter,
                        ["Limit"] = 2,
                    },
                    "PaginationToken"
                )
            ).Items.Select(u => u.GetProperty("Username").GetString()!),
        ];

    [Fact]
    public async Task A_user_goes_through_its_states()
    {
        string pool = await Client.CreatePoolAsync();
        await CreateAsync(pool, "ann", ("email", "ann@example.com"), ("email_verified", "true"));
        object ann = new { UserPoolId = pool, Username = "ann" };
        Assert.Equal("FORCE_CHANGE_PASSWORD", await StatusAsync(pool, "ann"));
        await ExpectAsync("NotAuthorizedException", "AdminResetUserPassword", ann);
        await ExpectAsync("NotAuthorizedException", "AdminConfirmSignUp", ann);
        await ExpectAsync(
            "InvalidPasswordException",
            "AdminSetUserPassword",
            new
            {
                UserPoolId = pool,
                Username = "ann",
                Password = "short",
            }
        );
        await Client.CallAsync(
            "AdminSetUserPassword",
            new
            {
                UserPoolId = pool,
                Username = "ann",
                Password = "Secret-123",
                Permanent = true,
            }
        );
        Assert.Equal("CONFIRMED", await StatusAsync(pool, "ann"));
        await Client.CallAsync("AdminResetUserPassword", ann);
        Assert.Equal("RESET_REQUIRED", await StatusAsync(pool, "ann"));
        Assert.Equal("ann@example.com", Assert.Single(Server.Log.Messages).Destination);
        await Client.CallAsync("AdminDisableUser", ann);
        Assert.False((await GetAsync(pool, "ann")).GetProperty("Enabled").GetBoolean());
        await Client.CallAsync("AdminEnableUser", ann);
        Assert.True((await GetAsync(pool, "ann")).GetProperty("Enabled").GetBoolean());
        await Client.CallAsync("AdminUserGlobalSignOut", ann);
        await Client.CallAsync("AdminDeleteUser", ann);
        await ExpectAsync("UserNotFoundException", "AdminGetUser", ann);
    }

    [Fact]
    public async Task An_invitation_is_sent_unless_suppressed_and_can_be_sent_again()
    {
        string pool = await Client.CreatePoolAsync();
        object ann = new
        {
            UserPoolId = pool,
            Username = "ann",
            UserAttributes = new[] { new { Name = "email", Value = "ann@example.com" } },
        };
        await Client.CallAsync("AdminCreateUser", ann);
        await ExpectAsync("UsernameExistsException", "AdminCreateUser", ann);
        await CreateAsync(pool, "bob", ("email", "bob@example.com"));
        await Client.CallAsync(
            "AdminCreateUser",
            new
            {
                UserPoolId = pool,
                Username = "ann",
                MessageAction = "RESEND",
                DesiredDeliveryMediums = new[] { "EMAIL" },
            }
        );
        Assert.Equal(["ann", "ann"], Server.Log.Messages.Select(m => m.Username));
        await ExpectAsync(
            "InvalidParameterException",
            "AdminCreateUser",
            new
            {
                UserPoolId = pool,
                Username = "ann",
                MessageAction = "RESEND",
                DesiredDeliveryMediums = new[] { "SMS" },
            }
        );
        await ExpectAsync(
            "UserNotFoundException",
            "AdminCreateUser",
            new
            {
                UserPoolId = pool,
                Username = "nobody",
                MessageAction = "RESEND",
            }
        );
        await Client.CallAsync(
            "AdminSetUserPassword",
            new
            {
                UserPoolId = pool,
                Username = "ann",
                Password = "Secret-123",
                Permanent = true,
            }
        );
        await ExpectAsync(
            "UnsupportedUserStateException",
            "AdminCreateUser",
            new
            {
                UserPoolId = pool,
                Username = "ann",
                MessageAction = "RESEND",
            }
        );
    }

    [Theory]
    [InlineData("phone_number email", null, "+441234567890")]
    [InlineData("email", null, "ann@example.com")]
    [InlineData("phone_number", null, "+441234567890")]
    [InlineData("", null, "")]
    [InlineData("phone_number email", "EMAIL", "ann@example.com")]
    [InlineData("phone_number email", "EMAIL SMS", "ann@example.com +441234567890")]
    [InlineData("phone_number", "EMAIL", null)]
    [InlineData("email", "SMS", null)]
    [InlineData("email", "EMAIL SMS", null)]
    [InlineData("email_verified", null, null)]
    [InlineData("email phone_number_verified", null, null)]
    [InlineData("email email_verified phone_number phone_number_verified", null, "+441234567890")]
    public async Task An_invitation_goes_by_SMS_unless_the_request_says_otherwise_and_needs_what_it_goes_to(
        string attributes,
        string? media,
        string? destinations
    )
    {
        Dictionary<string, string> values = new()
        {
            ["email"] = "ann@example.com",
            ["phone_number"] = "+441234567890",
            ["email_verified"] = "true",
            ["phone_number_verified"] = "true",
        };
        Dictionary<string, object> request = new() { ["UserPoolId"] = await Client.CreatePoolAsync(), ["Username"] = "ann" };
        request["UserAttributes"] = attributes
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(name => new { Name = name, Value = values[name] });
        if (media is not null)
            request["DesiredDeliveryMediums"] = media.Split(' ');
        if (destinations is null)
            await ExpectAsync("InvalidParameterException", "AdminCreateUser", request);
        else
            await Client.CallAsync("AdminCreateUser", request);
        Assert.Equal(destinations ?? "", string.Join(' ', Server.Log.Messages.Select(m => m.Destination)));
    }

    [Fact]
    public async Task Letter_case_counts_in_usernames_unless_the_pool_says_otherwise()
    {
        foreach (
            object settings in new object[]
            {
                new { PoolName = "silent" },
                new { PoolName = "strict", UsernameConfiguration = new { CaseSensitive = true } },
            }
        )
        {
            string strict = await Client.CreatePoolAsync(settings);
            await CreateAsync(strict, "Max");
            await ExpectAsync("UserNotFoundException", "AdminGetUser", new { UserPoolId = strict, Username = "max" });
            await CreateAsync(strict, "max");
        }
        string addresses = await Client.CreatePoolAsync(new { PoolName = "mail", UsernameAttributes = new[] { "email" } });
        await CreateAsync(addresses, "Max@example.com");
        await CreateAsync(addresses, "max@example.com");
        Assert.Equal("Max@example.com", Attribute(await GetAsync(addresses, "Max@example.com"), "email"));

        object insensitive = new { CaseSensitive = false };
        string loose = await Client.CreatePoolAsync(new { PoolName = "loose", UsernameConfiguration = insensitive });
        await CreateAsync(loose, "Ann");
        Assert.Equal("Ann", (await GetAsync(loose, "aNN")).GetProperty("Username").GetString());
        await ExpectAsync("UsernameExistsException", "AdminCreateUser", new { UserPoolId = loose, Username = "ann" });
        string looseAddresses = await Client.CreatePoolAsync(
            new
            {
                PoolName = "mail",
                UsernameAttributes = new[] { "email" },
                UsernameConfiguration = insensitive,
            }
        );
        await CreateAsync(looseAddresses, "ann@example.com");
        Assert.Equal("ann@example.com", Attribute(await GetAsync(looseAddresses, "Ann@Example.com"), "email"));
        await ExpectAsync("UsernameExistsException", "AdminCreateUser", new { UserPoolId = looseAddresses, Username = "Ann@example.com" });
    }

    [Fact]
    public async Task Where_people_sign_in_by_email_the_username_is_the_sub()
    {
        string pool = await Client.CreatePoolAsync(new { PoolName = "mail", UsernameAttributes = new[] { "email" } });
        await ExpectAsync("InvalidParameterException", "AdminCreateUser", new { UserPoolId = pool, Username = "ann" });
        JsonElement user = (await CreateAsync(pool, "ann@example.com")).GetProperty("User");
        Assert.Equal(Attribute(user, "sub"), user.GetProperty("Username").GetString());
        Assert.Equal("ann@example.com", Attribute(user, "email"));
        Assert.Equal(Attribute(user, "sub"), (await GetAsync(pool, "ann@example.com")).GetProperty("Username").GetString());
        await ExpectAsync("UsernameExistsException", "AdminCreateUser", new { UserPoolId = pool, Username = "ann@example.com" });
    }

    [Fact]
    public async Task A_verified_alias_finds_one_user_and_moves_only_by_force()
    {
        string pool = await Client.CreatePoolAsync(new { PoolName = "alias", AliasAttributes = new[] { "email" } });
        await ExpectAsync("InvalidParameterException", "AdminCreateUser", new { UserPoolId = pool, Username = "ann@example.com" });
        (string, string)[] address = [("email", "a@example.com"), ("email_verified", "true")];
        await CreateAsync(pool, "ann", address);
        Assert.Equal("ann", (await GetAsync(pool, "a@example.com")).GetProperty("Username").GetString());
        await CreateAsync(pool, "unverified", ("email", "a@example.com"));
        object second = new
        {
            UserPoolId = pool,
            Username = "bob",
            UserAttributes = address.Select(a => new { Name = a.Item1, Value = a.Item2 }),
            ForceAliasCreation = false,
        };
        await ExpectAsync("UsernameExistsException", "AdminCreateUser", second);
        await ExpectAsync(
            "AliasExistsException",
            "AdminUpdateUserAttributes",
            new
            {
                UserPoolId = pool,
                Username = "unverified",
                UserAttributes = new[] { new { Name = "email_verified", Value = "true" } },
            }
        );
        await Client.CallAsync(
            "AdminCreateUser",
            new
            {
                UserPoolId = pool,
                Username = "bob",
                UserAttributes = address.Select(a => new { Name = a.Item1, Value = a.Item2 }),
                ForceAliasCreation = true,
            }
        );
        Assert.Equal("bob", (await GetAsync(pool, "a@example.com")).GetProperty("Username").GetString());
        Assert.Equal("false", Attribute(await GetAsync(pool, "ann"), "email_verified"));
    }

    [Fact]
    public async Task Attributes_follow_the_schema()
    {
        string pool = await Client.CreatePoolAsync(
            new
            {
                PoolName = "schema",
                Schema = new object[]
                {
                    new
                    {
                        Name = "email",
                        Required = true,
                        Mutable = true,
                    },
                    new
                    {
                        Name = "number",
                        AttributeDataType = "Number",
                        Mutable = true,
                        NumberAttributeConstraints = new { MinValue = "1", MaxValue = "9" },
                    },
                    new
                    {
                        Name = "badge",
                        AttributeDataType = "String",
                        Mutable = false,
                    },
                },
            }
        );
        await CreateAsync(pool, "bare");
        await CreateAsync(pool, "ann", ("email", "ann@example.com"), ("email_verified", "true"), ("custom:badge", "b1"));
        foreach (
            (string name, string value) in new[]
            {
                ("custom:number", "10"),
                ("custom:number", "x"),
                ("custom:number", "1.5"),
                ("custom:number", " 5"),
                ("updated_at", "1.5"),
                ("updated_at", "1,000"),
                ("updated_at", "99999999999999999999"),
                ("custom:badge", "b2"),
                ("custom:none", "x"),
                ("email", "nonsense"),
                ("phone_number", "123"),
                ("sub", "x"),
                ("email", ""),
            }
        )
            await ExpectAsync(
                "InvalidParameterException",
                "AdminUpdateUserAttributes",
                new
                {
                    UserPoolId = pool,
                    Username = "ann",
                    UserAttributes = new[] { new { Name = name, Value = value } },
                }
            );
        await Client.CallAsync(
            "AdminUpdateUserAttributes",
            new
            {
                UserPoolId = pool,
                Username = "ann",
                UserAttributes = new object[]
                {
                    new { Name = "custom:number", Value = "5" },
                    new { Name = "email", Value = "new@example.com" },
                },
            }
        );
        JsonElement ann = await GetAsync(pool, "ann");
        Assert.Equal("5", Attribute(ann, "custom:number"));
        Assert.Equal("false", Attribute(ann, "email_verified"));
        await Client.CallAsync(
            "AdminDeleteUserAttributes",
            new
            {
                UserPoolId = pool,
                Username = "ann",
                UserAttributeNames = new[] { "custom:number" },
            }
        );
        Assert.Null(Attribute(await GetAsync(pool, "ann"), "custom:number"));
        await ExpectAsync(
            "InvalidParameterException",
            "AdminDeleteUserAttributes",
            new
            {
                UserPoolId = pool,
                Username = "ann",
                UserAttributeNames = new[] { "email" },
            }
        );
    }

    [Fact]
    public async Task A_filter_is_one_condition_on_an_attribute_that_can_be_searched()
    {
        string pool = await Client.CreatePoolAsync();
        await CreateAsync(pool, "ann", ("name", "Ann \"A\" \\ Smith"), ("family_name", "Smith"));
        await CreateAsync(pool, "bob", ("family_name", "Smithers"));
        await CreateAsync(pool, "cyd", ("family_name", "Jones"));
        await Client.CallAsync("AdminDisableUser", new { UserPoolId = pool, Username = "cyd" });
        Assert.Equal(["ann"], await ListAsync(pool, "family_name = \"Smith\""));
        Assert.Equal(["ann", "bob"], (await ListAsync(pool, "family_name^=\"Smith\"")).Order());
        Assert.Equal(["ann"], await ListAsync(pool, """name = "Ann \"A\" \\ Smith" """));
        Assert.Equal(["bob"], await ListAsync(pool, "username = \"bob\""));
        Assert.Equal(["cyd"], await ListAsync(pool, "status = \"Disabled\""));
        Assert.Equal(3, (await ListAsync(pool, "cognito:user_status = \"force_change_password\"")).Length);
        string sub = Attribute(await GetAsync(pool, "bob"), "sub")!;
        Assert.Equal(["bob"], await ListAsync(pool, $"sub = \"{sub}\""));
        Assert.Equal(["bob"], await ListAsync(pool, $"sub ^= \"{sub[..12]}\""));
        Assert.Equal(
            3,
            (await Task.WhenAll("0123456789abcdef".Select(c => ListAsync(pool, $"sub ^= \"{c}\"")))).Sum(slice => slice.Length)
        );
        foreach (string bad in new[] { "custom:x = \"1\"", "name = Ann", "name", "name = \"a\" and status = \"Enabled\"", "name != \"a\"" })
            await ExpectAsync("InvalidParameterException", "ListUsers", new { UserPoolId = pool, Filter = bad });
    }

    [Fact]
    public async Task A_filter_on_usernames_tells_letter_case_apart_also_where_names_do_not()
    {
        string pool = await Client.CreatePoolAsync(new { PoolName = "loose", UsernameConfiguration = new { CaseSensitive = false } });
        await CreateAsync(pool, "Bob");
        Assert.Equal("Bob", (await GetAsync(pool, "bob")).GetProperty("Username").GetString());
        Assert.Equal(["Bob"], await ListAsync(pool, "username = \"Bob\""));
        Assert.Equal(["Bob"], await ListAsync(pool, "username ^= \"Bo\""));
        Assert.Empty(await ListAsync(pool, "username = \"bob\""));
        Assert.Empty(await ListAsync(pool, "username ^= \"bo\""));
    }

    [Fact]
    public async Task What_the_schema_names_without_Mutable_cannot_be_changed()
    {
        string pool = await Client.CreatePoolAsync(
            new
            {
                PoolName = "schema",
                Schema = new object[]
                {
                    new { Name = "given_name", AttributeDataType = "String" },
                    new { Name = "badge", AttributeDataType = "String" },
                },
            }
        );
        await Client.CallAsync(
            "AddCustomAttributes",
            new
            {
                UserPoolId = pool,
                CustomAttributes = new object[]
                {
                    new { Name = "since", AttributeDataType = "String" },
                    new
                    {
                        Name = "plan",
                        AttributeDataType = "String",
                        Mutable = true,
                    },
                },
            }
        );
        JsonElement schema = (await Client.CallAsync("DescribeUserPool", new { UserPoolId = pool }))
            .GetProperty("UserPool")
            .GetProperty("SchemaAttributes");
        Assert.Equal(
            ["sub", "given_name", "custom:badge", "custom:since"],
            schema.EnumerateArray().Where(a => !a.GetProperty("Mutable").GetBoolean()).Select(a => a.GetProperty("Name").GetString())
        );
        await CreateAsync(
            pool,
            "ann",
            ("given_name", "Ann"),
            ("family_name", "Smith"),
            ("custom:badge", "b1"),
            ("custom:since", "2020"),
            ("custom:plan", "basic")
        );
        foreach (string fixedAttribute in new[] { "given_name", "custom:badge", "custom:since" })
            await ExpectAsync(
                "InvalidParameterException",
                "AdminUpdateUserAttributes",
                new
                {
                    UserPoolId = pool,
                    Username = "ann",
                    UserAttributes = new[] { new { Name = fixedAttribute, Value = "x" } },
                }
            );
        await Client.CallAsync(
            "AdminUpdateUserAttributes",
            new
            {
                UserPoolId = pool,
                Username = "ann",
                UserAttributes = new[] { new { Name = "family_name", Value = "Jones" }, new { Name = "custom:plan", Value = "premium" } },
            }
        );
    }

    [Fact]
    public async Task Only_the_attributes_asked_for_come_and_a_missing_one_fails()
    {
        string pool = await Client.CreatePoolAsync();
        await CreateAsync(pool, "ann", ("name", "Ann"), ("locale", "en"));
        JsonElement page = await Client.CallAsync("ListUsers", new { UserPoolId = pool, AttributesToGet = new[] { "name" } });
        Assert.Equal(
            "name",
            Assert.Single(page.GetProperty("Users")[0].GetProperty("Attributes").EnumerateArray()).GetProperty("Name").GetString()
        );
        await CreateAsync(pool, "bob");
        await ExpectAsync("InvalidParameterException", "ListUsers", new { UserPoolId = pool, AttributesToGet = new[] { "name" } });
    }

    [Fact]
    public async Task Users_made_and_removed_by_many_at_once_all_count()
    {
        string pool = await Client.CreatePoolAsync();
        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(async lane =>
                {
                    for (int i = 0; i < 50; i++)
                        await CreateAsync(pool, $"user-{lane}-{i}");
                    for (int i = 0; i < 25; i++)
                        await Client.CallAsync("AdminDeleteUser", new { UserPoolId = pool, Username = $"user-{lane}-{i}" });
                })
        );
        Assert.Equal(200, (await ListAsync(pool, "username ^= \"user-\"")).Distinct().Count());
    }
}
