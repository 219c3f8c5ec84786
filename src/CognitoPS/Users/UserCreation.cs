using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Connection;
using CognitoPS.Errors;

namespace CognitoPS.Users;

/// <summary>Creates one user with attributes, a lasting password and groups; a creation whose answer was lost is recognized.</summary>
/// <param name="pools">The pools' settings.</param>
/// <param name="request">The creation, without attributes.</param>
internal sealed class UserCreation(PoolDescriptions pools, AdminCreateUserRequest request)
{
    private static readonly TimeSpan JustNow = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    public string UserPoolId => request.UserPoolId;

    /// <summary>Attributes by the names that people write.</summary>
    public IReadOnlyDictionary<string, object?> Attributes { get; init; } = new Dictionary<string, object?>();

    /// <summary>A password that stays; null: the user gets a temporary one.</summary>
    public string? Password { get; init; }

    /// <summary>The groups that the user is put in.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>When an earlier run began to create the user and did not come to know how that ended; null: none did.</summary>
    public DateTime? BegunAt { get; init; }

    /// <summary>Creates the user, sets the password, then adds to the groups.</summary>
    /// <exception cref="CognitoException">UnknownAttribute, InvalidPasswordException, or the service's error with what was done
    /// before it.</exception>
    public async Task<UserType> RunAsync(IAmazonCognitoIdentityProvider client, CancellationToken cancellationToken)
    {
        (string pool, string username) = (request.UserPoolId, request.Username);
        if (Attributes.Count > 0)
            request.UserAttributes = await pools.AttributesAsync(client, pool, Attributes, cancellationToken).ConfigureAwait(false);
        UserType user = await PasswordRules
            .ExplainAsync(pools, client, pool, () => CreateAsync(client, cancellationToken), cancellationToken)
            .ConfigureAwait(false);
        if (Password is not null)
        {
            var set = new AdminSetUserPasswordRequest
            {
                UserPoolId = pool,
                Username = username,
                Password = Password,
                Permanent = true,
            };
            await ThenAsync(
                    "setting the password",
                    () =>
                        PasswordRules.ExplainAsync(
                            pools,
                            client,
                            pool,
                            () => client.AdminSetUserPasswordAsync(set, cancellationToken),
                            cancellationToken
                        )
                )
                .ConfigureAwait(false);
            user.UserStatus = UserStatusType.CONFIRMED;
        }

        foreach (string group in Groups)
        {
            var add = new AdminAddUserToGroupRequest
            {
                UserPoolId = pool,
                Username = username,
                GroupName = group,
            };
            await ThenAsync($"adding them to group '{group}'", () => client.AdminAddUserToGroupAsync(add, cancellationToken))
                .ConfigureAwait(false);
        }

        return user;
    }

    private async Task<UserType> CreateAsync(IAmazonCognitoIdentityProvider client, CancellationToken cancellationToken)
    {
        try
        {
            return (await client.AdminCreateUserAsync(request, cancellationToken).ConfigureAwait(false)).User;
        }
        catch (UsernameExistsException) when (BegunAt is not null || RequestTracker.Current is { IsDoubtful: true })
        {
            var read = new AdminGetUserRequest { UserPoolId = request.UserPoolId, Username = request.Username };
            AdminGetUserResponse there = await client.AdminGetUserAsync(read, cancellationToken).ConfigureAwait(false);
            if (BegunAt is { } begun ? !(there.UserCreateDate > begun - ClockSkew) : !IsJustCreated(there))
                throw;
            return new UserType
            {
                Username = there.Username,
                Attributes = there.UserAttributes,
                Enabled = there.Enabled,
                UserStatus = there.UserStatus,
                UserCreateDate = there.UserCreateDate,
                UserLastModifiedDate = there.UserLastModifiedDate,
            };
        }
    }

    /// <summary>Whether a user is what the request made, in an attempt whose answer was lost.</summary>
    private bool IsJustCreated(AdminGetUserResponse user) =>
        user.UserCreateDate > DateTime.UtcNow - JustNow
        && user.UserLastModifiedDate - user.UserCreateDate < TimeSpan.FromSeconds(1)
        && (request.UserAttributes ?? []).TrueForAll(asked =>
            user.UserAttributes?.Exists(there => there.Name == asked.Name && there.Value == asked.Value) is true || asked.Value.Length == 0
        );

    /// <summary>Does what comes after the creation; when it fails, the error says that the user is there.</summary>
    private static async Task ThenAsync(string what, Func<Task> act)
    {
        try
        {
            await act().ConfigureAwait(false);
        }
        catch (Exception exception) when (ErrorTable.IsReportable(exception) && exception is not OperationCanceledException)
        {
            throw ErrorTable.Within(exception, $"The user was created, but {what} failed: ");
        }
    }
}
