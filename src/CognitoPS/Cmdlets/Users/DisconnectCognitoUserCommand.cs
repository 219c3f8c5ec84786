using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Jwt;

namespace CognitoPS.Cmdlets.Users;

/// <summary>Signs users out of all devices by revoking their refresh tokens (global sign-out).</summary>
/// <remarks>
/// <para>The service then rejects the users' access tokens. APIs that only check signatures still accept access tokens and ID tokens until
/// they expire.</para>
/// <para>With -AccessToken or a piped session from Connect-CognitoUser, the call is made as the signed-in user (GlobalSignOut) and needs no
/// AWS credentials.</para>
/// <para>Operation: AdminUserGlobalSignOut. Several run at a time, 25 per second by default.</para>
/// </remarks>
/// <example>
/// Sign one user out of all devices.
/// <code>Disconnect-CognitoUser -UserPoolId eu-west-1_Customers -Username anna</code>
/// </example>
/// <example>
/// Sign out every member of a group.
/// <code>Get-CognitoGroupMember -UserPoolId eu-west-1_Customers -GroupName contractors | Disconnect-CognitoUser</code>
/// </example>
[Cmdlet(VerbsCommunications.Disconnect, "CognitoUser", DefaultParameterSetName = Admin, SupportsShouldProcess = true)]
public sealed class DisconnectCognitoUserCommand : SelfServiceCommand
{
    private string Action => "Sign out everywhere";

    private protected override Task StartAsync(string username)
    {
        var request = new AdminUserGlobalSignOutRequest { UserPoolId = UserPoolId, Username = username };
        return ChangeAsync(username, UserChange.Of(Action, (client, token) => client.AdminUserGlobalSignOutAsync(request, token)));
    }

    private protected override Task StartAsync(SignedInUser user) =>
        ChangeAsync(
            user,
            UserChange.Of(Action, (client, token) => client.GlobalSignOutAsync(new GlobalSignOutRequest { AccessToken = user.Text }, token))
        );
}
