using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Paging;

namespace CognitoPS.Cmdlets.Users;

/// <summary>
/// Gets the authentication events of users that threat protection has recorded, such as sign-ins and password changes, latest first.
/// </summary>
/// <remarks>
/// <para>Only user pools with threat protection record events, from the time it was turned on.</para>
/// <para>Operation: AdminListUserAuthEvents. Several users are read at a time, 50 requests per second by default.</para>
/// </remarks>
/// <example>
/// Get the last ten events of a user.
/// <code>Get-CognitoAuthEvent -UserPoolId eu-west-1_Customers -Username anna -First 10</code>
/// </example>
/// <example>
/// List the blocked sign-ins of a group's members.
/// <code>Get-CognitoGroupMember -UserPoolId eu-west-1_Customers -GroupName admins | Get-CognitoAuthEvent | Where-Object RiskDecision -eq Block</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "CognitoAuthEvent", DefaultParameterSetName = Admin, SupportsPaging = true)]
[OutputType(typeof(AuthEvent))]
public sealed class GetCognitoAuthEventCommand : UserCommand
{
    private protected override Task StartAsync(string username)
    {
        (string pool, string region) = (UserPoolId, PoolRegion);
        return ListAsync(
            username,
            ListOperations.AuthEvents,
            new AdminListUserAuthEventsRequest { UserPoolId = pool, Username = username },
            found => new AuthEvent(found, pool, region, username)
        );
    }
}
