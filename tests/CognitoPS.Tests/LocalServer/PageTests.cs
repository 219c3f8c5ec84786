using System.Text.Json;
using CognitoPS.LocalServer.Model;
using CognitoPS.LocalServer.State;
using Xunit;

namespace CognitoPS.Tests.LocalServer;

/// <summary>What every operation does that answers in pages.</summary>
public sealed class PageTests : SignInTest
{
    private const int Count = 5;
    private const int LargestPage = 60;

    // operation, its list, and what tells its items apart
    public static TheoryData<string, string, string> Lists =>
        new()
        {
            { "ListUserPools", "UserPools", "Id" },
            { "ListUserPoolClients", "UserPoolClients", "ClientId" },
            { "ListUserPoolClientSecrets", "ClientSecrets", "ClientSecretId" },
            { "ListUserPoolReplicas", "UserPoolReplicas", "RegionName" },
            { "ListUsers", "Users", "Username" },
            { "ListUsersInGroup", "Users", "Username" },
            { "ListGroups", "Groups", "GroupName" },
            { "AdminListGroupsForUser", "Groups", "GroupName" },
            { "ListIdentityProviders", "Providers", "ProviderName" },
            { "ListResourceServers", "ResourceServers", "Identifier" },
            { "ListTerms", "Terms", "TermsId" },
            { "ListUserImportJobs", "UserImportJobs", "JobId" },
            { "AdminListDevices", "Devices", "DeviceKey" },
            { "ListDevices", "Devices", "DeviceKey" },
            { "AdminListUserSessions", "Sessions", "SessionId" },
            { "ListUserSessions", "Sessions", "SessionId" },
            { "AdminListUserAuthEvents", "AuthEvents", "EventId" },
            { "ListWebAuthnCredentials", "Credentials", "CredentialId" },
        };

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task An_empty_page_and_short_ones_lead_to_the_same_items(string operation, string list, string key)
    {
        Dictionary<string, object> request = await FillAsync(operation);
        string[] expected = await ListAsync(operation, list, key, new(request));
        Assert.True(expected.Length >= (operation == "ListUserPoolClientSecrets" ? 2 : Count));

        Server.Faults.EmptyPages = 1;
        JsonElement first = await Client.CallAsync(operation, request);
        Assert.Equal(0, first.GetProperty(list).GetArrayLength());
        Assert.True(first.TryGetProperty(TokenOf(operation), out _));
        Server.Faults.ShortPages = true;

        Assert.Equal(expected, await ListAsync(operation, list, key, new(request)));
    }

    [Fact]
    public async Task An_empty_page_leads_to_what_a_filter_finds()
    {
        await SetUpAsync();
        Server.Faults.EmptyPages = 1;
        string sub = Server.State.FindPool(Pool)!.FindUser("ann")!.Sub.ToString();
        foreach (
            string filter in new[] { "username = \"ann\"", "username ^= \"an\"", $"sub ^= \"{sub[..4]}\"", "email = \"ann@example.com\"" }
        )
            Assert.Equal(["ann"], await ListAsync("ListUsers", "Users", "Username", new() { ["UserPoolId"] = Pool, ["Filter"] = filter }));
    }

    [Theory]
    [InlineData("AdminListGroupsForUser", "Groups", "GroupName", "AdminRemoveUserFromGroup", "GroupName")]
    [InlineData("AdminListDevices", "Devices", "DeviceKey", "AdminForgetDevice", "DeviceKey")]
    [InlineData("ListDevices", "Devices", "DeviceKey", "ForgetDevice", "DeviceKey")]
    [InlineData("ListWebAuthnCredentials", "Credentials", "CredentialId", "DeleteWebAuthnCredential", "CredentialId")]
    [InlineData("AdminListUserSessions", "Sessions", "SessionId", "AdminRevokeUserSession", "SessionId")]
    [InlineData("ListUsers", "Users", "Username", "AdminDeleteUser", "Username")]
    [InlineData("ListGroups", "Groups", "GroupName", "DeleteGroup", "GroupName")]
    public async Task Each_item_comes_once_where_the_last_of_each_page_is_removed(
        string operation,
        string list,
        string key,
        string remove,
        string removed
    )
    {
        Dictionary<string, object> request = await FillAsync(operation);
        SignInRecord record = Server.State.FindPool(Pool)!.FindUser("ann")!.SignIn!;
        record.Sessions = [.. record.Sessions, .. Sessions(2 * LargestPage)];
        string[] expected = await ListAsync(operation, list, key, new(request));

        Assert.Equal(
            expected,
            await ListAsync(
                operation,
                list,
                key,
                new(request),
                async last =>
                {
                    var removal = request
                        .Where(m => m.Key is "UserPoolId" or "AccessToken" || (m.Key == "Username" && removed != "Username"))
                        .ToDictionary(m => m.Key, m => m.Value);
                    removal[removed] = last;
                    await Client.CallAsync(remove, removal);
                }
            )
        );
        Assert.True((await ListAsync(operation, list, key, request)).Length < expected.Length);
    }

    [Theory]
    [InlineData("ListUserImportJobs", "UserImportJobs", "JobId")]
    [InlineData("AdminListUserAuthEvents", "AuthEvents", "EventId")]
    public async Task A_list_of_the_newest_goes_on_behind_an_item_that_has_gone(string operation, string list, string key)
    {
        Dictionary<string, object> request = await FillAsync(operation);
        string[] expected = await ListAsync(operation, list, key, new(request));
        CognitoPS.LocalServer.State.UserPool pool = Server.State.FindPool(Pool)!;
        SignInRecord record = pool.FindUser("ann")!.SignIn!;

        Assert.Equal(
            expected,
            await ListAsync(
                operation,
                list,
                key,
                new(request),
                last =>
                {
                    record.AuthEvents = Array.FindAll(record.AuthEvents, e => e.Id != last);
                    pool.ImportJobs.RemoveAll(j => j.Id == last);
                    return Task.CompletedTask;
                }
            )
        );
        Assert.True((await ListAsync(operation, list, key, request)).Length < expected.Length);
    }

    private static IEnumerable<Session> Sessions(int count) =>
        Enumerable.Range(1, count).Select(i => new Session($"session-{i}", "client", 1_000_000 + i, 0));

    private static string TokenOf(string operation) => ApiModel.Default.Operations[operation].TokenMember!;

    private async Task<string[]> ListAsync(
        string operation,
        string list,
        string key,
        Dictionary<string, object> request,
        Func<string, Task>? afterPage = null
    )
    {
        List<string> items = [];
        while (true)
        {
            JsonElement page = await Client.CallAsync(operation, request);
            string[] found = [.. page.GetProperty(list).EnumerateArray().Select(i => i.GetProperty(key).GetString()!)];
            items.AddRange(found);
            if (afterPage is not null)
                await afterPage(found[^1]);
            Assert.True(items.Count <= 10 * LargestPage, $"{operation} does not end.");
            if (!page.TryGetProperty(TokenOf(operation), out JsonElement token))
                return [.. items];
            request[TokenOf(operation)] = token.GetString()!;
        }
    }

    /// <summary>A pool with some of everything that can be listed, and the request that lists it.</summary>
    private async Task<Dictionary<string, object>> FillAsync(string operation)
    {
        await SetUpAsync(
            new
            {
                PoolName = "p",
                UserPoolTier = "PLUS",
                UserPoolAddOns = new { AdvancedSecurityMode = "AUDIT" },
            },
            new { GenerateSecret = true }
        );
        await Client.CallAsync("AddUserPoolClientSecret", new { UserPoolId = Pool, ClientId });
        Dictionary<string, string> links = new() { ["cognito:default"] = "https://example.com/terms" };
        string[] regions = ["eu-west-2", "us-east-1", "us-east-2", "us-west-1", "us-west-2"];
        for (int i = 0; i < Count; i++)
        {
            await Client.CreatePoolAsync();
            string? other = (await Client.CallAsync("CreateUserPoolClient", new { UserPoolId = Pool, ClientName = $"client-{i}" }))
                .GetProperty("UserPoolClient")
                .GetProperty("ClientId")
                .GetString();
            await Client.CallAsync("CreateUserPoolReplica", new { UserPoolId = Pool, RegionName = regions[i] });
            await Client.CallAsync(
                "CreateGroup",
                new
                {
                    UserPoolId = Pool,
                    GroupName = $"group-{i}",
                    Precedence = i % 2,
                }
            );
            await Client.CallAsync(
                "AdminAddUserToGroup",
                new
                {
                    UserPoolId = Pool,
                    Username = "ann",
                    GroupName = $"group-{i}",
                }
            );
            await Client.CallAsync("AdminCreateUser", new { UserPoolId = Pool, Username = $"user-{i}" });
            await Client.CallAsync(
                "AdminAddUserToGroup",
                new
                {
                    UserPoolId = Pool,
                    Username = $"user-{i}",
                    GroupName = "group-0",
                }
            );
            await Client.CallAsync(
                "CreateIdentityProvider",
                new
                {
                    UserPoolId = Pool,
                    ProviderName = $"Corp{i}",
                    ProviderType = "SAML",
                    ProviderDetails = new { MetadataURL = "https://idp" },
                }
            );
            await Client.CallAsync(
                "CreateResourceServer",
                new
                {
                    UserPoolId = Pool,
                    Identifier = $"server-{i}",
                    Name = "x",
                }
            );
            await Client.CallAsync(
                "CreateTerms",
                new
                {
                    UserPoolId = Pool,
                    ClientId = other,
                    TermsName = "terms-of-use",
                    TermsSource = "LINK",
                    Enforcement = "NONE",
                    Links = links,
                }
            );
            await Client.CallAsync(
                "CreateUserImportJob",
                new
                {
                    UserPoolId = Pool,
                    JobName = $"job-{i}",
                    CloudWatchLogsRoleArn = "arn:aws:iam::123456789012:role/import",
                }
            );
            await SignInAsync();
        }
        string token = await AccessTokenAsync();
        SignInRecord record = Server.State.FindPool(Pool)!.FindUser("ann")!.SignIn!;
        record.Devices = [.. Enumerable.Range(0, Count).Select(i => new Device($"eu-west-1_0000000{9 - i}-aaaa", i, 0))];
        record.Passkeys = [.. Enumerable.Range(0, Count).Select(i => new Passkey($"key-{9 - i}", [], "example.com", i, 0))];
        Dictionary<string, object> all = new()
        {
            ["UserPoolId"] = Pool,
            ["Username"] = "ann",
            ["ClientId"] = ClientId,
            ["GroupName"] = "group-0",
            ["AccessToken"] = token,
            ["Limit"] = 2,
            ["MaxResults"] = 2,
        };
        string[] members = [.. ApiModel.Default.Operations[operation].Input!.Members.Select(m => m.Name)];
        return all.Where(m => members.Contains(m.Key)).ToDictionary(m => m.Key, m => m.Value);
    }
}
