using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Connection;
using CognitoPS.Errors;
using CognitoPS.Users;

namespace CognitoPS.Transfer;

/// <summary>
/// Creates the users of a file in a pool, each with a request for each thing that is restored. Whatever happens to the run, the next one
/// neither repeats nor forgets anybody: see <see cref="ImportJournal"/>.
/// </summary>
/// <param name="client">The client to ask, which paces.</param>
/// <param name="userPoolId">The pool.</param>
internal sealed class UserImport(IAmazonCognitoIdentityProvider client, string userPoolId)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly PoolDescriptions _pools = new();

    /// <summary>How many users are under way at once.</summary>
    public int AtOnce { get; init; } = 16;

    /// <summary>Whether each user gets an invitation.</summary>
    public bool SendInvitation { get; init; }

    /// <summary>
    /// Whether users who were confirmed get a lasting password that nobody knows, so that they are confirmed again and can choose another
    /// one as one who has forgotten theirs.
    /// </summary>
    public bool RandomPassword { get; init; }

    /// <summary>Imports the users of a plan that the journal does not have as done; each result is on the disk before it comes.</summary>
    /// <exception cref="CognitoException">JournalNotWritten; InvalidUserFile: the file was changed meanwhile.</exception>
    public async IAsyncEnumerable<ImportedUser> RunAsync(
        UserImportPlan plan,
        ImportJournal journal,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await CreateGroupsAsync(client, userPoolId, plan, cancellationToken).ConfigureAwait(false);
        var restore = new UserRestore(client, userPoolId, plan);
        IEnumerable<UserRecord> users = plan.Read().Where(user => !journal.Done.Contains(user.Username));
        await foreach (
            ImportedUser result in EachAsync(
                    users,
                    AtOnce,
                    (user, token) => ImportAsync(user, plan, restore, journal, token),
                    cancellationToken
                )
                .ConfigureAwait(false)
        )
            yield return result;
    }

    /// <summary>Does something for each user, several side by side, and gives what became of them in their order.</summary>
    public static async IAsyncEnumerable<ImportedUser> EachAsync(
        IEnumerable<UserRecord> users,
        int atOnce,
        Func<UserRecord, CancellationToken, Task<ImportedUser>> act,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var ended = new Queue<ImportedUser>();
        using var runner = new BulkRunner<UserRecord, ImportedUser>(
            atOnce,
            async (_, outcome) => ended.Enqueue(await outcome.ConfigureAwait(false)),
            stop: cancellationToken
        );
        try
        {
            foreach (UserRecord user in users)
            {
                // On the thread pool: what a request awaits must not come back to the caller's context.
                await runner
                    .AddAsync(user, user.Username, token => Task.Run(() => act(user, token), CancellationToken.None))
                    .ConfigureAwait(false);
                while (ended.Count > 0)
                    yield return ended.Dequeue();
            }

            await runner.CompleteAsync().ConfigureAwait(false);
            while (ended.Count > 0)
                yield return ended.Dequeue();
        }
        finally
        {
            if (!runner.IsIdle)
                await runner.StopAsync(Patience).ConfigureAwait(false);
        }
    }

    /// <summary>Creates the groups that are missing, bare: what else a group has the file does not say.</summary>
    public static async Task CreateGroupsAsync(
        IAmazonCognitoIdentityProvider client,
        string userPoolId,
        UserImportPlan plan,
        CancellationToken cancellationToken
    )
    {
        foreach (string group in plan.NewGroups)
        {
            try
            {
                var request = new CreateGroupRequest { UserPoolId = userPoolId, GroupName = group };
                await client.CreateGroupAsync(request, cancellationToken).ConfigureAwait(false);
            }
            catch (GroupExistsException) { }
        }
    }

    private async Task<ImportedUser> ImportAsync(
        UserRecord user,
        UserImportPlan plan,
        UserRestore restore,
        ImportJournal journal,
        CancellationToken cancellationToken
    )
    {
        await journal.BeginAsync(user.Username).ConfigureAwait(false);
        ImportedUser result;
        try
        {
            result = UserImportPlan.IsExternal(user)
                ? Result(ImportedUser.Skipped, "Their identity provider makes them at their first sign-in.")
                : await CreateAsync(user, plan, restore, journal, cancellationToken).ConfigureAwait(false);
        }
        catch (UsernameExistsException exception)
        {
            result = Result(ImportedUser.Existed, exception.Message);
        }
        catch (Exception exception) when (ErrorTable.IsReportable(exception) && !IsStopped(exception, cancellationToken))
        {
            result = Result(ImportedUser.Failed, exception.Message) with { Error = exception };
        }

        await journal.EndAsync(result).ConfigureAwait(false);
        return result;

        ImportedUser Result(string what, string reason) => new(user.Username, what, reason, [], user.Line);
    }

    private async Task<ImportedUser> CreateAsync(
        UserRecord user,
        UserImportPlan plan,
        UserRestore restore,
        ImportJournal journal,
        CancellationToken cancellationToken
    )
    {
        bool setsPassword = RandomPassword && UserImportPlan.IsConfirmed(user);
        var creation = new UserCreation(
            _pools,
            new AdminCreateUserRequest
            {
                UserPoolId = userPoolId,
                Username = user.Username,
                MessageAction = SendInvitation && !setsPassword ? null : MessageActionType.SUPPRESS,
            }
        )
        {
            Attributes = plan.AttributesOf(user),
            Groups = user.Groups,
            Password = setsPassword ? NewPassword() : null,
            BegunAt = journal.Begun.TryGetValue(user.Username, out DateTime begun) ? begun : null,
        };
        await creation.RunAsync(client, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<string> lost = await restore.RunAsync(user, cancellationToken).ConfigureAwait(false);
        if (user.Status is not null && !(setsPassword || user.Status == "FORCE_CHANGE_PASSWORD"))
            lost = [.. lost, $"status {user.Status}: now FORCE_CHANGE_PASSWORD"];
        return new ImportedUser(user.Username, ImportedUser.Created, null, lost, user.Line);
    }

    /// <summary>Whether it is the run that ended, and not the user that failed.</summary>
    public static bool IsStopped(Exception exception, CancellationToken cancellationToken) =>
        exception is CognitoException { Id: "JournalNotWritten" }
        || (
            exception is OperationCanceledException
            && (cancellationToken.IsCancellationRequested || RequestTracker.Current?.Stop.IsCancellationRequested is true)
        );

    /// <summary>A password that no policy refuses and nobody will see.</summary>
    private static string NewPassword()
    {
        byte[] random = new byte[48];
        using var generator = RandomNumberGenerator.Create();
        generator.GetBytes(random);
        return Convert.ToBase64String(random) + "aA1!";
    }
}
