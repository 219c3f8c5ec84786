using System.Management.Automation;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Jwt;
using CognitoPS.Output;
using CognitoPS.Users;

namespace CognitoPS.Cmdlets.Users;

/// <summary>Reads one user, as an administrator or as the signed-in user.</summary>
internal static class UserReader
{
    /// <summary>The current user.</summary>
    public static async Task<PSObject> ReadAsync(
        IAmazonCognitoIdentityProvider client,
        string pool,
        string region,
        string username,
        IReadOnlyList<string> columns,
        CancellationToken cancellationToken
    )
    {
        var request = new AdminGetUserRequest { UserPoolId = pool, Username = username };
        return new User(await client.AdminGetUserAsync(request, cancellationToken), pool, region).ToPSObject(columns);
    }

    /// <summary>The current signed-in user, whose rights don't include the user pool's schema.</summary>
    public static async Task<PSObject> ReadAsync(
        IAmazonCognitoIdentityProvider client,
        SignedInUser user,
        string region,
        CancellationToken cancellationToken
    )
    {
        var request = new GetUserRequest { AccessToken = user.Text };
        return new User(await client.GetUserAsync(request, cancellationToken), user.UserPoolId, region).ToPSObject([]);
    }

    /// <summary>An inactive user, with when they were last active and how that is known.</summary>
    public static PSObject ToPSObject(InactiveUser found, string pool, string region, IReadOnlyList<string> columns)
    {
        var user = new User(found.User, pool, region).ToPSObject(columns);
        user.Properties.Add(new PSNoteProperty("LastActive", Timestamp.Of(found.LastActive)), preValidated: true);
        user.Properties.Add(new PSNoteProperty("LastActiveSource", found.Source), preValidated: true);
        return user;
    }
}
