using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Paging;

namespace CognitoPS.Cmdlets.Users;

/// <summary>Lists the sign-ins and password changes of users that threat protection has recorded, the latest first.</summary>
/// <remarks>
/// <para>Events are there only for pools with threat protection, and from the time it was turned on.</para>
/// <para>Operation: AdminListUserAuthEvents. Several users at once, 50 requests a second by default.</para>
/// </remarks>
/// <example>
/// The last ten of a user.
/// <code>Get-CognitoAuthEvent -UserPoolId eu-west-1_Customers -Username anna -First 10</code>
/// </example>
/// <example>
/// Blocked sign-ins of a group's members.
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
