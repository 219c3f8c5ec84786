using System.Collections.Concurrent;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;
using CognitoPS.Errors;

namespace CognitoPS.Users;

/// <summary>What acting on users needs to know of their pools, read once for each pool and only when it is needed.</summary>
internal sealed class PoolDescriptions
{
    private readonly ConcurrentDictionary<string, Task<UserPoolType?>> _pools = new(StringComparer.Ordinal);

    /// <summary>The pool's settings; null when they may not be read.</summary>
    public async Task<UserPoolType?> OfAsync(IAmazonCognitoIdentityProvider client, string pool, CancellationToken cancellationToken)
    {
        Task<UserPoolType?> reading = _pools.GetOrAdd(pool, _ => ReadAsync(client, pool, cancellationToken));
        try
        {
            return await reading.ConfigureAwait(false);
        }
        catch (Exception)
        {
            _pools.TryRemove(pool, out _);
            throw;
        }
    }

    /// <summary>Attributes as the service takes them, with their full names.</summary>
    /// <exception cref="CognitoException">UnknownAttribute.</exception>
    public async Task<List<AttributeType>> AttributesAsync(
        IAmazonCognitoIdentityProvider client,
        string pool,
        IReadOnlyDictionary<string, object?> given,
        CancellationToken cancellationToken
    )
    {
        IReadOnlyList<string> names = await NamesAsync(client, pool, [.. given.Keys], cancellationToken).ConfigureAwait(false);
        List<SchemaAttributeType>? schema = names.All(AttributeNames.IsStandard)
            ? null
            : (await OfAsync(client, pool, cancellationToken).ConfigureAwait(false))?.SchemaAttributes;
        return
        [
            .. given.Values.Select(
                (value, i) => new AttributeType { Name = names[i], Value = AttributeValues.Text(value, TypeOf(names[i])) }
            ),
        ];

        string TypeOf(string name) =>
            AttributeNames.IsStandard(name)
                ? AttributeNames.StandardType(name)
                : schema?.Find(attribute => attribute.Name == name)?.AttributeDataType?.Value ?? "String";
    }

    /// <summary>The full names of attributes.</summary>
    /// <exception cref="CognitoException">UnknownAttribute.</exception>
    public async Task<IReadOnlyList<string>> NamesAsync(
        IAmazonCognitoIdentityProvider client,
        string pool,
        IReadOnlyList<string> given,
        CancellationToken cancellationToken
    )
    {
        if (given.All(AttributeNames.IsStandard))
            return given;
        UserPoolType? facts = await OfAsync(client, pool, cancellationToken).ConfigureAwait(false);
        var names = new AttributeNames(facts?.SchemaAttributes?.Select(attribute => attribute.Name).ToList());
        return names.Resolve(given);
    }

    private static async Task<UserPoolType?> ReadAsync(
        IAmazonCognitoIdentityProvider client,
        string pool,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return (
                await client
                    .DescribeUserPoolAsync(new DescribeUserPoolRequest { UserPoolId = pool }, cancellationToken)
                    .ConfigureAwait(false)
            ).UserPool;
        }
        catch (AmazonServiceException exception) when (exception.ErrorCode is "AccessDeniedException" or "NotAuthorizedException")
        {
            return null;
        }
    }
}
