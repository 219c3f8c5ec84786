using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Paging;

namespace CognitoPS.Users;

/// <summary>Which users of a pool are wanted, and how the pool is read for them.</summary>
/// <param name="userPoolId">The pool.</param>
/// <param name="conditions">What holds for the users.</param>
internal sealed class UserQuery(string userPoolId, IReadOnlyList<UserCondition> conditions)
{
    /// <summary>Only this group's members.</summary>
    public string? GroupName { get; init; }

    /// <summary>The attributes that the service answers with; null for all. Every user must have them.</summary>
    public List<string>? AttributesToGet { get; init; }

    /// <summary>How many slices of the pool are read side by side; 0 reads it from its beginning to its end.</summary>
    public int Slices { get; init; }

    private UserCondition? Sent =>
        GroupName is not null || Slices > 0
            ? null
            : conditions
                .Where(condition => condition.Filter is not null)
                .OrderByDescending(condition => condition.Strength)
                .FirstOrDefault();

    private List<UserCondition> Tried => [.. conditions.Where(condition => condition != Sent || !condition.IsWhollySent)];

    /// <summary>Whether the service gives users that are not wanted.</summary>
    public bool LeavesOut => Tried.Count > 0;

    /// <summary>Who filters by what, in words.</summary>
    public string Plan =>
        $"The service filters by {Sent?.Filter ?? "nothing"}. This cmdlet filters by "
        + $"{(LeavesOut ? string.Join(" and ", Tried) : "nothing more")}.";

    /// <summary>The users, page by page; memory holds some pages at a time.</summary>
    public IAsyncEnumerable<IReadOnlyList<UserType>> PagesAsync(
        IAmazonCognitoIdentityProvider client,
        Demand demand,
        CancellationToken cancellationToken
    )
    {
        var pages =
            Slices > 0 ? UserSlices.PagesAsync(client, userPoolId, AttributesToGet, Slices, cancellationToken)
            : GroupName is not null
                ? Pager.PagesAsync(
                    client,
                    ListOperations.UsersInGroup,
                    new ListUsersInGroupRequest { UserPoolId = userPoolId, GroupName = GroupName },
                    demand,
                    cancellationToken
                )
            : Pager.PagesAsync(
                client,
                ListOperations.Users,
                new ListUsersRequest
                {
                    UserPoolId = userPoolId,
                    Filter = Sent?.Filter,
                    AttributesToGet = AttributesToGet,
                },
                demand,
                cancellationToken
            );
        return LeavesOut ? KeepAsync(pages, Tried) : pages;
    }

    private static async IAsyncEnumerable<IReadOnlyList<UserType>> KeepAsync(
        IAsyncEnumerable<IReadOnlyList<UserType>> pages,
        List<UserCondition> conditions
    )
    {
        await foreach (IReadOnlyList<UserType> page in pages.ConfigureAwait(false))
            yield return [.. page.Where(user => conditions.TrueForAll(condition => condition.Matches(user)))];
    }
}
