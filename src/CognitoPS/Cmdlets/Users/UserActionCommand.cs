using Amazon.CognitoIdentityProvider;
using CognitoPS.SignIn;

namespace CognitoPS.Cmdlets.Users;

/// <summary>A cmdlet that does one thing to each user.</summary>
public abstract class UserActionCommand : UserBulkCommand
{
    /// <summary>What is done, as -WhatIf and -Confirm say it.</summary>
    private protected abstract string Action { get; }

    /// <summary>The request for one user, made from the parameters as they are now and sent later.</summary>
    private protected abstract UserAct Prepare(string username);

    /// <summary>The request of the signed-in user, and what is written when it is done.</summary>
    private protected virtual OwnAct PrepareOwn(OwnUser user) => throw new NotSupportedException();

    private protected override async Task StartOwnAsync(OwnUser user)
    {
        OwnAct act = PrepareOwn(user);
        if (!ShouldProcess($"{user}", Action))
            return;
        (string region, var client) = (RegionFor(user.UserPoolId), ClientOf(user));
        await StartAsync(
            InputObject ?? (object?)user.Username ?? "",
            user.Text,
            async token =>
                await act(client, token).ConfigureAwait(false) ?? await AfterOwnAsync(client, user, region, token).ConfigureAwait(false)
        );
    }

    /// <summary>What is written of the signed-in user when the request itself gave nothing.</summary>
    private protected virtual Task<object?> AfterOwnAsync(
        IAmazonCognitoIdentityProvider client,
        OwnUser user,
        string region,
        CancellationToken cancellationToken
    ) => Task.FromResult<object?>(null);

    private protected override async Task StartUserAsync(string username)
    {
        UserAct act = Prepare(username);
        if (!ShouldProcess(Describe(username), Action))
            return;
        (string pool, string region, var client) = (UserPoolId, PoolRegion, Client);
        await StartAsync(
            TargetOf(username),
            KeyOf(username),
            async token =>
            {
                await act(client, token).ConfigureAwait(false);
                return await AfterAsync(client, pool, region, username, token).ConfigureAwait(false);
            }
        );
    }

    /// <summary>What is written when it is done.</summary>
    private protected virtual Task<object?> AfterAsync(
        IAmazonCognitoIdentityProvider client,
        string pool,
        string region,
        string username,
        CancellationToken cancellationToken
    ) => Task.FromResult<object?>(null);

    /// <summary>Sends the signed-in user's request; a <see cref="List{T}"/> of objects is written one by one.</summary>
    private protected delegate Task<object?> OwnAct(IAmazonCognitoIdentityProvider client, CancellationToken cancellationToken);

    /// <summary>A request that answers with nothing.</summary>
    private protected static OwnAct Own(UserAct send) =>
        async (client, token) =>
        {
            await send(client, token).ConfigureAwait(false);
            return null;
        };

    /// <summary>Sends the request for one user.</summary>
    private protected delegate Task UserAct(IAmazonCognitoIdentityProvider client, CancellationToken cancellationToken);
}
