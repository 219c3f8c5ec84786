using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;

namespace CognitoPS.Cmdlets.Users;

/// <summary>Keeps users from signing in, and signs them out, without removing them.</summary>
/// <remarks>
/// <para>Refresh tokens are revoked; access and id tokens stay valid until they expire. Everything else about the user stays, and
/// Enable-CognitoUser brings them back.</para>
/// <para>Operation: AdminDisableUser. Several at once, 25 a second by default.</para>
/// </remarks>
/// <example>
/// One user.
/// <code>Disable-CognitoUser -UserPoolId eu-west-1_Customers -Username anna</code>
/// </example>
/// <example>
/// Everybody who has not been active for half a year, as -WhatIf would show.
/// <code>Get-CognitoUser -UserPoolId eu-west-1_Customers -Inactive 180d | Disable-CognitoUser -WhatIf</code>
/// </example>
[Cmdlet(VerbsLifecycle.Disable, "CognitoUser", DefaultParameterSetName = Admin, SupportsShouldProcess = true)]
[OutputType(typeof(User))]
public sealed class DisableCognitoUserCommand : UserCommand
{
    /// <inheritdoc cref="EnableCognitoUserCommand.PassThru"/>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private string Action => "Disable";

    private protected override Task StartAsync(string username)
    {
        var request = new AdminDisableUserRequest { UserPoolId = UserPoolId, Username = username };
        return ChangeAsync(username, UserChange.Of(Action, (client, token) => client.AdminDisableUserAsync(request, token), PassThru));
    }
}
