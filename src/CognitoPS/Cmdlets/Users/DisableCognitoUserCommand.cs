using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;

namespace CognitoPS.Cmdlets.Users;

/// <summary>Disables users so that they can't sign in, and signs them out, without removing them.</summary>
/// <remarks>
/// <para>Refresh tokens are revoked; access tokens and ID tokens stay valid until they expire. Everything else about the user is kept. To
/// let them sign in again, use Enable-CognitoUser.</para>
/// <para>Operation: AdminDisableUser. Several run at a time, 25 per second by default.</para>
/// </remarks>
/// <example>
/// Disable one user.
/// <code>Disable-CognitoUser -UserPoolId eu-west-1_Customers -Username anna</code>
/// </example>
/// <example>
/// Preview disabling every user who has been inactive for half a year.
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
