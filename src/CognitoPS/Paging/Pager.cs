using System.Management.Automation;
using System.Runtime.CompilerServices;
using Amazon.CognitoIdentityProvider;
using CognitoPS.Errors;

namespace CognitoPS.Paging;

/// <summary>Reads a list page by page. The next page is on its way while the consumer works on this one.</summary>
internal static class Pager
{
    /// <summary>The pages of <paramref name="operation"/>.</summary>
    /// <param name="client">The client to ask.</param>
    /// <param name="operation">How the operation pages.</param>
    /// <param name="request">The request without size and token; the pager owns it from here on.</param>
    /// <param name="demand">How much the consumer will take; no page is fetched beyond that.</param>
    /// <param name="cancellationToken">Ends the list, also the page under way.</param>
    /// <exception cref="CognitoException">RepeatedPageToken: the service gave a token that it had given before.</exception>
    public static async IAsyncEnumerable<IReadOnlyList<TItem>> PagesAsync<TRequest, TResponse, TItem>(
        IAmazonCognitoIdentityProvider client,
        PagedOperation<TRequest, TResponse, TItem> operation,
        TRequest request,
        Demand demand = default,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        using var background = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var seen = new HashSet<ulong>();
        long left = demand.AtMost ?? long.MaxValue;
        Task<TResponse>? next = null;
        string? token = null;
        try
        {
            bool more = left > 0;
            while (more)
            {
                next ??= Fetch(token);
                TResponse page = await next.ConfigureAwait(false);
                List<TItem> items = operation.Items(page) ?? [];
                token = operation.Token(page);
                left -= items.Count;
                more = left > 0 && token is { Length: > 0 };
                next = more && !demand.MayEndAnywhere ? Fetch(token) : null;
                if (items.Count > 0)
                    yield return items;
            }
        }
        finally
        {
            background.Cancel();
            Forget(next);
        }

        Task<TResponse> Fetch(string? token)
        {
            if (token is not null && !seen.Add(Fingerprint(token)))
            {
                return Task.FromException<TResponse>(
                    new CognitoException(
                        "RepeatedPageToken",
                        ErrorCategory.InvalidResult,
                        "The endpoint returned the same page token twice, so the list would never end. The items so far may be incomplete."
                    )
                );
            }

            operation.SetSize?.Invoke(request, (int)Math.Min(operation.LargestPage, left));
            operation.SetToken(request, token);
            return operation.Send(client, request, background.Token);
        }
    }

    /// <summary>The items of <paramref name="operation"/>, each as <paramref name="select"/> makes it.</summary>
    public static async IAsyncEnumerable<TOutput> ItemsAsync<TRequest, TResponse, TItem, TOutput>(
        IAmazonCognitoIdentityProvider client,
        PagedOperation<TRequest, TResponse, TItem> operation,
        TRequest request,
        Func<TItem, TOutput> select,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        await foreach (
            IReadOnlyList<TItem> page in PagesAsync(client, operation, request, cancellationToken: cancellationToken).ConfigureAwait(false)
        )
        {
            foreach (TItem item in page)
                yield return select(item);
        }
    }

    /// <summary>The page under way is not wanted any more; its error, most likely its cancellation, concerns nobody.</summary>
    private static void Forget(Task? task) =>
        task?.ContinueWith(t => _ = t.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);

    /// <summary>A 64-bit FNV-1a hash, so that a list of a million users does not keep the text of its tokens.</summary>
    private static ulong Fingerprint(string token)
    {
        ulong hash = 14695981039346656037;
        foreach (char c in token)
            hash = unchecked((hash ^ c) * 1099511628211);
        return hash;
    }
}

/// <summary>How much of a list its consumer will take.</summary>
/// <param name="AtMost">As many items; null: all.</param>
/// <param name="MayEndAnywhere">Any item may turn out to be the last one wanted, so that no page is asked for before it is.</param>
internal readonly record struct Demand(long? AtMost, bool MayEndAnywhere = false);
