using System.Text.Json;
using Xunit;

namespace CognitoPS.Tests.LocalServer;

public sealed class ListTests : ServerTest
{
    [Fact]
    public async Task Every_list_pages_and_gives_each_item_once()
    {
        string pool = await Client.CreatePoolAsync();
        for (int i = 0; i < 7; i++)
        {
            await Client.CallAsync("CreateUserPoolClient", new { UserPoolId = pool, ClientName = $"client-{i}" });
            await Client.CallAsync("CreateGroup", new { UserPoolId = pool, GroupName = $"group-{i}" });
            await Client.CallAsync("AdminCreateUser", new { UserPoolId = pool, Username = $"user-{i}" });
            await Client.CallAsync(
                "AdminAddUserToGroup",
                new
                {
                    UserPoolId = pool,
                    Username = $"user-{i}",
                    GroupName = "group-0",
                }
            );
            await Client.CallAsync(
                "AdminAddUserToGroup",
                new
                {
                    UserPoolId = pool,
                    Username = "user-0",
                    GroupName = $"group-{i}",
                }
            );
            await Client.CreatePoolAsync();
        }
        await ExpectAsync("ListUserPools", "UserPools", 8, "Id", new() { ["MaxResults"] = 3 });
        await ExpectAsync("ListUserPoolClients", "UserPoolClients", 7, "ClientId", new() { ["UserPoolId"] = pool, ["MaxResults"] = 3 });
        await ExpectAsync("ListGroups", "Groups", 7, "GroupName", new() { ["UserPoolId"] = pool, ["Limit"] = 3 });
        await ExpectAsync("ListUsers", "Users", 7, "Username", new() { ["UserPoolId"] = pool, ["Limit"] = 3 }, "PaginationToken");
        await ExpectAsync(
            "ListUsersInGroup",
            "Users",
            7,
            "Username",
            new()
            {
                ["UserPoolId"] = pool,
                ["GroupName"] = "group-0",
                ["Limit"] = 3,
            }
        );
        await ExpectAsync(
            "AdminListGroupsForUser",
            "Groups",
            7,
            "GroupName",
            new()
            {
                ["UserPoolId"] = pool,
                ["Username"] = "user-0",
                ["Limit"] = 3,
            }
        );
    }

    private async Task ExpectAsync(
        string operation,
        string list,
        int count,
        string key,
        Dictionary<string, object> request,
        string token = "NextToken"
    )
    {
        (List<JsonElement> items, int pages) = await Client.ListAsync(operation, list, request, token);
        Assert.Equal(count, items.Select(i => i.GetProperty(key).GetString()).Distinct().Count());
        Assert.Equal(count, items.Count);
        Assert.Equal((count + 2) / 3, pages);
    }

    [Fact]
    public async Task A_token_is_good_for_its_own_request_and_for_an_hour()
    {
        string pool = await Client.CreatePoolAsync();
        string other = await Client.CreatePoolAsync();
        foreach (string name in new[] { "ann", "bob", "cyd" })
            await Client.CallAsync("AdminCreateUser", new { UserPoolId = pool, Username = name });
        string token = (await Client.CallAsync("ListUsers", new { UserPoolId = pool, Limit = 1 }))
            .GetProperty("PaginationToken")
            .GetString()!;

        Assert.Single((
                await Client.CallAsync(
                    "ListUsers",
                    new
                    {
                        UserPoolId = pool,
                        Limit = 1,
                        PaginationToken = token,
                    }
                )
            ).GetProperty("Users").EnumerateArray());
        foreach (
            object request in new object[]
            {
                new { UserPoolId = other, PaginationToken = token },
                new
                {
                    UserPoolId = pool,
                    Filter = "name = \"x\"",
                    PaginationToken = token,
                },
                new { UserPoolId = pool, PaginationToken = token[..^4] + "AAAA" },
                new { UserPoolId = pool, PaginationToken = "nonsense" },
            }
        )
            Assert.Equal("InvalidParameterException", (await Client.FailAsync("ListUsers", request)).Code);
        Now += TimeSpan.FromMinutes(61);
        Assert.Equal(
            "InvalidParameterException",
            (
                await Client.FailAsync(
                    "ListUsers",
                    new
                    {
                        UserPoolId = pool,
                        Limit = 1,
                        PaginationToken = token,
                    }
                )
            ).Code
        );
    }

    [Fact]
    public async Task Empty_and_short_pages_carry_a_token_and_end()
    {
        string pool = await Client.CreatePoolAsync();
        for (int i = 0; i < 5; i++)
            await Client.CallAsync("CreateGroup", new { UserPoolId = pool, GroupName = $"g{i}" });
        Server.Faults.EmptyPages = 1;
        Server.Faults.ShortPages = true;
        (List<JsonElement> groups, int pages) = await Client.ListAsync(
            "ListGroups",
            "Groups",
            new() { ["UserPoolId"] = pool, ["Limit"] = 2 }
        );
        Assert.Equal(5, groups.Count);
        Assert.True(pages >= 6);
    }

    [Fact]
    public async Task Pools_are_listed_in_their_region_only()
    {
        string pool = await Client.CreatePoolAsync();
        using ServerClient elsewhere = new(Server, "us-east-1");
        string far = await elsewhere.CreatePoolAsync();
        Assert.StartsWith("us-east-1_", far);
        Assert.StartsWith("eu-west-1_", pool);
        Assert.Equal(
            far,
            Assert
                .Single((await elsewhere.CallAsync("ListUserPools", new { MaxResults = 60 })).GetProperty("UserPools").EnumerateArray())
                .GetProperty("Id")
                .GetString()
        );
        Assert.Equal("ResourceNotFoundException", (await elsewhere.FailAsync("DescribeUserPool", new { UserPoolId = pool })).Code);
    }
}
