using Amazon.CognitoIdentityProvider;

namespace CognitoPS.Cmdlets.Users;

/// <summary>A cmdlet that does one thing to each user.</summary>
public abstract class UserActionCommand : UserBulkCommand
{
    /// <summary>What is done, as -WhatIf and -Confirm say it.</summary>
    private protected abstract string Action { get; }

    /// <summary>The request for one user, made from the parameters as they are now and sent later.</summary>
    private protected abstract UserAct Prepare(string username);

    private protected override async Task StartUserAsync(string username)
    {
        UserAct act = Prepare(username);
        if (!ShouldProcess(Describe(username), Action))
            return;
        (string pool, string region, var client) = (UserPoolId, PoolRegion, Client);
        await StartAsync(TargetOf(username), KeyOf(username), async token =>
        {
            await act(client, token).ConfigureAwait(false);
            return await AfterAsync(client, pool, region, username, token).ConfigureAwait(false);
        });
    }

    /// <summary>What is written when it is done.</summary>
    private protected virtual Task<object?> AfterAsync(IAmazonCognitoIdentityProvider client, string pool, string region, string username, CancellationToken cancellationToken) => Task.FromResult<object?>(null);

    /// <summary>Sends the request for one user.</summary>
    private protected delegate Task UserAct(IAmazonCognitoIdentityProvider client, CancellationToken cancellationToken);
}
