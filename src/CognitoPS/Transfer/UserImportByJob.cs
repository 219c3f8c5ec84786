using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Errors;
using CognitoPS.Users;

namespace CognitoPS.Transfer;

/// <summary>
/// Imports the users of a file by the service's own jobs, each with as many as one takes, then holds the pool against the file: who came is
/// given groups and the rest, who did not is told with what can be known of it.
/// </summary>
/// <param name="client">The client to ask.</param>
/// <param name="userPoolId">The pool.</param>
/// <param name="roleArn">The role with which jobs write to CloudWatch Logs.</param>
internal sealed class UserImportByJob(IAmazonCognitoIdentityProvider client, string userPoolId, string roleArn)
{
    public const int MostRows = 500_000;
    private const long LargestFile = 100 * 1024 * 1024;
    private const int SlicesAtOnce = 16;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private readonly List<UserImportJobType> _jobs = [];
    private long _imported;

    /// <summary>How the passwords in the file are hashed; null: there are none, or they are left out.</summary>
    public string? PasswordHashingAlgorithm { get; init; }

    /// <summary>How many users are under way at once when groups and the rest are restored.</summary>
    public int AtOnce { get; init; } = 16;

    /// <summary>How many rows a job takes.</summary>
    public int RowsAtMost { get; init; } = MostRows;

    /// <summary>How many bytes a job's file has at most.</summary>
    public long BytesAtMost { get; init; } = LargestFile;

    /// <summary>How many users the jobs have dealt with.</summary>
    public long Handled => Interlocked.Read(ref _imported);

    /// <summary>The jobs, as they ended.</summary>
    public IReadOnlyList<UserImportJobType> Jobs => _jobs;

    /// <summary>Imports the users of a plan; the results come when the jobs have ended.</summary>
    /// <exception cref="CognitoException">UploadFailed, JournalNotWritten.</exception>
    public async IAsyncEnumerable<ImportedUser> RunAsync(
        UserImportPlan plan,
        ImportJournal journal,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var header = new GetCSVHeaderRequest { UserPoolId = userPoolId };
        List<string> columns = (await client.GetCSVHeaderAsync(header, cancellationToken).ConfigureAwait(false)).CSVHeader;
        var rows = new UserImportRows(PasswordHashingAlgorithm is null ? columns : [.. columns, UserImportRows.PasswordHash]);
        int sent = 0;
        foreach ((int part, string path, int count) in Parts(plan, rows))
        {
            try
            {
                await RunPartAsync(plan, journal, part, path, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                File.Delete(path);
            }

            sent += count;
        }

        bool haveAllCome = _jobs.Sum(job => job.ImportedUsers ?? 0) == sent;
        PoolNames? there = haveAllCome
            ? null
            : await PoolNames.ReadAsync(client, userPoolId, plan, SlicesAtOnce, cancellationToken).ConfigureAwait(false);
        DateTime? start = _jobs.Min(job => job.CreationDate);
        await UserImport.CreateGroupsAsync(client, userPoolId, plan, cancellationToken).ConfigureAwait(false);
        var restore = new UserRestore(client, userPoolId, plan);
        await foreach (
            ImportedUser result in UserImport
                .EachAsync(
                    plan.Read().Where(user => !journal.Done.Contains(user.Username)),
                    AtOnce,
                    async (user, token) =>
                    {
                        ImportedUser ended = await EndAsync(user, plan, rows, restore, there, start, token).ConfigureAwait(false);
                        await journal.EndAsync(ended).ConfigureAwait(false);
                        return ended;
                    },
                    cancellationToken
                )
                .ConfigureAwait(false)
        )
            yield return result;
    }

    private async Task<ImportedUser> EndAsync(
        UserRecord user,
        UserImportPlan plan,
        UserImportRows rows,
        UserRestore restore,
        PoolNames? there,
        DateTime? start,
        CancellationToken cancellationToken
    )
    {
        Dictionary<string, object?> attributes = plan.AttributesOf(user);
        if (UserImportPlan.IsExternal(user))
            return Result(ImportedUser.Skipped, "Their identity provider makes them at their first sign-in.");
        try
        {
            rows.Of(user, attributes);
        }
        catch (FormatException exception)
        {
            return Result(ImportedUser.Failed, exception.Message);
        }

        DateTime? created = there?.CreatedAt(user.Username);
        if (there is not null && created is null)
            return Result(ImportedUser.Failed, $"The job did not import them. {Reasons()}");
        if (created < start)
            return Result(ImportedUser.Existed, "The user was there before the job.");
        try
        {
            IReadOnlyList<string> lost = await restore.RunAsync(user, cancellationToken).ConfigureAwait(false);
            foreach (string group in user.Groups)
            {
                var add = new AdminAddUserToGroupRequest
                {
                    UserPoolId = userPoolId,
                    Username = user.Username,
                    GroupName = group,
                };
                await client.AdminAddUserToGroupAsync(add, cancellationToken).ConfigureAwait(false);
            }

            string status = PasswordHashingAlgorithm is not null && user.PasswordHash is not null ? "CONFIRMED" : "RESET_REQUIRED";
            return Result(ImportedUser.Created, null) with
            {
                NotCarried =
                [
                    .. lost,
                    .. rows.LeftOut(attributes),
                    .. user.Status is { } before && before != status ? new[] { $"status {before}: now {status}" } : [],
                ],
            };
        }
        catch (Exception exception) when (ErrorTable.IsReportable(exception) && !UserImport.IsStopped(exception, cancellationToken))
        {
            return Result(ImportedUser.Failed, exception.Message) with { Error = exception };
        }

        ImportedUser Result(string what, string? reason) => new(user.Username, what, reason, [], user.Line);
    }

    /// <summary>Why somebody did not come, as far as it can be known from here.</summary>
    private string Reasons() =>
        string.Join(
            " ",
            _jobs.Select(job => $"{job.JobId}: {job.Status?.Value}, {job.FailedUsers ?? 0} failed, {job.SkippedUsers ?? 0} skipped.")
        ) + " CloudWatch Logs says why, in the stream of the job.";

    /// <summary>Makes, feeds and starts a part's job, or goes on with the one that the journal has, and waits for its end.</summary>
    private async Task RunPartAsync(UserImportPlan plan, ImportJournal journal, int part, string path, CancellationToken cancellationToken)
    {
        UserImportJobType job;
        if (journal.Jobs.TryGetValue(part, out string? known))
        {
            job = await DescribeAsync(known, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            var request = new CreateUserImportJobRequest
            {
                UserPoolId = userPoolId,
                JobName = $"{Regex.Replace(Path.GetFileName(plan.File.Path), @"[^\w.@-]", "_")}-{part}",
                CloudWatchLogsRoleArn = roleArn,
                PasswordHashingAlgorithm = PasswordHashingAlgorithm,
            };
            job = (await client.CreateUserImportJobAsync(request, cancellationToken).ConfigureAwait(false)).UserImportJob;
            await new UserImportFile(path).UploadAsync(job.PreSignedUrl, cancellationToken).ConfigureAwait(false);
            await journal.BeginJobAsync(part, job.JobId).ConfigureAwait(false);
        }

        if (job.Status == UserImportJobStatusType.Created)
        {
            var start = new StartUserImportJobRequest { UserPoolId = userPoolId, JobId = job.JobId };
            job = (await client.StartUserImportJobAsync(start, cancellationToken).ConfigureAwait(false)).UserImportJob;
        }

        long before = _imported;
        TimeSpan pause = FirstPause;
        while (job.Status?.Value is "Pending" or "InProgress" or "Stopping" or "Created")
        {
            await Task.Delay(pause, cancellationToken).ConfigureAwait(false);
            pause = pause + pause < LongestPause ? pause + pause : LongestPause;
            job = await DescribeAsync(job.JobId, cancellationToken).ConfigureAwait(false);
            Interlocked.Exchange(ref _imported, before + (job.ImportedUsers ?? 0) + (job.SkippedUsers ?? 0) + (job.FailedUsers ?? 0));
        }

        _jobs.Add(job);
    }

    private async Task<UserImportJobType> DescribeAsync(string jobId, CancellationToken cancellationToken)
    {
        var request = new DescribeUserImportJobRequest { UserPoolId = userPoolId, JobId = jobId };
        return (await client.DescribeUserImportJobAsync(request, cancellationToken).ConfigureAwait(false)).UserImportJob;
    }

    /// <summary>The jobs' files, one at a time, beside the file that is imported and for its owner alone.</summary>
    private IEnumerable<(int Part, string Path, int Rows)> Parts(UserImportPlan plan, UserImportRows rows)
    {
        using IEnumerator<string> lines = Lines(plan, rows).GetEnumerator();
        bool isThereMore = lines.MoveNext();
        for (int part = 1; isThereMore; part++)
        {
            string path = $"{plan.File.Path}.{userPoolId}.part{part}.csv";
            FilePaths.RefuseLink(path);
            int count = 0;
            using (FileStream file = PrivateFile.Open(path, FileMode.Create, FileAccess.Write, FileShare.None))
            using (var writer = new StreamWriter(file, new UTF8Encoding(false)) { NewLine = "\n" })
            {
                writer.WriteLine(rows.Header);
                long bytes = Encoding.UTF8.GetByteCount(rows.Header) + 1;
                for (; isThereMore && count < RowsAtMost; isThereMore = lines.MoveNext())
                {
                    bytes += Encoding.UTF8.GetByteCount(lines.Current) + 1;
                    if (bytes > BytesAtMost && count > 0)
                        break;
                    writer.WriteLine(lines.Current);
                    count++;
                }
            }

            yield return (part, path, count);
        }
    }

    private static IEnumerable<string> Lines(UserImportPlan plan, UserImportRows rows)
    {
        foreach (UserRecord user in plan.Read().Where(user => !UserImportPlan.IsExternal(user)))
        {
            string row;
            try
            {
                row = rows.Of(user, plan.AttributesOf(user));
            }
            catch (FormatException)
            {
                // Told with the results.
                continue;
            }

            yield return row;
        }
    }

    /// <summary>The names of the users of a pool, and since when they are there.</summary>
    private sealed class PoolNames(bool foldsCase)
    {
        private readonly Dictionary<string, DateTime?> _created = new(
            foldsCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal
        );

        public static async Task<PoolNames> ReadAsync(
            IAmazonCognitoIdentityProvider client,
            string userPoolId,
            UserImportPlan plan,
            int slices,
            CancellationToken cancellationToken
        )
        {
            var names = new PoolNames(plan.FoldsCase);
            List<string> signInBy = plan.Pool?.UsernameAttributes ?? [];
            await foreach (
                IReadOnlyList<UserType> page in new UserQuery(userPoolId, []) { Slices = slices }
                    .PagesAsync(client, default, cancellationToken)
                    .ConfigureAwait(false)
            )
            {
                foreach (UserType user in page)
                {
                    names._created[user.Username] = user.UserCreateDate;
                    foreach (AttributeType attribute in (user.Attributes ?? []).Where(attribute => signInBy.Contains(attribute.Name)))
                        names._created[attribute.Value] = user.UserCreateDate;
                }
            }

            return names;
        }

        /// <summary>Since when a user is there; null: they are not.</summary>
        public DateTime? CreatedAt(string username) =>
            _created.TryGetValue(username, out DateTime? created) ? created ?? DateTime.MaxValue : null;
    }
}
