using System.Management.Automation;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.SignIn;

namespace CognitoPS.Cmdlets.Users;

/// <summary>A cmdlet that changes users and can show them afterwards.</summary>
public abstract class UserChangeCommand : UserActionCommand
{
    /// <summary>Reads each changed user and writes it: one more request for each.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override async Task<object?> AfterAsync(
        IAmazonCognitoIdentityProvider client,
        string pool,
        string region,
        string username,
        CancellationToken cancellationToken
    ) => PassThru ? await ReadAsync(client, pool, region, username, cancellationToken).ConfigureAwait(false) : null;

    private protected override async Task<object?> AfterOwnAsync(
        IAmazonCognitoIdentityProvider client,
        OwnUser user,
        string region,
        CancellationToken cancellationToken
    ) => PassThru ? await ReadOwnAsync(client, user, region, cancellationToken).ConfigureAwait(false) : null;

    /// <summary>The signed-in user as it is now.</summary>
    internal static async Task<PSObject> ReadOwnAsync(
        IAmazonCognitoIdentityProvider client,
        OwnUser user,
        string region,
        CancellationToken cancellationToken
    ) =>
        new User(
            await client.GetUserAsync(new GetUserRequest { AccessToken = user.Text }, cancellationToken).ConfigureAwait(false),
            user.UserPoolId,
            region
        ).ToPSObject();

    /// <summary>The user as it is now.</summary>
    internal static async Task<PSObject> ReadAsync(
        IAmazonCognitoIdentityProvider client,
        string pool,
        string region,
        string username,
        CancellationToken cancellationToken
    )
    {
        AdminGetUserResponse user = await client
            .AdminGetUserAsync(new AdminGetUserRequest { UserPoolId = pool, Username = username }, cancellationToken)
            .ConfigureAwait(false);
        return new User(user, pool, region).ToPSObject();
    }
}
