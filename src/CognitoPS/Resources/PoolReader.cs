using System.Management.Automation;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Connection;
using CognitoPS.Errors;
using CognitoPS.Paging;
using CognitoPS.Settings;

namespace CognitoPS.Resources;

/// <summary>Reads what must be known of a pool before it can be asked about: its id, its name, its ARN.</summary>
internal static class PoolReader
{
    /// <summary>The id of the only pool of a Region that has a name. Letter case counts.</summary>
    /// <exception cref="CognitoException">PoolNotFound, AmbiguousPoolName.</exception>
    public static async Task<string> IdAsync(
        IAmazonCognitoIdentityProvider client,
        string name,
        string region,
        CancellationToken cancellationToken
    )
    {
        var pools = new List<UserPoolDescriptionType>();
        var pages = Pager.PagesAsync(client, ListOperations.UserPools, new ListUserPoolsRequest(), cancellationToken: cancellationToken);
        await foreach (IReadOnlyList<UserPoolDescriptionType> page in pages.ConfigureAwait(false))
            pools.AddRange(page);
        string[] ids = [.. pools.Where(pool => pool.Name == name).Select(pool => pool.Id)];
        return ids.Length switch
        {
            1 => ids[0],
            0 => throw NotFound(name, region, NearestName.Of(name, pools.Select(pool => pool.Name).Distinct())),
            _ => throw new CognitoException(
                "AmbiguousPoolName",
                ErrorCategory.InvalidArgument,
                $"{ids.Length} user pools in {region} are named '{name}'.",
                $"Specify the ID of one of them: {string.Join(", ", ids)}."
            ),
        };
    }

    /// <summary>The error that no pool has a name.</summary>
    public static CognitoException NotFound(string name, string regions, string? nearest = null) =>
        new(
            "PoolNotFound",
            ErrorCategory.ObjectNotFound,
            $"There is no user pool named '{name}' in {regions}.",
            $"{(nearest is null ? "" : $"Did you mean {nearest}? ")}Get-CognitoUserPool lists the names and IDs."
        );

    /// <summary>The ids of a region's pools whose names match.</summary>
    public static async Task<IReadOnlyList<string>> IdsAsync(
        IAmazonCognitoIdentityProvider client,
        NamePattern name,
        CancellationToken cancellationToken
    )
    {
        List<string> ids = [];
        var pools = Pager.ItemsAsync(client, ListOperations.UserPools, new ListUserPoolsRequest(), pool => pool, cancellationToken);
        await foreach (UserPoolDescriptionType pool in pools.ConfigureAwait(false))
        {
            if (name.IsMatch(pool.Name))
                ids.Add(pool.Id);
        }

        return ids;
    }

    /// <summary>The pool's name.</summary>
    public static async Task<string> NameAsync(
        IAmazonCognitoIdentityProvider client,
        string userPoolId,
        CancellationToken cancellationToken
    ) => (await DescribeAsync(client, userPoolId, cancellationToken).ConfigureAwait(false)).Name;

    /// <summary>
    /// The pool's ARN, by which the service knows its tags, and the name where it had to be asked for: a known ARN, where it is this
    /// pool's, saves the request.
    /// </summary>
    public static async Task<(string Arn, string? Name)> ArnAsync(
        IAmazonCognitoIdentityProvider client,
        string userPoolId,
        string? known,
        CancellationToken cancellationToken
    )
    {
        if (known is not null && known != userPoolId && Regions.PoolIdOf(known) == userPoolId)
            return (known, null);
        UserPoolType pool = await DescribeAsync(client, userPoolId, cancellationToken).ConfigureAwait(false);
        return (pool.Arn, pool.Name);
    }

    private static async Task<UserPoolType> DescribeAsync(
        IAmazonCognitoIdentityProvider client,
        string userPoolId,
        CancellationToken cancellationToken
    ) => (await client.DescribeUserPoolAsync(new() { UserPoolId = userPoolId }, cancellationToken).ConfigureAwait(false)).UserPool;
}
