using CognitoPS.Transfer;
using Xunit;

namespace CognitoPS.Tests.Transfer;

/// <summary>Users come by import jobs, whose files keep the service's rules, and who did not come is told.</summary>
public sealed class UserImportByJobTests : TransferTest
{
    private const string Role = "arn:aws:iam::123456789012:role/import";
    private const string Verified = "\"email_verified\":\"true\"";

    [Fact]
    public async Task Users_come_with_hashes_groups_and_state_and_those_who_do_not_are_told()
    {
        string target = Server.AddPool("target");
        await CreateAsync(target, "there", ("email", "there@example.com"));
        await Task.Delay(10);
        Write(
            "users.jsonl",
            $$$"""{"Username":"anna","Attributes":{"email":"a@example.com",{{{Verified}}},"name":"Miller, \"Anna\""},"""
                + "\"Groups\":[\"staff\"],\"Enabled\":false,\"PasswordHash\":\"$2a$10$x\"}",
            $$$"""{"Username":"there","Attributes":{"email":"there@example.com",{{{Verified}}}}}""",
            """{"Username":"unverified","Attributes":{"email":"u@example.com"}}""",
            $$$"""{"Username":"lines","Attributes":{"email":"l@example.com",{{{Verified}}},"name":"two\nlines"}}""",
            """{"Username":"Google_1","UserStatus":"EXTERNAL_PROVIDER"}""",
            $$$"""{"Username":"bad","Attributes":{"email":"b@example.com",{{{Verified}}},"birthdate":"yesterday"}}""",
            $$$"""{"Username":"ben","Attributes":{"email":"ben@example.com",{{{Verified}}}}}""",
            $$$"""{"Username":"eve","Attributes":{"email":"eve@example.com",{{{Verified}}}}}"""
        );

        (List<ImportedUser> results, _) = await ImportByJobAsync(target, "BCRYPT");

        var what = results.ToDictionary(result => result.Username, result => result.Result);
        Assert.Equal(
            ["Created", "Existed", "Failed", "Failed", "Skipped", "Failed", "Created", "Created"],
            new[] { "anna", "there", "unverified", "lines", "Google_1", "bad", "ben", "eve" }.Select(name => what[name])
        );
        Dictionary<string, UserRecord> users = await UsersAsync(target, "after.jsonl");
        Assert.Equal("Miller, \"Anna\"", users["anna"].Attributes["name"]);
        Assert.Equal(("CONFIRMED", false, "staff"), (users["anna"].Status, users["anna"].Enabled, Assert.Single(users["anna"].Groups)));
        Assert.Equal("RESET_REQUIRED", users["ben"].Status);
        Assert.Empty(Directory.GetFiles(Folder.Name, "*part*"));
    }

    [Fact]
    public async Task A_file_is_split_at_what_a_job_takes()
    {
        string target = Server.AddPool("target");
        Write("users.jsonl", [.. Enumerable.Range(0, 25).Select(i => User($"user{i}"))]);
        (List<ImportedUser> results, UserImportByJob import) = await ImportByJobAsync(target, rows: 10);
        Assert.Equal([10L, 10, 5], import.Jobs.Select(job => job.ImportedUsers ?? 0));
        Assert.All(results, result => Assert.Equal(ImportedUser.Created, result.Result));
        Assert.Equal(25, results.Count);

        target = Server.AddPool("by size");
        (_, import) = await ImportByJobAsync(target, bytes: 500);
        Assert.True(import.Jobs.Count > 3);
        Assert.Equal(25, import.Jobs.Sum(job => job.ImportedUsers ?? 0));
    }

    [Fact]
    public async Task A_run_that_stopped_goes_on_with_its_job()
    {
        string target = Server.AddPool("target");
        Write("users.jsonl", [.. Enumerable.Range(0, 20).Select(i => User($"user{i}"))]);
        Server.Faults.Operations = ["DescribeUserImportJob"];
        Server.Faults.ErrorRatio = 1;
        await Assert.ThrowsAnyAsync<Exception>(() => ImportByJobAsync(target));
        Server.Faults.ErrorRatio = 0;

        (List<ImportedUser> results, _) = await ImportByJobAsync(target);

        Assert.Equal(1, Server.Log.Count("CreateUserImportJob"));
        Assert.Equal(20, results.Count(result => result.Result == ImportedUser.Created));
        Assert.Empty((await ImportByJobAsync(target)).Results);
    }

    [Fact]
    public async Task A_job_that_was_fed_and_not_started_is_started()
    {
        string target = Server.AddPool("target");
        Write("users.jsonl", User("anna"));
        Server.Faults.Operations = ["StartUserImportJob"];
        Server.Faults.ErrorRatio = 1;
        await Assert.ThrowsAnyAsync<Exception>(() => ImportByJobAsync(target));
        Server.Faults.ErrorRatio = 0;

        Assert.Equal(ImportedUser.Created, Assert.Single((await ImportByJobAsync(target)).Results).Result);
        Assert.Equal(1, Server.Log.Count("CreateUserImportJob"));
    }

    private static string User(string name) =>
        $$$"""{"Username":"{{{name}}}","Attributes":{"email":"{{{name}}}@example.com",{{{Verified}}}}}""";

    private async Task<(List<ImportedUser> Results, UserImportByJob Import)> ImportByJobAsync(
        string pool,
        string? hashing = null,
        int rows = UserImportByJob.MostRows,
        long bytes = long.MaxValue
    )
    {
        UserImportPlan plan = await PlanAsync(pool, "users.jsonl");
        using var journal = ImportJournal.Open(plan.File, pool, byJob: true);
        var import = new UserImportByJob(Client, pool, Role)
        {
            PasswordHashingAlgorithm = hashing,
            RowsAtMost = rows,
            BytesAtMost = bytes,
        };
        var results = new List<ImportedUser>();
        await foreach (ImportedUser result in import.RunAsync(plan, journal, CancellationToken.None))
            results.Add(result);
        return (results, import);
    }
}
