using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Connection;

namespace CognitoPS.Resources;

/// <summary>Reads what questions and tags need to know of a pool: its name and its ARN.</summary>
internal static class PoolReader
{
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
