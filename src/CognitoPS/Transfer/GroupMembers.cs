using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Paging;

namespace CognitoPS.Transfer;

/// <summary>
/// Which groups a user is in, read by what sends fewer requests: each group's members, 60 a request, or each user's groups, a request a
/// user. Of a member 12 bytes are kept for each of their groups.
/// </summary>
internal sealed class GroupMembers
{
    private readonly IAmazonCognitoIdentityProvider _client;
    private readonly string _userPoolId;
    private readonly string[] _groups;
    private ulong[]? _users;
    private int[] _groupOf = [];

    private GroupMembers(IAmazonCognitoIdentityProvider client, string userPoolId, string[] groups) =>
        (_client, _userPoolId, _groups) = (client, userPoolId, groups);

    /// <summary>Whether each user has to be asked for.</summary>
    public bool IsReadByUser => _groups.Length > 0 && _users is null;

    /// <summary>Reads the groups, and their members where that is cheaper.</summary>
    /// <param name="client">The client to ask.</param>
    /// <param name="userPoolId">The pool.</param>
    /// <param name="users">How many users' groups will be asked for; null: few.</param>
    /// <param name="atOnce">Groups that are read side by side.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<GroupMembers> ReadAsync(
        IAmazonCognitoIdentityProvider client,
        string userPoolId,
        long? users,
        int atOnce,
        CancellationToken cancellationToken
    )
    {
        var groups = new List<string>();
        await foreach (
            string name in Pager
                .ItemsAsync(
                    client,
                    ListOperations.Groups,
                    new ListGroupsRequest { UserPoolId = userPoolId },
                    group => group.GroupName,
                    cancellationToken
                )
                .ConfigureAwait(false)
        )
            groups.Add(name);
        groups.Sort(StringComparer.Ordinal);
        var members = new GroupMembers(client, userPoolId, [.. groups]);
        // Each group is a request at least. How many members they have is not told: when the requests have become as many as the users, the
        // users are asked after all.
        if (users > groups.Count)
            await members.ReadMembersAsync(users.Value, atOnce, cancellationToken).ConfigureAwait(false);
        return members;
    }

    /// <summary>The groups of a user, in the order of their names.</summary>
    public async Task<IReadOnlyList<string>> OfAsync(string username, CancellationToken cancellationToken)
    {
        if (_groups.Length == 0)
            return [];
        if (_users is null)
        {
            var names = new List<string>();
            await foreach (
                string name in Pager
                    .ItemsAsync(
                        _client,
                        ListOperations.GroupsOfUser,
                        new AdminListGroupsForUserRequest { UserPoolId = _userPoolId, Username = username },
                        group => group.GroupName,
                        cancellationToken
                    )
                    .ConfigureAwait(false)
            )
                names.Add(name);
            names.Sort(StringComparer.Ordinal);
            return names;
        }

        ulong user = Fingerprint(username);
        int at = Array.BinarySearch(_users, user);
        if (at < 0)
            return [];
        while (at > 0 && _users[at - 1] == user)
            at--;
        var found = new SortedSet<int>();
        for (; at < _users.Length && _users[at] == user; at++)
            found.Add(_groupOf[at]);
        return [.. found.Select(group => _groups[group])];
    }

    private async Task ReadMembersAsync(long mostRequests, int atOnce, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var slots = new SemaphoreSlim(atOnce);
        var users = new List<ulong>();
        var groupOf = new List<int>();
        long requests = 0;
        try
        {
            await Task.WhenAll(Enumerable.Range(0, _groups.Length).Select(ReadGroupAsync)).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return;
        }

        ulong[] keys = [.. users];
        int[] items = [.. groupOf];
        Array.Sort(keys, items);
        (_users, _groupOf) = (keys, items);

        async Task ReadGroupAsync(int group)
        {
            await slots.WaitAsync(stop.Token).ConfigureAwait(false);
            try
            {
                var request = new ListUsersInGroupRequest { UserPoolId = _userPoolId, GroupName = _groups[group] };
                await foreach (
                    IReadOnlyList<UserType> page in Pager
                        .PagesAsync(_client, ListOperations.UsersInGroup, request, cancellationToken: stop.Token)
                        .ConfigureAwait(false)
                )
                {
                    if (Interlocked.Increment(ref requests) > mostRequests)
                        stop.Cancel();
                    stop.Token.ThrowIfCancellationRequested();
                    lock (users)
                    {
                        foreach (UserType user in page)
                        {
                            users.Add(Fingerprint(user.Username));
                            groupOf.Add(group);
                        }
                    }
                }
            }
            finally
            {
                slots.Release();
            }
        }
    }

    /// <summary>A 64-bit FNV-1a hash: among a million users two share one in 37 million pools.</summary>
    private static ulong Fingerprint(string username)
    {
        ulong hash = 14695981039346656037;
        foreach (char character in username)
            hash = unchecked((hash ^ character) * 1099511628211);
        return hash;
    }
}
