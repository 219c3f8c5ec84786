using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;

namespace CognitoPS.Cmdlets.Users;

/// <summary>Signs users out everywhere.</summary>
/// <remarks>
/// <para>Refresh tokens are revoked, and access tokens are refused by the service itself; whoever only checks signatures takes access and id tokens until they expire.</para>
/// <para>Operation: AdminUserGlobalSignOut, several at once, 25 a second by default.</para>
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
public sealed class DisconnectCognitoUserCommand : UserActionCommand
{
    private protected override string Action => "Sign out everywhere";

    private protected override UserAct Prepare(string username)
    {
        var request = new AdminUserGlobalSignOutRequest { UserPoolId = UserPoolId, Username = username };
        return (client, token) => client.AdminUserGlobalSignOutAsync(request, token);
    }
}
