using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.Users;

/// <summary>Lists the sessions of users who have signed in.</summary>
/// <remarks>
/// <para>Operation: AdminListUserSessions; several users at once.</para>
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
    private protected override Task StartReadAsync(string username)
    {
        (string pool, string region) = (UserPoolId, PoolRegion);
        return StartListAsync(TargetOf(username), KeyOf(username), Client, Paging.SessionsOfUser, new AdminListUserSessionsRequest { UserPoolId = pool, Username = username },
            session => new UserSession(session, pool, region, username));
    }
}
