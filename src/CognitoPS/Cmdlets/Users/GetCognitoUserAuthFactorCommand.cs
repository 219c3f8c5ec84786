using System.Management.Automation;
using System.Security;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Pipeline;
using CognitoPS.SignIn;

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
public sealed class GetCognitoUserAuthFactorCommand : UserReadCommand
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
        (string pool, string region, var client) = (UserPoolId, PoolRegion, Client);
        var request = new AdminGetUserAuthFactorsRequest { UserPoolId = pool, Username = username };
        return StartAsync(
            TargetOf(username),
            KeyOf(username),
            async token => new UserAuthFactor(await client.AdminGetUserAuthFactorsAsync(request, token).ConfigureAwait(false), pool, region)
        );
    }

    private protected override async Task StartOwnAsync(OwnUser user) =>
        WriteObject(
            new UserAuthFactor(
                await ClientOf(user).GetUserAuthFactorsAsync(new GetUserAuthFactorsRequest { AccessToken = user.Text }, StopToken),
                user.UserPoolId,
                RegionFor(user.UserPoolId)
            )
        );
}
