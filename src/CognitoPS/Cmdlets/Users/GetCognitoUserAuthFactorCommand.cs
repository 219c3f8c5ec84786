using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;

namespace CognitoPS.Cmdlets.Users;

/// <summary>Shows what users can sign in with: first factors and MFA.</summary>
/// <remarks>
/// <para>Operation: AdminGetUserAuthFactors, several at once, 50 a second by default.</para>
/// </remarks>
/// <example>
/// One user.
/// <code>Get-CognitoUserAuthFactor -UserPoolId eu-west-1_Customers -Username anna</code>
/// </example>
/// <example>
/// Administrators without MFA.
/// <code>Get-CognitoGroupMember -UserPoolId eu-west-1_Customers -GroupName admins | Get-CognitoUserAuthFactor | Where-Object { -not $_.UserMFASettingList }</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "CognitoUserAuthFactor", DefaultParameterSetName = Admin)]
[OutputType(typeof(UserAuthFactor))]
public sealed class GetCognitoUserAuthFactorCommand : UserReadCommand
{
    private protected override Task StartReadAsync(string username)
    {
        (string pool, string region, var client) = (UserPoolId, PoolRegion, Client);
        var request = new AdminGetUserAuthFactorsRequest { UserPoolId = pool, Username = username };
        return StartAsync(TargetOf(username), KeyOf(username), async token =>
            new UserAuthFactor(await client.AdminGetUserAuthFactorsAsync(request, token).ConfigureAwait(false), pool, region));
    }
}
