using System.Management.Automation;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Errors;
using CognitoPS.Users;

namespace CognitoPS.Transfer;

/// <summary>
/// Writes users of a pool to a file, which takes its place when it is whole, and its manifest beside it. Memory holds some pages and of
/// each membership in a group 12 bytes.
/// </summary>
/// <param name="client">The client to ask.</param>
/// <param name="userPoolId">The pool.</param>
internal sealed class UserExport(IAmazonCognitoIdentityProvider client, string userPoolId)
{
    private const int DefaultAtOnce = 16;

    private readonly PoolDescriptions _pools = new();
    private long _written;

    /// <summary>Whether a file that stands in the place is replaced.</summary>
    public bool Overwrite { get; init; }

    /// <summary>Whether the pool is read in slices side by side, and users come in no order.</summary>
    public bool Parallel { get; init; }

    /// <summary>How many requests are under way at once.</summary>
    public int AtOnce { get; init; } = DefaultAtOnce;

    /// <summary>Whether each user's MFA is read, by a request for each.</summary>
    public bool IncludeMfa { get; init; }

    /// <summary>For a CSV file its columns: fields, and attributes by any name; null: all.</summary>
    public IReadOnlyList<string>? Columns { get; init; }

    /// <summary>How many users have been written.</summary>
    public long Written => Interlocked.Read(ref _written);

    /// <summary>How many users the pool says it has; null: it may not be described.</summary>
    public async Task<long?> EstimateAsync(CancellationToken cancellationToken) =>
        (await _pools.OfAsync(client, userPoolId, cancellationToken).ConfigureAwait(false))?.EstimatedNumberOfUsers;

    /// <summary>Writes the file.</summary>
    /// <param name="path">Its place. What ends in .csv is a CSV file, anything else JSON lines.</param>
    /// <param name="given">The users to write, as lists give them; null: all of the pool.</param>
    /// <param name="cancellationToken">Ends it, and leaves nothing.</param>
    /// <exception cref="CognitoException">UnknownAttribute, ColumnsNeedCsv, and those of <see cref="AtomicFile.Create"/>.</exception>
    public async Task<UserManifest> RunAsync(
        string path,
        IAsyncEnumerable<IReadOnlyList<UserType>>? given,
        CancellationToken cancellationToken
    )
    {
        path = AtomicFile.Check(path, Overwrite);
        AtomicFile.Check(UserManifest.PathOf(path), overwrite: true);
        UserPoolType? pool = await _pools.OfAsync(client, userPoolId, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<string>? columns = await ColumnsAsync(path, pool, cancellationToken).ConfigureAwait(false);
        using var file = AtomicFile.Create(path, Overwrite);
        GroupMembers? groups = columns?.Contains(UserFileFields.Groups) is false
            ? null
            : await GroupMembers
                .ReadAsync(client, userPoolId, given is null ? pool?.EstimatedNumberOfUsers : null, AtOnce, cancellationToken)
                .ConfigureAwait(false);
        IAsyncEnumerable<IReadOnlyList<UserType>> pages =
            given ?? new UserQuery(userPoolId, []) { Slices = Parallel ? AtOnce : 0 }.PagesAsync(client, default, cancellationToken);
        using (IUserWriter writer = columns is null ? new UserJsonLines.Writer(file.Stream) : new UserCsv.Writer(file.Stream, columns))
        {
            await foreach (IReadOnlyList<UserType> page in pages.ConfigureAwait(false))
            {
                foreach (UserRecord user in await CompleteAsync(page, groups, cancellationToken).ConfigureAwait(false))
                    writer.Write(user);
                Interlocked.Add(ref _written, page.Count);
            }
        }

        file.Stream.Flush();
        var manifest = new UserManifest(userPoolId, _written, file.Stream.Length, UserManifest.HashOf(file.Stream), LeftOut(pool, columns));
        using var beside = AtomicFile.Create(UserManifest.PathOf(path), overwrite: true);
        byte[] json = manifest.ToJson(path);
        beside.Stream.Write(json, 0, json.Length);
        // In between the file and an older manifest do not agree, which an import sees.
        file.Commit();
        beside.Commit();
        return manifest;
    }

    /// <summary>The users of a page with what the list does not tell.</summary>
    private async Task<UserRecord[]> CompleteAsync(IReadOnlyList<UserType> page, GroupMembers? groups, CancellationToken cancellationToken)
    {
        var users = new UserRecord[page.Count];
        if (groups?.IsReadByUser is not true && !IncludeMfa)
        {
            for (int i = 0; i < users.Length; i++)
                users[i] = await CompleteAsync(page[i], groups, cancellationToken).ConfigureAwait(false);
            return users;
        }

        using var slots = new SemaphoreSlim(AtOnce);
        return await Task.WhenAll(page.Select(InTurnAsync)).ConfigureAwait(false);

        async Task<UserRecord> InTurnAsync(UserType user)
        {
            await slots.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                return await CompleteAsync(user, groups, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                slots.Release();
            }
        }
    }

    private async Task<UserRecord> CompleteAsync(UserType listed, GroupMembers? groups, CancellationToken cancellationToken)
    {
        var user = UserRecord.Of(listed);
        try
        {
            if (groups is not null)
                user = user with { Groups = await groups.OfAsync(user.Username, cancellationToken).ConfigureAwait(false) };
            if (!IncludeMfa)
                return user;
            var request = new AdminGetUserRequest { UserPoolId = userPoolId, Username = user.Username };
            AdminGetUserResponse read = await client.AdminGetUserAsync(request, cancellationToken).ConfigureAwait(false);
            return user with { PreferredMfa = read.PreferredMfaSetting, Mfa = read.UserMFASettingList ?? [] };
        }
        catch (UserNotFoundException)
        {
            // Removed since the list was made: they are written as they were.
            return user;
        }
    }

    /// <summary>The columns of a CSV file; null for JSON lines.</summary>
    private async Task<IReadOnlyList<string>?> ColumnsAsync(string path, UserPoolType? pool, CancellationToken cancellationToken)
    {
        if (!UserFile.IsCsv(path))
        {
            return Columns is null
                ? null
                : throw new CognitoException(
                    "ColumnsNeedCsv",
                    ErrorCategory.InvalidArgument,
                    $"'{path}' is no CSV file and has no columns: it is not called .csv.",
                    "Leave out -Column, or give a path that ends in .csv."
                );
        }

        if (Columns is null)
        {
            List<SchemaAttributeType> schema =
                pool?.SchemaAttributes
                ?? throw new CognitoException(
                    "PoolNotDescribed",
                    ErrorCategory.PermissionDenied,
                    $"{userPoolId} may not be described, so that its attributes are not known.",
                    "Specify -Column, or export to JSON lines."
                );
            return
            [
                .. UserFileFields.Columns.Where(column => IncludeMfa || column is not (UserFileFields.Mfa or UserFileFields.PreferredMfa)),
                .. schema.Select(attribute => attribute.Name),
            ];
        }

        string[] attributes = [.. Columns.Where(column => UserFileFields.Of(column) is null)];
        IReadOnlyList<string> full = await _pools.NamesAsync(client, userPoolId, attributes, cancellationToken).ConfigureAwait(false);
        return [.. Columns.Select(column => UserFileFields.Of(column) ?? full[Array.IndexOf(attributes, column)])];
    }

    /// <summary>What an export does not hold, in words.</summary>
    private List<string> LeftOut(UserPoolType? pool, IReadOnlyList<string>? columns)
    {
        List<string> left = ["passwords, software tokens, passkeys and devices, which the service does not give"];
        if (!IncludeMfa && pool?.MfaConfiguration?.Value is not "OFF")
            left.Add("the MFA of each user, which is a request a user: -IncludeMfa");
        if (columns is not null && Columns is not null)
            left.Add("columns that were not chosen");
        return left;
    }
}
