using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;

namespace CognitoPS.Cmdlets.Users;

/// <summary>Lets users sign in again who were disabled.</summary>
/// <remarks>
/// <para>Password, status, attributes and groups are as they were before Disable-CognitoUser; the tokens that it revoked do not come back,
/// so each user signs in anew. Enabling somebody who is enabled changes nothing.</para>
/// <para>Operation: AdminEnableUser. Several at once, 25 a second by default.</para>
/// </remarks>
/// <example>
/// One user.
/// <code>Enable-CognitoUser -UserPoolId eu-west-1_Customers -Username anna</code>
/// </example>
/// <example>
/// Everybody who is disabled.
/// <code>Get-CognitoUser -UserPoolId eu-west-1_Customers -Enabled $false | Enable-CognitoUser</code>
/// </example>
[Cmdlet(VerbsLifecycle.Enable, "CognitoUser", DefaultParameterSetName = Admin, SupportsShouldProcess = true)]
[OutputType(typeof(User))]
public sealed class EnableCognitoUserCommand : UserCommand
{
    /// <summary>Reads each changed user and writes it: one more request for each.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private string Action => "Enable";

    private protected override Task StartAsync(string username)
    {
        var request = new AdminEnableUserRequest { UserPoolId = UserPoolId, Username = username };
        return ChangeAsync(username, UserChange.Of(Action, (client, token) => client.AdminEnableUserAsync(request, token), PassThru));
    }
}
