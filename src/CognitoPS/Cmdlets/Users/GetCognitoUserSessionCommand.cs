using System.Management.Automation;
using System.Security;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Pipeline;
using CognitoPS.SignIn;

namespace CognitoPS.Cmdlets.Users;

/// <summary>Lists the sessions of users who have signed in.</summary>
/// <remarks>
/// <para>With -AccessToken, or a piped session of Connect-CognitoUser, the user does it for himself, without AWS credentials:
/// ListUserSessions.</para>
/// <para>Operation: AdminListUserSessions. Several users at once.</para>
/// </remarks>
/// <example>
/// The sessions of a user.
/// <code>Get-CognitoUserSession -UserPoolId eu-west-1_Customers -Username anna</code>
/// </example>
/// <example>
/// Those of a group's members, the latest first.
/// <code>Get-CognitoGroupMember -UserPoolId eu-west-1_Customers -GroupName admins | Get-CognitoUserSession | Sort-Object LastActive -Descending</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "CognitoUserSession", DefaultParameterSetName = Admin, SupportsPaging = true)]
[OutputType(typeof(UserSession))]
public sealed class GetCognitoUserSessionCommand : UserReadCommand
{
    /// <summary>
    /// Acts as the user whose access token this is, without AWS credentials. A session of Connect-CognitoUser arrives by pipeline too. As a
    /// SecureString or as text.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = AsUser, ValueFromPipelineByPropertyName = true)]
    [SecretText]
    public override SecureString? AccessToken { get; set; }

    private protected override Task StartReadAsync(string username)
    {
        (string pool, string region) = (UserPoolId, PoolRegion);
        return StartListAsync(
            TargetOf(username),
            KeyOf(username),
            Client,
            Paging.SessionsOfUser,
            new AdminListUserSessionsRequest { UserPoolId = pool, Username = username },
            session => new UserSession(session, pool, region, username)
        );
    }

    private protected override Task StartOwnAsync(OwnUser user)
    {
        string region = RegionFor(user.UserPoolId);
        return WriteListAsync(
            Pager.PagesAsync(
                ClientOf(user),
                Paging.OwnSessions,
                new ListUserSessionsRequest { AccessToken = user.Text },
                Wanted(filters: false),
                StopToken
            ),
            session => new UserSession(session, user.UserPoolId, region, user.Username, user.AccessToken)
        );
    }
}
