using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Jwt;

namespace CognitoPS.Cmdlets.Users;

/// <summary>Gets the authentication factors that users can sign in with: first factors and MFA methods.</summary>
/// <remarks>
/// <para>With -AccessToken or a piped session from Connect-CognitoUser, the call is made as the signed-in user (GetUserAuthFactors) and
/// needs no AWS credentials.</para>
/// <para>Operation: AdminGetUserAuthFactors. Several run at a time, 50 per second by default.</para>
/// </remarks>
/// <example>
/// Get the authentication factors of one user.
/// <code>Get-CognitoUserAuthFactor -UserPoolId eu-west-1_Customers -Username anna</code>
/// </example>
/// <example>
/// Find administrators without MFA.
/// <code>Get-CognitoGroupMember -UserPoolId eu-west-1_Customers -GroupName admins | Get-CognitoUserAuthFactor | Where-Object { -not $_.UserMFASettingList }</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "CognitoUserAuthFactor", DefaultParameterSetName = Admin)]
[OutputType(typeof(UserAuthFactor))]
public sealed class GetCognitoUserAuthFactorCommand : SelfServiceCommand
{
    private protected override Task StartAsync(string username)
    {
        (string pool, string region) = (UserPoolId, PoolRegion);
        var request = new AdminGetUserAuthFactorsRequest { UserPoolId = pool, Username = username };
        return ReadAsync(
            username,
            async (client, token) => new UserAuthFactor(await client.AdminGetUserAuthFactorsAsync(request, token), pool, region)
        );
    }

    private protected override async Task StartAsync(SignedInUser user)
    {
        GetUserAuthFactorsResponse found = await ClientOf(user)
            .GetUserAuthFactorsAsync(new GetUserAuthFactorsRequest { AccessToken = user.Text }, StopToken);
        WriteObject(new UserAuthFactor(found, user.UserPoolId, RegionFor(user.UserPoolId)));
    }
}
