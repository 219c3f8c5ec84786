using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Jwt;

namespace CognitoPS.Cmdlets.Users;

/// <summary>Signs users out everywhere.</summary>
/// <remarks>
/// <para>Refresh tokens are revoked, and access tokens are refused by the service itself; whoever only checks signatures takes access and
/// id tokens until they expire.</para>
/// <para>With -AccessToken, or a piped session of Connect-CognitoUser, the user does it for himself, without AWS credentials:
/// GlobalSignOut.</para>
/// <para>Operation: AdminUserGlobalSignOut. Several at once, 25 a second by default.</para>
/// </remarks>
/// <example>
/// One user.
/// <code>Disconnect-CognitoUser -UserPoolId eu-west-1_Customers -Username anna</code>
/// </example>
/// <example>
/// Everybody in a group.
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
