using System.Runtime.CompilerServices;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Paging;
using CognitoPS.Settings;

namespace CognitoPS.Completion;

/// <summary>Names of identity providers, with their types.</summary>
public sealed class ProviderNameCompleter : InPoolCompleter
{
    private protected override IAsyncEnumerable<Candidate> FindInPool(
        CompletionQuestion question,
        string userPoolId,
        CancellationToken cancellationToken
    ) =>
        Pager.ItemsAsync(
            question.Client(userPoolId),
            ListOperations.IdentityProviders,
            new ListIdentityProvidersRequest { UserPoolId = userPoolId },
            provider => new Candidate(provider.ProviderName, provider.ProviderType),
            cancellationToken
        );
}

/// <summary>Hashtables with the keys of a provider's type: all that it needs, then each that it may have.</summary>
public sealed class ProviderDetailsCompleter : LiveCompleter
{
    private protected override async IAsyncEnumerable<Candidate> FindAsync(
        CompletionQuestion question,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        string? type = question["ProviderType"];
        if (type is null && question.UserPoolId is { } pool && question["ProviderName"] is { } name)
            type = (
                await question
                    .Client(pool)
                    .DescribeIdentityProviderAsync(new() { UserPoolId = pool, ProviderName = name }, cancellationToken)
                    .ConfigureAwait(false)
            )
                .IdentityProvider
                .ProviderType;
        string[] keys = [.. ProviderDetails.KeysOf(type)];
        yield return new Candidate($"@{{ {string.Join("; ", keys.Select(key => $"{key} = ''"))} }}", type);
        foreach (string key in keys)
            yield return new Candidate($"@{{ {key} = '' }}", key);
    }
}

/// <summary>Identifiers of resource servers, with the names.</summary>
public sealed class ResourceServerIdentifierCompleter : InPoolCompleter
{
    private protected override IAsyncEnumerable<Candidate> FindInPool(
        CompletionQuestion question,
        string userPoolId,
        CancellationToken cancellationToken
    ) =>
        Pager.ItemsAsync(
            question.Client(userPoolId),
            ListOperations.ResourceServers,
            new ListResourceServersRequest { UserPoolId = userPoolId },
            server => new Candidate(server.Identifier, server.Name),
            cancellationToken
        );
}

/// <summary>Ids of terms, with their names.</summary>
public sealed class TermsIdCompleter : InPoolCompleter
{
    private protected override IAsyncEnumerable<Candidate> FindInPool(
        CompletionQuestion question,
        string userPoolId,
        CancellationToken cancellationToken
    ) =>
        Pager.ItemsAsync(
            question.Client(userPoolId),
            ListOperations.Terms,
            new ListTermsRequest { UserPoolId = userPoolId },
            terms => new Candidate(terms.TermsId, terms.TermsName),
            cancellationToken
        );
}

/// <summary>Ids of managed login styles, with the app clients' names.</summary>
public sealed class ManagedLoginBrandingIdCompleter : InPoolCompleter
{
    private protected override async IAsyncEnumerable<Candidate> FindInPool(
        CompletionQuestion question,
        string userPoolId,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var client = question.Client(userPoolId);
        var pages = Pager.PagesAsync(
            client,
            ListOperations.UserPoolClients,
            new ListUserPoolClientsRequest { UserPoolId = userPoolId },
            cancellationToken: cancellationToken
        );
        await foreach (IReadOnlyList<UserPoolClientDescription> page in pages.ConfigureAwait(false))
        {
            // One request a client: side by side, or it would take longer than somebody waits for Tab.
            foreach (Candidate? candidate in await Task.WhenAll(page.Select(StyleOfAsync)).ConfigureAwait(false))
            {
                if (candidate is not null)
                    yield return candidate;
            }
        }

        async Task<Candidate?> StyleOfAsync(UserPoolClientDescription app)
        {
            try
            {
                var answer = await client
                    .DescribeManagedLoginBrandingByClientAsync(
                        new() { UserPoolId = userPoolId, ClientId = app.ClientId },
                        cancellationToken
                    )
                    .ConfigureAwait(false);
                return new Candidate(answer.ManagedLoginBranding.ManagedLoginBrandingId, app.ClientName);
            }
            catch (ResourceNotFoundException)
            {
                return null;
            }
        }
    }
}

/// <summary>Domains of the pool.</summary>
public sealed class UserPoolDomainCompleter : InPoolCompleter
{
    private protected override async IAsyncEnumerable<Candidate> FindInPool(
        CompletionQuestion question,
        string userPoolId,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        UserPoolType pool = (
            await question
                .Client(userPoolId)
                .DescribeUserPoolAsync(new() { UserPoolId = userPoolId }, cancellationToken)
                .ConfigureAwait(false)
        ).UserPool;
        foreach (string domain in new[] { pool.Domain, pool.CustomDomain }.Where(domain => domain is { Length: > 0 }))
            yield return new Candidate(domain);
    }
}

/// <summary>What terms may be called.</summary>
public sealed class TermsNameCompleter : FixedCompleter
{
    private protected override IEnumerable<Candidate> Candidates() => [new("terms-of-use"), new("privacy-policy")];
}

/// <summary>The two ways to ask for user attributes.</summary>
public sealed class RequestMethodCompleter : FixedCompleter
{
    private protected override IEnumerable<Candidate> Candidates() => [new("GET"), new("POST")];
}
