using System.Runtime.CompilerServices;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Paging;

namespace CognitoPS.Completion;

/// <summary>Ids of pools, with the pools' names.</summary>
public sealed class UserPoolIdCompleter : LiveCompleter
{
    private protected override IAsyncEnumerable<Candidate> FindAsync(CompletionQuestion question, CancellationToken cancellationToken) =>
        Pager.ItemsAsync(
            question.Client(null),
            ListOperations.UserPools,
            new ListUserPoolsRequest(),
            pool => new Candidate(pool.Id, pool.Name),
            cancellationToken
        );
}

/// <summary>Names of pools.</summary>
public sealed class UserPoolNameCompleter : LiveCompleter
{
    private protected override IAsyncEnumerable<Candidate> FindAsync(CompletionQuestion question, CancellationToken cancellationToken) =>
        Pager.ItemsAsync(
            question.Client(null),
            ListOperations.UserPools,
            new ListUserPoolsRequest(),
            pool => new Candidate(pool.Name),
            cancellationToken
        );
}

/// <summary>Completes from what is in the pool given before.</summary>
public abstract class InPoolCompleter : LiveCompleter
{
    private protected sealed override IAsyncEnumerable<Candidate> FindAsync(
        CompletionQuestion question,
        CancellationToken cancellationToken
    ) => FindInPool(question, question.UserPoolId ?? throw new InvalidOperationException("No pool has been given yet."), cancellationToken);

    private protected abstract IAsyncEnumerable<Candidate> FindInPool(
        CompletionQuestion question,
        string userPoolId,
        CancellationToken cancellationToken
    );
}

/// <summary>Ids of app clients, with the clients' names.</summary>
public sealed class ClientIdCompleter : InPoolCompleter
{
    private protected override IAsyncEnumerable<Candidate> FindInPool(
        CompletionQuestion question,
        string userPoolId,
        CancellationToken cancellationToken
    ) =>
        Pager.ItemsAsync(
            question.Client(userPoolId),
            ListOperations.UserPoolClients,
            new ListUserPoolClientsRequest { UserPoolId = userPoolId },
            client => new Candidate(client.ClientId, client.ClientName),
            cancellationToken
        );
}

/// <summary>Names of app clients.</summary>
public sealed class ClientNameCompleter : InPoolCompleter
{
    private protected override IAsyncEnumerable<Candidate> FindInPool(
        CompletionQuestion question,
        string userPoolId,
        CancellationToken cancellationToken
    ) =>
        Pager.ItemsAsync(
            question.Client(userPoolId),
            ListOperations.UserPoolClients,
            new ListUserPoolClientsRequest { UserPoolId = userPoolId },
            client => new Candidate(client.ClientName),
            cancellationToken
        );
}

/// <summary>Names of groups.</summary>
public sealed class GroupNameCompleter : InPoolCompleter
{
    private protected override IAsyncEnumerable<Candidate> FindInPool(
        CompletionQuestion question,
        string userPoolId,
        CancellationToken cancellationToken
    ) =>
        Pager.ItemsAsync(
            question.Client(userPoolId),
            ListOperations.Groups,
            new ListGroupsRequest { UserPoolId = userPoolId },
            group => new Candidate(group.GroupName, group.Description),
            cancellationToken
        );
}

/// <summary>Names of user attributes, custom ones without their prefix.</summary>
public sealed class UserAttributeNameCompleter : InPoolCompleter
{
    private protected override async IAsyncEnumerable<Candidate> FindInPool(
        CompletionQuestion question,
        string userPoolId,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        DescribeUserPoolResponse pool = await question
            .Client(userPoolId)
            .DescribeUserPoolAsync(new() { UserPoolId = userPoolId }, cancellationToken)
            .ConfigureAwait(false);
        foreach (SchemaAttributeType attribute in pool.UserPool.SchemaAttributes ?? [])
            yield return new Candidate(attribute.Name.Substring(attribute.Name.LastIndexOf(':') + 1));
    }
}
