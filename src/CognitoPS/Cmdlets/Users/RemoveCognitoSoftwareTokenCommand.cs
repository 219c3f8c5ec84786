using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;

namespace CognitoPS.Cmdlets.Users;

/// <summary>Removes (resets) the authenticator app (TOTP) of users, so that they can register another one.</summary>
/// <remarks>
/// <para>Use it when a user has lost their phone. If MFA is required, the user must register a new authenticator app at the next
/// sign-in.</para>
/// <para>Operation: AdminDeleteSoftwareToken. Several run at a time.</para>
/// </remarks>
/// <example>
/// Reset the authenticator app of one user.
/// <code>Remove-CognitoSoftwareToken -UserPoolId eu-west-1_Customers -Username anna</code>
/// </example>
/// <example>
/// Reset the authenticator apps of a group's members.
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
