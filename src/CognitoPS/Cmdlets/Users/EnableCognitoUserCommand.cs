using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;

namespace CognitoPS.Cmdlets.Users;

/// <summary>Enables disabled users so that they can sign in again.</summary>
/// <remarks>
/// <para>The password, status, attributes and groups are the same as before Disable-CognitoUser. Revoked tokens stay revoked, so each user
/// must sign in again. Enabling an enabled user changes nothing.</para>
/// <para>Operation: AdminEnableUser. Several run at a time, 25 per second by default.</para>
/// </remarks>
/// <example>
/// Enable one user.
/// <code>Enable-CognitoUser -UserPoolId eu-west-1_Customers -Username anna</code>
/// </example>
/// <example>
/// Enable every disabled user.
/// <code>Get-CognitoUser -UserPoolId eu-west-1_Customers -Enabled $false | Enable-CognitoUser</code>
/// </example>
[Cmdlet(VerbsLifecycle.Enable, "CognitoUser", DefaultParameterSetName = Admin, SupportsShouldProcess = true)]
[OutputType(typeof(User))]
public sealed class EnableCognitoUserCommand : UserCommand
{
    /// <summary>Reads and returns each updated user. This takes one more request per user.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private string Action => "Enable";

    private protected override Task StartAsync(string username)
    {
        var request = new AdminEnableUserRequest { UserPoolId = UserPoolId, Username = username };
        return ChangeAsync(username, UserChange.Of(Action, (client, token) => client.AdminEnableUserAsync(request, token), PassThru));
    }
}
