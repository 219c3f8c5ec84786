using System.Management.Automation;
using Amazon.CognitoIdentityProvider;
using CognitoPS.Errors;

namespace CognitoPS.Users;

/// <summary>Which users of a pool are looked for, and what is asked about them.</summary>
internal sealed record UserSearch
{
    private const int SlicesAtOnce = 16;

    /// <summary>Conditions: see <see cref="UserFilter"/>.</summary>
    public string? Filter { get; init; }

    /// <summary>What the filter asks.</summary>
    /// <exception cref="CognitoException">InvalidFilter.</exception>
    public IReadOnlyList<UserCondition> Filters => Filter is null ? [] : UserFilter.Parse(Filter);

    /// <summary>Only users who may sign in, or only those who are disabled.</summary>
    public bool? Enabled { get; init; }

    /// <summary>Attributes and the value that each must have, with wildcards; null asks nothing of it.</summary>
    public IReadOnlyList<(string Attribute, string? Value)> Values { get; init; } = [];

    /// <summary>Only this group's members.</summary>
    public string? GroupName { get; init; }

    /// <summary>Reads the pool in slices side by side.</summary>
    public bool Parallel { get; init; }

    /// <summary>How many slices, and how many requests for one user each, are under way at once; null: what suits each.</summary>
    public int? AtOnce { get; init; }

    /// <summary>Only users who have not been active for so long.</summary>
    public TimeSpan? InactiveFor { get; init; }

    /// <summary>The attribute whose shared values are asked for.</summary>
    public string? Duplicate { get; init; }

    /// <summary>Users are counted by their status.</summary>
    public bool CountsByStatus { get; init; }

    /// <summary>Whether it looks for anything but users by their names.</summary>
    public bool HasConditions =>
        Filter is not null || Enabled is not null || Values.Any(value => value.Value is not null) || Parallel || AsksMore > 0;

    private int AsksMore => (Duplicate is not null ? 1 : 0) + (CountsByStatus ? 1 : 0) + (InactiveFor is not null ? 1 : 0);

    /// <summary>Refuses what cannot be asked together.</summary>
    /// <exception cref="CognitoException">InvalidCombination, InvalidFilter.</exception>
    public void Check()
    {
        _ = Filters;
        if (AsksMore > 1)
            throw Conflict("-Duplicate, -CountByStatus and -Inactive cannot be combined.", "Run the cmdlet once for each.");
        if (Parallel && GroupName is not null)
            throw Conflict(
                "-Parallel cannot be combined with -GroupName.",
                "Leave -Parallel out. The members of a group can only be listed page by page."
            );
    }

    /// <summary>Refuses conditions on users who are named.</summary>
    /// <exception cref="CognitoException">InvalidCombination.</exception>
    public void CheckNamed()
    {
        if (HasConditions)
            throw Conflict(
                "A piped user or an exact -Username cannot be combined with filters such as -Enabled.",
                "Filter with Where-Object, or use a wildcard in -Username."
            );
    }

    /// <summary>The pages of users to look through.</summary>
    /// <param name="client">The client of the pool's Region.</param>
    /// <param name="descriptions">What is known of pools: which attributes there are.</param>
    /// <param name="pool">The pool.</param>
    /// <param name="username">A pattern for the user name; null: any.</param>
    /// <param name="cancellationToken">Ends the reading of the pool's schema.</param>
    /// <exception cref="CognitoException">UnknownAttribute.</exception>
    public async Task<UserQuery> QueryAsync(
        IAmazonCognitoIdentityProvider client,
        PoolDescriptions descriptions,
        string pool,
        string? username,
        CancellationToken cancellationToken
    )
    {
        List<UserCondition> conditions = [.. Filters];
        List<UserCondition> named = conditions.FindAll(condition => !condition.IsAboutAccount);
        IReadOnlyList<string> full = await descriptions
            .NamesAsync(client, pool, named.ConvertAll(condition => condition.Attribute), cancellationToken)
            .ConfigureAwait(false);
        for (int i = 0; i < named.Count; i++)
            conditions[conditions.IndexOf(named[i])] = named[i].On(full[i]);
        if (Enabled is { } enabled)
            conditions.Add(UserCondition.Like("status", enabled ? "Enabled" : "Disabled"));
        foreach ((string attribute, string? value) in Values.Append(("username", username)))
        {
            if (value is not null)
                conditions.Add(UserCondition.Like(attribute, value));
        }

        return new UserQuery(pool, conditions)
        {
            GroupName = GroupName,
            Slices = Parallel ? AtOnce ?? SlicesAtOnce : 0,
            AttributesToGet = CountsByStatus && conditions.All(condition => !condition.NeedsAttributes) ? ["sub"] : null,
        };
    }

    private static CognitoException Conflict(string message, string advice) =>
        new("InvalidCombination", ErrorCategory.InvalidArgument, message, advice);
}
