using System.Runtime.CompilerServices;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Paging;

namespace CognitoPS.Users;

/// <summary>
/// Finds users who have not been active since a time. What threat protection has recorded decides where it has
/// recorded anything; the date of the user's last change decides otherwise, which says less.
/// </summary>
/// <param name="client">The client to ask.</param>
/// <param name="userPoolId">The pool.</param>
/// <param name="since">Who was active after this is left out.</param>
/// <param name="atOnce">Requests at once.</param>
internal sealed class UserActivity(IAmazonCognitoIdentityProvider client, string userPoolId, DateTime since, int atOnce)
{
    private volatile bool _hasNoEvents;

    /// <summary>The pool records no events.</summary>
    public bool HasNoEvents => _hasNoEvents;

    /// <summary>How many users' events were asked for.</summary>
    public int Asked { get; private set; }

    /// <summary>Those of <paramref name="pages"/> who were not active.</summary>
    public async IAsyncEnumerable<IReadOnlyList<InactiveUser>> InactiveAsync(
        IAsyncEnumerable<IReadOnlyList<UserType>> pages,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        using var slots = new SemaphoreSlim(atOnce);
        await foreach (IReadOnlyList<UserType> page in pages.ConfigureAwait(false))
        {
            // Whoever is newer than that cannot have been inactive for so long.
            List<UserType> old = [.. page.Where(user => user.UserCreateDate < since)];
            InactiveUser?[] found = await Task.WhenAll(old.Select(user => CheckAsync(user, slots, cancellationToken)))
                .ConfigureAwait(false);
            if (!_hasNoEvents)
                Asked += old.Count;
            yield return [.. found.OfType<InactiveUser>()];
        }
    }

    private async Task<InactiveUser?> CheckAsync(UserType user, SemaphoreSlim slots, CancellationToken cancellationToken)
    {
        await slots.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            DateTime? lastEvent = _hasNoEvents ? null : await LastEventAsync(user.Username, cancellationToken).ConfigureAwait(false);
            (DateTime? last, string source) = lastEvent is null
                ? (user.UserLastModifiedDate ?? user.UserCreateDate, "Modified")
                : (lastEvent, "AuthEvent");
            return last < since ? new InactiveUser(user, last, source) : null;
        }
        catch (UserNotFoundException)
        {
            return null;
        }
        catch (UserPoolAddOnNotEnabledException)
        {
            _hasNoEvents = true;
            return user.UserLastModifiedDate < since ? new InactiveUser(user, user.UserLastModifiedDate, "Modified") : null;
        }
        finally
        {
            slots.Release();
        }
    }

    /// <summary>When the user last did something that succeeded. Events come newest first, so reading ends at the first that did.</summary>
    private async Task<DateTime?> LastEventAsync(string username, CancellationToken cancellationToken)
    {
        var request = new AdminListUserAuthEventsRequest { UserPoolId = userPoolId, Username = username };
        await foreach (
            IReadOnlyList<AuthEventType> page in Pager
                .PagesAsync(client, ListOperations.AuthEvents, request, cancellationToken: cancellationToken)
                .ConfigureAwait(false)
        )
        {
            if (page.Where(found => found.EventResponse == EventResponseType.Pass).Max(found => found.CreationDate) is { } last)
                return last;
        }

        return null;
    }
}

/// <summary>A user who has not been active.</summary>
/// <param name="User">The user.</param>
/// <param name="LastActive">The last activity that is known.</param>
/// <param name="Source">AuthEvent or Modified: how it is known.</param>
internal sealed record InactiveUser(UserType User, DateTime? LastActive, string Source);
