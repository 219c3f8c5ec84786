using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Jwt;
using CognitoPS.Paging;

namespace CognitoPS.Cmdlets.Users;

/// <summary>Gets the sessions of signed-in users.</summary>
/// <remarks>
/// <para>With -AccessToken or a piped session from Connect-CognitoUser, the call is made as the signed-in user (ListUserSessions) and needs
/// no AWS credentials.</para>
/// <para>Operation: AdminListUserSessions. Several users are read at a time.</para>
/// </remarks>
/// <example>
/// List the sessions of a user.
/// <code>Get-CognitoUserSession -UserPoolId eu-west-1_Customers -Username anna</code>
/// </example>
/// <example>
/// List the sessions of a group's members, latest first.
/// <code>Get-CognitoGroupMember -UserPoolId eu-west-1_Customers -GroupName admins | Get-CognitoUserSession | Sort-Object LastActive -Descending</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "CognitoUserSession", DefaultParameterSetName = Admin, SupportsPaging = true)]
[OutputType(typeof(UserSession))]
public sealed class GetCognitoUserSessionCommand : SelfServiceCommand
{
    private protected override Task StartAsync(string username)
    {
        (string pool, string region) = (UserPoolId, PoolRegion);
        return ListAsync(
            username,
            ListOperations.SessionsOfUser,
            new AdminListUserSessionsRequest { UserPoolId = pool, Username = username },
            session => new UserSession(session, pool, region, username)
        );
    }

    private protected override Task StartAsync(SignedInUser user)
    {
        string region = RegionFor(user.UserPoolId);
        var request = new ListUserSessionsRequest { AccessToken = user.Text };
        return WriteListAsync(
            Pager.PagesAsync(ClientOf(user), ListOperations.OwnSessions, request, Window.Demand(filters: false), StopToken),
            session => new UserSession(session, user.UserPoolId, region, user.Username, user.AccessToken)
        );
    }
}
