using System.Diagnostics;
using System.Text.Json;
using CognitoPS.LocalServer;
using Xunit;

namespace CognitoPS.Tests.LocalServer;

public class SampleTests
{
    [Fact]
    public async Task The_sample_has_pools_a_pool_of_150_clients_users_and_groups()
    {
        using var server = CognitoServer.Start();
        server.LoadSample();
        using ServerClient client = new(server);
        (List<JsonElement> pools, _) = await client.ListAsync("ListUserPools", "UserPools", new() { ["MaxResults"] = 60 });
        Assert.True(pools.Count >= 4);
        string customers = pools.Single(p => p.GetProperty("Name").GetString() == "customers-prod").GetProperty("Id").GetString()!;
        string staff = pools.Single(p => p.GetProperty("Name").GetString() == "staff-prod").GetProperty("Id").GetString()!;
        Assert.Equal(
            (150, 3),
            Count(
                await client.ListAsync("ListUserPoolClients", "UserPoolClients", new() { ["UserPoolId"] = customers, ["MaxResults"] = 60 })
            )
        );
        Assert.True(
            (await client.ListAsync("ListUsers", "Users", new() { ["UserPoolId"] = customers }, "PaginationToken")).Items.Count > 2000
        );
        Assert.NotEmpty(
            (await client.ListAsync("ListUsersInGroup", "Users", new() { ["UserPoolId"] = staff, ["GroupName"] = "sales" })).Items
        );

        static (int Items, int Pages) Count((List<JsonElement> Items, int Pages) list) => (list.Items.Count, list.Pages);
    }

    [Fact]
    public async Task The_samples_pools_do_not_tell_letter_case_apart()
    {
        using var server = CognitoServer.Start();
        server.LoadSample();
        using ServerClient client = new(server);
        foreach (JsonElement pool in (await client.ListAsync("ListUserPools", "UserPools", new() { ["MaxResults"] = 60 })).Items)
        {
            JsonElement described = (
                await client.CallAsync("DescribeUserPool", new { UserPoolId = pool.GetProperty("Id").GetString() })
            ).GetProperty("UserPool");
            Assert.False(described.GetProperty("UsernameConfiguration").GetProperty("CaseSensitive").GetBoolean());
            Assert.All(
                described.GetProperty("SchemaAttributes").EnumerateArray(),
                a =>
                    Assert.True(a.GetProperty("Mutable").GetBoolean() || a.GetProperty("Name").GetString() is "sub" or "custom:employee_id")
            );
        }
    }

    [Fact]
    public void A_sample_loads_in_150_ms()
    {
        long best = Enumerable
            .Range(0, 5)
            .Min(_ =>
            {
                using var server = CognitoServer.Start();
                var watch = Stopwatch.StartNew();
                server.LoadSample();
                return watch.ElapsedMilliseconds;
            });
        Assert.True(best < 150, $"{best} ms");
    }
}
