using System.Collections.Concurrent;
using System.Management.Automation;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Errors;
using CognitoPS.Paging;

namespace CognitoPS.Users;

/// <summary>
/// Reads a pool in disjoint slices side by side, cut by how the users' subs begin. Each user is in one slice only,
/// whatever is added or removed meanwhile.
/// </summary>
internal static class UserSlices
{
    private const string Digits = "0123456789abcdef";

    /// <summary>All users of a pool, as they come.</summary>
    /// <param name="client">The client to ask.</param>
    /// <param name="userPoolId">The pool.</param>
    /// <param name="attributesToGet">The attributes to answer with; null for all.</param>
    /// <param name="atOnce">Slices under way at once.</param>
    /// <param name="cancellationToken">Ends the list.</param>
    public static async IAsyncEnumerable<IReadOnlyList<UserType>> PagesAsync(
        IAmazonCognitoIdentityProvider client,
        string userPoolId,
        List<string>? attributesToGet,
        int atOnce,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        using var background = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var slices = new ConcurrentQueue<string>(Prefixes(atOnce));
        var pages = Channel.CreateBounded<IReadOnlyList<UserType>>(new BoundedChannelOptions(atOnce * 2) { SingleReader = true });
        var reading = Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => Task.Run(ReadSlicesAsync, background.Token)));
        _ = reading.ContinueWith(
            done => pages.Writer.TryComplete(done.Exception?.InnerException),
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default
        );
        try
        {
            while (await pages.Reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
            {
                while (pages.Reader.TryRead(out IReadOnlyList<UserType>? page))
                    yield return page;
            }
        }
        finally
        {
            background.Cancel();
        }

        async Task ReadSlicesAsync()
        {
            try
            {
                while (slices.TryDequeue(out string? prefix))
                {
                    var request = new ListUsersRequest
                    {
                        UserPoolId = userPoolId,
                        Filter = $"sub ^= \"{prefix}\"",
                        AttributesToGet = attributesToGet,
                    };
                    await foreach (
                        IReadOnlyList<UserType> page in Pager
                            .PagesAsync(client, ListOperations.Users, request, cancellationToken: background.Token)
                            .ConfigureAwait(false)
                    )
                    {
                        if (!page.All(user => IsIn(user, prefix)))
                            throw NotFiltered();
                        await pages.Writer.WriteAsync(page, background.Token).ConfigureAwait(false);
                    }
                }
            }
            catch (Exception)
            {
                background.Cancel();
                throw;
            }
        }
    }

    /// <summary>Sixteen slices, or 256 when more are to be read at once.</summary>
    private static IEnumerable<string> Prefixes(int atOnce) =>
        atOnce <= Digits.Length
            ? Digits.Select(digit => digit.ToString())
            : Digits.SelectMany(first => Digits.Select(second => $"{first}{second}"));

    private static bool IsIn(UserType user, string prefix) =>
        user.Attributes?.Find(attribute => attribute.Name == "sub")?.Value?.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)
            is not false;

    private static CognitoException NotFiltered() =>
        new(
            "FilterIgnored",
            ErrorCategory.InvalidResult,
            "The endpoint cannot filter users by a prefix of their sub, so -Parallel cannot divide the pool.",
            "Leave -Parallel out."
        );
}
