using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Connection;
using CognitoPS.Jwt;

namespace CognitoPS.Cmdlets.Users;

/// <summary>Removes users from a user pool.</summary>
/// <remarks>
/// <para>A removed user cannot be brought back: a new one gets another sub. Disable-CognitoUser keeps the user.</para>
/// <para>With -AccessToken, or a piped session of Connect-CognitoUser, the user does it for himself, without AWS credentials:
/// DeleteUser.</para>
/// <para>Operation: AdminDeleteUser. Several at once, 25 a second by default.</para>
/// </remarks>
/// <example>
/// One user, after a question.
/// <code>Remove-CognitoUser -UserPoolId eu-west-1_Customers -Username anna</code>
/// </example>
/// <example>
/// All users whose names begin with "test", without a question.
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
