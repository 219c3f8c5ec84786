using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Errors;
using CognitoPS.Transfer;
using Xunit;

namespace CognitoPS.Tests.Transfer;

/// <summary>Users go out of a pool and into another, and nobody is lost or made twice, without PowerShell.</summary>
public sealed class UserTransferTests : TransferTest
{
    private const int Many = 5000;
    private const string CustomAttribute = """{ "Schema": [ { "Name": "team", "AttributeDataType": "String", "Mutable": true } ] }""";

    [Fact]
    public async Task Five_thousand_users_are_the_same_after_a_round_trip_but_for_what_cannot_be_carried()
    {
        string pool = Server.AddPool("source", settings: CustomAttribute);
        Server.AddUsers(pool, Many);
        await CreateAsync(pool, "zoe", ("custom:team", "=1+1, \"quoted\"\nand more"), ("email", "zoe@example.com"));
        await AddGroupsAsync(pool);
        string target = Server.AddPool("target", "eu-central-1", CustomAttribute);
        Dictionary<string, UserRecord> before = await UsersAsync(pool, "before.jsonl");

        List<ImportedUser> results = await ImportAsync(target, "before.jsonl", randomPassword: true);

        Assert.Equal(Many + 1, results.Count(result => result.Result == ImportedUser.Created));
        Dictionary<string, UserRecord> after = await UsersAsync(target, "after.jsonl");
        Assert.Equal(before.Keys.Order(), after.Keys.Order());
        Assert.All(before.Values, user => Assert.Equal(Carried(user), Carried(after[user.Username])));
        Assert.All(
            before.Values,
            user => Assert.Equal(user.Status == "CONFIRMED" ? "CONFIRMED" : "FORCE_CHANGE_PASSWORD", after[user.Username].Status)
        );
        // What could not be carried was said.
        Assert.Equal(
            before.Values.Where(user => user.Status is not ("CONFIRMED" or "FORCE_CHANGE_PASSWORD")).Select(user => user.Username).Order(),
            results
                .Where(result => result.NotCarried.Any(lost => lost.StartsWith("status", StringComparison.Ordinal)))
                .Select(result => result.Username)
                .Order()
        );

        static string Carried(UserRecord user) =>
            string.Join(
                '|',
                user.Attributes.Where(attribute => attribute.Key != "sub")
                    .Select(attribute => $"{attribute.Key}={attribute.Value}")
                    .Order()
                    .Append($"{user.Enabled}")
                    .Concat(user.Groups)
            );
    }

    [Theory]
    [InlineData(2, 100, "ListUsersInGroup")]
    [InlineData(20, 10, "AdminListGroupsForUser")]
    public async Task Groups_are_read_by_what_sends_fewer_requests(int groups, int users, string operation)
    {
        string pool = Server.AddPool("people");
        Server.AddUsers(pool, users);
        string[] names = [.. (await UsersAsync(pool, "people.jsonl")).Keys];
        for (int i = 0; i < groups; i++)
        {
            await Client.CreateGroupAsync(new CreateGroupRequest { UserPoolId = pool, GroupName = $"group{i}" });
            await AddAsync(pool, names[i % users], $"group{i}");
        }

        Server.Log.Clear();
        await ExportAsync(pool, "grouped.jsonl");

        Assert.Equal(operation == "ListUsersInGroup" ? groups : users, Server.Log.Count(operation));
        Assert.Equal(0, Server.Log.Count(operation == "ListUsersInGroup" ? "AdminListGroupsForUser" : "ListUsersInGroup"));
        Assert.Equal(groups, new UserFile(Folder.PathOf("grouped.jsonl")).Read().Sum(user => user.Groups.Count));
    }

    [Fact]
    public async Task Members_that_take_more_requests_than_there_are_users_are_given_up_for_the_users()
    {
        string pool = Server.AddPool("people");
        Server.AddUsers(pool, 3);
        string[] names = [.. (await UsersAsync(pool, "people.jsonl")).Keys];
        foreach (string group in new[] { "a", "b" })
        {
            await Client.CreateGroupAsync(new CreateGroupRequest { UserPoolId = pool, GroupName = group });
            foreach (string name in names)
                await AddAsync(pool, name, group);
        }

        Server.Faults.ShortPages = true;
        await ExportAsync(pool, "grouped.jsonl");

        Assert.All(new UserFile(Folder.PathOf("grouped.jsonl")).Read(), user => Assert.Equal(["a", "b"], user.Groups));
    }

    [Fact]
    public async Task A_run_that_stopped_is_taken_up_and_nobody_is_created_twice()
    {
        string pool = Server.AddPool("source");
        Server.AddUsers(pool, 300);
        await ExportAsync(pool, "users.jsonl");
        string target = Server.AddPool("target");
        List<ImportedUser> results = await ImportAsync(target, "users.jsonl", stopAfter: 40);
        results.AddRange(await ImportAsync(target, "users.jsonl", stopAfter: 90));
        results.AddRange(await ImportAsync(target, "users.jsonl"));

        Assert.Empty(await ImportAsync(target, "users.jsonl"));
        Assert.All(results, result => Assert.Equal(ImportedUser.Created, result.Result));
        Assert.Equal(results.Count, results.Select(result => result.Username).Distinct().Count());
        Assert.Equal(300, Server.Log.Count("AdminCreateUser", 200));
        Assert.Equal(300, (await UsersAsync(target, "after.jsonl")).Count);
    }

    [Fact]
    public async Task A_user_whose_answer_was_lost_is_recognized_by_the_next_run_and_gets_the_rest()
    {
        string target = Server.AddPool("target");
        Write("users.jsonl", """{"Username":"anna","Groups":["staff"],"Enabled":false}""", """{"Username":"ben"}""");
        UserImportPlan plan = await PlanAsync(target, "users.jsonl");
        using (var journal = ImportJournal.Open(plan.File, target, byJob: false))
            await journal.BeginAsync("anna");
        // Killed here: the user is in the pool, and half a line is in the journal.
        await CreateAsync(target, "anna");
        await CreateAsync(target, "ben");
        File.AppendAllText(ImportJournal.PathOf(plan.File.Path, target), "{\"Username\":\"an");

        List<ImportedUser> results = await ImportAsync(target, "users.jsonl");

        Assert.Equal(["anna Created", "ben Existed"], results.Select(result => $"{result.Username} {result.Result}"));
        UserRecord anna = (await UsersAsync(target, "after.jsonl"))["anna"];
        Assert.Equal((false, "staff"), (anna.Enabled, Assert.Single(anna.Groups)));
    }

    [Fact]
    public async Task A_user_who_failed_is_tried_again_and_goes_on_where_they_stopped()
    {
        string target = Server.AddPool("target");
        Write("users.jsonl", """{"Username":"anna","Groups":["staff"]}""");
        Server.Faults.Operations = ["AdminAddUserToGroup"];
        Server.Faults.ErrorRatio = 1;
        ImportedUser failed = Assert.Single(await ImportAsync(target, "users.jsonl"));
        Assert.Equal(ImportedUser.Failed, failed.Result);
        Server.Faults.ErrorRatio = 0;

        Assert.Equal(ImportedUser.Created, Assert.Single(await ImportAsync(target, "users.jsonl")).Result);
        Assert.Equal(["staff"], (await UsersAsync(target, "after.jsonl"))["anna"].Groups);
    }

    [Fact]
    public async Task Nobody_is_lost_when_the_service_throttles_fails_and_drops()
    {
        string target = Server.AddPool("target");
        Write("users.jsonl", [.. Enumerable.Range(0, 200).Select(i => $$"""{"Username":"user{{i}}","Groups":["staff"]}""")]);
        (Server.Faults.ThrottleRatio, Server.Faults.ErrorRatio, Server.Faults.DropAfterRatio) = (0.05, 0.02, 0.02);
        for (int run = 0; run < 20; run++)
            await ImportAsync(target, "users.jsonl");
        (Server.Faults.ThrottleRatio, Server.Faults.ErrorRatio, Server.Faults.DropAfterRatio) = (0, 0, 0);
        await ImportAsync(target, "users.jsonl");

        Dictionary<string, UserRecord> users = await UsersAsync(target, "after.jsonl");
        Assert.Equal(200, users.Count);
        Assert.All(users.Values, user => Assert.Equal(["staff"], user.Groups));
    }

    [Theory]
    [InlineData("file", "JournalOfAnother")]
    [InlineData("job", "JournalOfAnother")]
    [InlineData("newer", "NewerFormat")]
    [InlineData("nonsense", "InvalidJournal")]
    public async Task A_journal_that_is_not_this_runs_is_refused(string how, string id)
    {
        string target = Server.AddPool("target");
        Write("users.jsonl", """{"Username":"anna"}""", """{"Username":"ben"}""");
        await ImportAsync(target, "users.jsonl");
        string journal = ImportJournal.PathOf(Folder.PathOf("users.jsonl"), target);
        if (how == "file")
            Write("users.jsonl", """{"Username":"anna"}""", """{"Username":"eve"}""");
        else if (how == "newer")
            File.WriteAllText(journal, File.ReadAllText(journal).Replace("Version\":1", "Version\":2"));
        else if (how == "nonsense")
            File.WriteAllText(journal, File.ReadAllText(journal).Replace("{\"Username\":\"anna\",\"Begun\"", "nonsense"));
        UserImportPlan plan = await PlanAsync(target, "users.jsonl");

        Assert.Equal(id, Assert.Throws<CognitoException>(() => ImportJournal.Open(plan.File, target, byJob: how == "job")).Id);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(journal));
    }

    [Fact]
    public async Task Two_runs_do_not_share_a_journal()
    {
        string target = Server.AddPool("target");
        Write("users.jsonl", """{"Username":"anna"}""");
        UserImportPlan plan = await PlanAsync(target, "users.jsonl");
        using var journal = ImportJournal.Open(plan.File, target, byJob: false);
        Assert.Equal("FileInUse", Assert.Throws<CognitoException>(() => ImportJournal.Open(plan.File, target, byJob: false)).Id);
    }

    [Fact]
    public async Task What_the_pool_does_not_have_is_named_before_anything_is_changed()
    {
        string target = Server.AddPool("target");
        Write("users.jsonl", """{"Username":"anna","Attributes":{"custom:team":"a","custom:cost":"b","sub":"x"},"Groups":["new"]}""");
        var refused = await Assert.ThrowsAsync<CognitoException>(() => PlanAsync(target, "users.jsonl"));
        Assert.Equal("UnknownAttribute", refused.Id);
        Assert.Contains("custom:team", refused.Message, StringComparison.Ordinal);
        Assert.Contains("custom:cost", refused.Message, StringComparison.Ordinal);
        Assert.Equal(0, Server.Log.Count("AdminCreateUser") + Server.Log.Count("CreateGroup"));
    }

    [Theory]
    [InlineData("true", "anna", "anna", true)]
    [InlineData("true", "anna", "ANNA", false)]
    [InlineData("false", "anna", "ANNA", true)]
    public async Task Names_that_are_one_to_the_pool_are_refused_with_both_lines(
        string caseSensitive,
        string first,
        string second,
        bool isRefused
    )
    {
        string target = Server.AddPool("target", settings: $$"""{ "UsernameConfiguration": { "CaseSensitive": {{caseSensitive}} } }""");
        Write("users.csv", "Username", first, "other", second);
        if (!isRefused)
        {
            Assert.Equal(3, (await PlanAsync(target, "users.csv")).Users);
            return;
        }

        var refused = await Assert.ThrowsAsync<CognitoException>(() => PlanAsync(target, "users.csv"));
        Assert.Contains("line 4:", refused.Message, StringComparison.Ordinal);
        Assert.Contains("line 2", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_users_sign_in_by_address_the_address_is_their_name()
    {
        string target = Server.AddPool("target", settings: """{ "UsernameAttributes": [ "email" ] }""");
        Write("users.csv", "Username,email", "3f0b,anna@example.com");
        ImportedUser result = Assert.Single(await ImportAsync(target, "users.csv"));
        Assert.Equal(("anna@example.com", ImportedUser.Created), (result.Username, result.Result));
    }

    [Fact]
    public async Task Users_of_a_provider_are_skipped_and_linked_identities_are_linked_where_there_is_one()
    {
        string target = Server.AddPool("target");
        await Client.CreateIdentityProviderAsync(
            new CreateIdentityProviderRequest
            {
                UserPoolId = target,
                ProviderName = "Google",
                ProviderType = "Google",
                ProviderDetails = new()
                {
                    ["client_id"] = "x",
                    ["client_secret"] = "y",
                    ["authorize_scopes"] = "openid",
                },
            }
        );
        const string Identity =
            """[{\"userId\":\"1\",\"providerName\":\"P\",\"providerType\":\"P\",\"primary\":false,\"dateCreated\":1}]""";
        Write(
            "users.jsonl",
            """{"Username":"Google_7","UserStatus":"EXTERNAL_PROVIDER"}""",
            $$$"""{"Username":"anna","Attributes":{"identities":"{{{Identity.Replace("\"P", "\"Google")}}}"},"""
                + "\"UserMFASettingList\":[\"SOFTWARE_TOKEN_MFA\"]}",
            $$$"""{"Username":"ben","Attributes":{"identities":"{{{Identity.Replace("\"P", "\"Okta")}}}"}}"""
        );

        List<ImportedUser> results = await ImportAsync(target, "users.jsonl");

        Assert.Equal(["Skipped", "Created", "Created"], results.Select(result => result.Result));
        Assert.Contains("SOFTWARE_TOKEN_MFA", Assert.Single(results[1].NotCarried), StringComparison.Ordinal);
        Assert.Contains("Okta", Assert.Single(results[2].NotCarried), StringComparison.Ordinal);
        Assert.Contains("Google", (await UsersAsync(target, "after.jsonl"))["anna"].Attributes["identities"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_password_is_set_unless_asked_for_and_nobody_is_mailed()
    {
        string target = Server.AddPool("target");
        Write("users.jsonl", """{"Username":"anna","UserStatus":"CONFIRMED","Attributes":{"email":"a@example.com"}}""");
        await ImportAsync(target, "users.jsonl");
        Assert.Equal(0, Server.Log.Count("AdminSetUserPassword"));
        Assert.Empty(Server.Log.Messages);
        Assert.Equal("FORCE_CHANGE_PASSWORD", (await UsersAsync(target, "after.jsonl"))["anna"].Status);
    }

    [Fact]
    public async Task An_export_that_fails_leaves_the_file_that_was_there()
    {
        string pool = Server.AddPool("people");
        Server.AddUsers(pool, 100);
        await ExportAsync(pool, "users.jsonl");
        string before = File.ReadAllText(Folder.PathOf("users.jsonl"));
        (Server.Faults.Operations, Server.Faults.ErrorRatio) = (["ListUsers"], 1);
        await Assert.ThrowsAnyAsync<Exception>(() => ExportAsync(pool, "users.jsonl", force: true));
        Assert.Equal(before, File.ReadAllText(Folder.PathOf("users.jsonl")));
        Assert.Equal(2, Directory.GetFiles(Folder.Name).Length);
        Assert.Equal(100, new UserFile(Folder.PathOf("users.jsonl")).Read().Count());
    }

    private async Task AddGroupsAsync(string pool)
    {
        string[] names = [.. (await UsersAsync(pool, "names.jsonl")).Keys];
        foreach (string group in new[] { "admins", "a;b", "empty" })
            await Client.CreateGroupAsync(new CreateGroupRequest { UserPoolId = pool, GroupName = group });
        foreach (string name in names.Take(150))
            await AddAsync(pool, name, "admins");
        foreach (string name in names.Skip(100).Take(20))
            await AddAsync(pool, name, "a;b");
    }

    private Task AddAsync(string pool, string username, string group) =>
        Client.AdminAddUserToGroupAsync(
            new AdminAddUserToGroupRequest
            {
                UserPoolId = pool,
                Username = username,
                GroupName = group,
            }
        );
}
