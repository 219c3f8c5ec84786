using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Jwt;

namespace CognitoPS.Cmdlets.Users;

/// <summary>Shows what users can sign in with: first factors and MFA.</summary>
/// <remarks>
/// <para>With -AccessToken, or a piped session of Connect-CognitoUser, the user does it for himself, without AWS credentials:
/// GetUserAuthFactors.</para>
/// <para>Operation: AdminGetUserAuthFactors. Several at once, 50 a second by default.</para>
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
