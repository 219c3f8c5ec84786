using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Connection;
using CognitoPS.Jwt;

namespace CognitoPS.Cmdlets.Users;

/// <summary>Removes users from a user pool.</summary>
/// <remarks>
/// <para>You can't restore a removed user; a new user gets a new sub. To keep the user but prevent sign-in, use Disable-CognitoUser.</para>
/// <para>With -AccessToken or a piped session from Connect-CognitoUser, the call is made as the signed-in user (DeleteUser) and needs no
/// AWS credentials.</para>
/// <para>Operation: AdminDeleteUser. Several run at a time, 25 per second by default.</para>
/// </remarks>
/// <example>
/// Remove one user after confirmation.
/// <code>Remove-CognitoUser -UserPoolId eu-west-1_Customers -Username anna</code>
/// </example>
/// <example>
/// Remove all users whose names start with "test", without prompting for confirmation.
/// <code>Get-CognitoUser -UserPoolId eu-west-1_Customers -Username test* | Remove-CognitoUser -Confirm:$false</code>
/// </example>
[Cmdlet(
    VerbsCommon.Remove,
    "CognitoUser",
    DefaultParameterSetName = Admin,
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.High
)]
public sealed class RemoveCognitoUserCommand : SelfServiceCommand
{
    private string Action => "Remove";

    private protected override Task StartAsync(string username)
    {
        var request = new AdminDeleteUserRequest { UserPoolId = UserPoolId, Username = username };
        return ChangeAsync(
            username,
            UserChange.Of(
                Action,
                (client, token) => RequestTracker.OnceGoneAsync<UserNotFoundException>(() => client.AdminDeleteUserAsync(request, token))
            )
        );
    }

    private protected override Task StartAsync(SignedInUser user) =>
        ChangeAsync(
            user,
            UserChange.Of(Action, (client, token) => client.DeleteUserAsync(new DeleteUserRequest { AccessToken = user.Text }, token))
        );
}
