using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;

namespace CognitoPS.Cmdlets.Users;

/// <summary>Removes the authenticator app of users, so that they can register another one.</summary>
/// <remarks>
/// <para>Use it when somebody has lost a telephone. A user for whom MFA is required must register a new one at the next sign-in.</para>
/// <para>Operation: AdminDeleteSoftwareToken. Several at once.</para>
/// </remarks>
/// <example>
/// One user.
/// <code>Remove-CognitoSoftwareToken -UserPoolId eu-west-1_Customers -Username anna</code>
/// </example>
/// <example>
/// The members of a group.
/// <code>Get-CognitoGroupMember -UserPoolId eu-west-1_Customers -GroupName interns | Remove-CognitoSoftwareToken -Confirm:$false</code>
/// </example>
[Cmdlet(
    VerbsCommon.Remove,
    "CognitoSoftwareToken",
    DefaultParameterSetName = Admin,
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.High
)]
public sealed class RemoveCognitoSoftwareTokenCommand : UserCommand
{
    private string Action => "Remove the authenticator app";

    private protected override Task StartAsync(string username)
    {
        var request = new AdminDeleteSoftwareTokenRequest { UserPoolId = UserPoolId, Username = username };
        return ChangeAsync(username, UserChange.Of(Action, (client, token) => client.AdminDeleteSoftwareTokenAsync(request, token)));
    }
}
