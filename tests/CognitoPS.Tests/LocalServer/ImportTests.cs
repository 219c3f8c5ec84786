using System.Text;
using System.Text.Json;
using Xunit;

namespace CognitoPS.Tests.LocalServer;

public sealed class ImportTests : ServerTest
{
    private static readonly HttpClient Http = new();

    private async Task<(string Pool, string Job, string Url, string[] Header)> CreateAsync()
    {
        string pool = await Client.CreatePoolAsync();
        string[] header =
        [
            .. (await Client.CallAsync("GetCSVHeader", new { UserPoolId = pool }))
                .GetProperty("CSVHeader")
                .EnumerateArray()
                .Select(c => c.GetString()!),
        ];
        JsonElement job = (
            await Client.CallAsync(
                "CreateUserImportJob",
                new
                {
                    UserPoolId = pool,
                    JobName = "people",
                    CloudWatchLogsRoleArn = "arn:aws:iam::123456789012:role/import",
                }
            )
        ).GetProperty("UserImportJob");
        Assert.Equal("Created", job.GetProperty("Status").GetString());
        return (pool, job.GetProperty("JobId").GetString()!, job.GetProperty("PreSignedUrl").GetString()!, header);
    }

    private static async Task<int> UploadAsync(string url, string csv, string encryption = "aws:kms")
    {
        using HttpRequestMessage put = new(HttpMethod.Put, url) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(csv)) };
        put.Headers.Add("x-amz-server-side-encryption", encryption);
        using HttpResponseMessage answer = await Http.SendAsync(put);
        return (int)answer.StatusCode;
    }

    private async Task<JsonElement> RunAsync(string pool, string job)
    {
        await Client.CallAsync("StartUserImportJob", new { UserPoolId = pool, JobId = job });
        for (int i = 0; i < 500; i++)
        {
            JsonElement state = (await Client.CallAsync("DescribeUserImportJob", new { UserPoolId = pool, JobId = job })).GetProperty(
                "UserImportJob"
            );
            if (state.GetProperty("Status").GetString() is not ("Pending" or "InProgress"))
                return state;
            await Task.Delay(10);
        }
        throw new TimeoutException();
    }

    private static string Row(string[] header, params (string Column, string Value)[] cells) =>
        string.Join(',', header.Select(c => cells.FirstOrDefault(p => p.Column == c).Value ?? ""));

    [Fact]
    public async Task A_job_imports_skips_and_fails_rows_and_counts_them()
    {
        (string pool, string job, string url, string[] header) = await CreateAsync();
        await Client.CallAsync("AdminCreateUser", new { UserPoolId = pool, Username = "there" });
        string[] rows =
        [
            string.Join(',', header),
            Row(
                header,
                ("cognito:username", "ann"),
                ("cognito:mfa_enabled", "false"),
                ("email", "ann@example.com"),
                ("email_verified", "TRUE"),
                ("name", "Ann\\, A.")
            ),
            Row(
                header,
                ("cognito:username", "bob"),
                ("cognito:mfa_enabled", "true"),
                ("phone_number", "+491234567"),
                ("phone_number_verified", "true")
            ),
            Row(
                header,
                ("cognito:username", "eve"),
                ("cognito:mfa_enabled", "false"),
                ("email", "eve@example.com"),
                ("email_verified", "true")
            ),
            Row(
                header,
                ("cognito:username", "there"),
                ("cognito:mfa_enabled", "false"),
                ("email", "t@example.com"),
                ("email_verified", "true")
            ),
            Row(header, ("cognito:username", "unverified"), ("cognito:mfa_enabled", "false"), ("email", "u@example.com")),
            "too,few",
        ];
        Assert.Equal(403, await UploadAsync(url, "x", encryption: "AES256"));
        Assert.Equal(200, await UploadAsync(url, string.Join("\r\n", rows)));
        JsonElement state = await RunAsync(pool, job);
        Assert.Equal(
            ("Succeeded", 3, 1, 2),
            (
                state.GetProperty("Status").GetString(),
                state.GetProperty("ImportedUsers").GetInt32(),
                state.GetProperty("SkippedUsers").GetInt32(),
                state.GetProperty("FailedUsers").GetInt32()
            )
        );
        JsonElement ann = await Client.CallAsync("AdminGetUser", new { UserPoolId = pool, Username = "ann" });
        Assert.Equal("RESET_REQUIRED", ann.GetProperty("UserStatus").GetString());
        Assert.Contains(ann.GetProperty("UserAttributes").EnumerateArray(), a => a.GetProperty("Value").GetString() == "Ann, A.");
        await ExpectAsync("PreconditionNotMetException", "StartUserImportJob", new { UserPoolId = pool, JobId = job });
        await ExpectAsync("PreconditionNotMetException", "StopUserImportJob", new { UserPoolId = pool, JobId = job });
        Assert.Single(
            (await Client.CallAsync("ListUserImportJobs", new { UserPoolId = pool, MaxResults = 10 }))
                .GetProperty("UserImportJobs")
                .EnumerateArray()
        );
    }

    [Theory]
    [InlineData(0, 2, "Failed")]
    [InlineData(2, 3, "Failed")]
    [InlineData(2, 1, "Succeeded")]
    public async Task A_job_that_fails_most_of_its_rows_fails(int good, int bad, string status)
    {
        (string pool, string job, string url, string[] header) = await CreateAsync();
        IEnumerable<string> rows = Enumerable
            .Range(0, good + bad)
            .Select(number =>
                Row(
                    header,
                    ("cognito:username", $"user{number}"),
                    ("cognito:mfa_enabled", "false"),
                    ("email", $"user{number}@example.com"),
                    ("email_verified", number < good ? "true" : "false")
                )
            );
        await UploadAsync(url, string.Join('\n', rows.Prepend(string.Join(',', header))));
        JsonElement state = await RunAsync(pool, job);
        Assert.Equal(
            (status, good, bad),
            (
                state.GetProperty("Status").GetString(),
                state.GetProperty("ImportedUsers").GetInt32(),
                state.GetProperty("FailedUsers").GetInt32()
            )
        );
    }

    [Fact]
    public async Task A_file_with_other_columns_or_none_fails_the_job()
    {
        (string pool, string job, string url, string[] header) = await CreateAsync();
        await UploadAsync(url, string.Join(',', header.Skip(1)));
        Assert.Equal("Failed", (await RunAsync(pool, job)).GetProperty("Status").GetString());
        (pool, job, _, _) = await CreateAsync();
        Assert.Equal("Failed", (await RunAsync(pool, job)).GetProperty("Status").GetString());
    }

    [Fact]
    public async Task A_job_that_nobody_starts_expires()
    {
        (string pool, string job, _, _) = await CreateAsync();
        Now += TimeSpan.FromHours(25);
        await ExpectAsync("PreconditionNotMetException", "StartUserImportJob", new { UserPoolId = pool, JobId = job });
        Assert.Equal(
            "Expired",
            (await Client.CallAsync("DescribeUserImportJob", new { UserPoolId = pool, JobId = job }))
                .GetProperty("UserImportJob")
                .GetProperty("Status")
                .GetString()
        );
    }
}
