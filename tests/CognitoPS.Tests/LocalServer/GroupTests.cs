using System.Text.Json;
using Xunit;

namespace CognitoPS.Tests.LocalServer;

public sealed class GroupTests : ServerTest
{
    [Fact]
    public async Task Groups_keep_members_and_order()
    {
        string pool = await Client.CreatePoolAsync();
        await Client.CallAsync("AdminCreateUser", new { UserPoolId = pool, Username = "ann" });
        await Client.CallAsync("CreateGroup", new { UserPoolId = pool, GroupName = "none" });
        await Client.CallAsync(
            "CreateGroup",
            new
            {
                UserPoolId = pool,
                GroupName = "late",
                Precedence = 9,
            }
        );
        await Client.CallAsync(
            "CreateGroup",
            new
            {
                UserPoolId = pool,
                GroupName = "soon",
                Precedence = 1,
                Description = "first",
            }
        );
        await ExpectAsync("GroupExistsException", "CreateGroup", new { UserPoolId = pool, GroupName = "soon" });
        foreach (string name in new[] { "none", "late", "soon", "soon" })
            await Client.CallAsync(
                "AdminAddUserToGroup",
                new
                {
                    UserPoolId = pool,
                    Username = "ann",
                    GroupName = name,
                }
            );
        Assert.Equal(["soon", "late", "none"], await GroupsOfAsync(pool, "ann"));
        await Client.CallAsync(
            "AdminRemoveUserFromGroup",
            new
            {
                UserPoolId = pool,
                Username = "ann",
                GroupName = "late",
            }
        );
        await Client.CallAsync("DeleteGroup", new { UserPoolId = pool, GroupName = "none" });
        Assert.Equal(["soon"], await GroupsOfAsync(pool, "ann"));
        await Client.CallAsync(
            "UpdateGroup",
            new
            {
                UserPoolId = pool,
                GroupName = "soon",
                Precedence = 3,
            }
        );
        JsonElement soon = (await Client.CallAsync("GetGroup", new { UserPoolId = pool, GroupName = "soon" })).GetProperty("Group");
        Assert.Equal((3, "first"), (soon.GetProperty("Precedence").GetInt32(), soon.GetProperty("Description").GetString()));
        await Client.CallAsync("AdminDeleteUser", new { UserPoolId = pool, Username = "ann" });
        Assert.Empty(
            (await Client.CallAsync("ListUsersInGroup", new { UserPoolId = pool, GroupName = "soon" }))
                .GetProperty("Users")
                .EnumerateArray()
        );
        await ExpectAsync("ResourceNotFoundException", "GetGroup", new { UserPoolId = pool, GroupName = "none" });
        await ExpectAsync(
            "UserNotFoundException",
            "AdminAddUserToGroup",
            new
            {
                UserPoolId = pool,
                Username = "ann",
                GroupName = "soon",
            }
        );
    }

    [Fact]
    public async Task A_user_is_in_100_groups_at_most()
    {
        string pool = await Client.CreatePoolAsync();
        await Client.CallAsync("AdminCreateUser", new { UserPoolId = pool, Username = "ann" });
        await Task.WhenAll(
            Enumerable.Range(0, 101).Select(i => Client.CallAsync("CreateGroup", new { UserPoolId = pool, GroupName = $"g{i}" }))
        );
        await Task.WhenAll(
            Enumerable
                .Range(0, 100)
                .Select(i =>
                    Client.CallAsync(
                        "AdminAddUserToGroup",
                        new
                        {
                            UserPoolId = pool,
                            Username = "ann",
                            GroupName = $"g{i}",
                        }
                    )
                )
        );
        await ExpectAsync(
            "InvalidParameterException",
            "AdminAddUserToGroup",
            new
            {
                UserPoolId = pool,
                Username = "ann",
                GroupName = "g100",
            }
        );
    }

    private async Task<string?[]> GroupsOfAsync(string pool, string user) =>
        [
            .. (await Client.CallAsync("AdminListGroupsForUser", new { UserPoolId = pool, Username = user }))
                .GetProperty("Groups")
                .EnumerateArray()
                .Select(g => g.GetProperty("GroupName").GetString()),
        ];
}
