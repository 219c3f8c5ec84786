using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Jwt;
using CognitoPS.Settings;

namespace CognitoPS.Cmdlets.Users;

/// <summary>Updates the MFA methods of users, and which method is preferred.</summary>
/// <remarks>
/// <para>MFA methods you don't specify are left unchanged.</para>
/// <para>With -AccessToken or a piped session from Connect-CognitoUser, the call is made as the signed-in user (SetUserMFAPreference) and
/// needs no AWS credentials.</para>
/// <para>Operation: AdminSetUserMFAPreference. Several run at a time, 25 per second by default.</para>
/// </remarks>
/// <example>
/// Make the authenticator app the preferred MFA method.
/// <code>Set-CognitoUserMfaPreference -UserPoolId eu-west-1_Customers -Username anna -SoftwareTokenMfaSettings @{ Enabled = $true; PreferredMfa = $true }</code>
/// </example>
/// <example>
/// Turn off SMS MFA for the members of a group.
/// <code>Get-CognitoGroupMember -UserPoolId eu-west-1_Customers -GroupName admins | Set-CognitoUserMfaPreference -SMSMfaSettings @{ Enabled = $false }</code>
/// </example>
[Cmdlet(VerbsCommon.Set, "CognitoUserMfaPreference", DefaultParameterSetName = Admin, SupportsShouldProcess = true)]
[OutputType(typeof(User))]
public sealed class SetCognitoUserMfaPreferenceCommand : SelfServiceCommand
{
    /// <inheritdoc cref="EnableCognitoUserCommand.PassThru"/>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>SMS message MFA, such as @{ Enabled = $true; PreferredMfa = $true }.</summary>
    [Parameter]
    [Settings(typeof(SMSMfaSettingsType))]
    public SMSMfaSettingsType? SMSMfaSettings { get; set; }

    /// <summary>Email message MFA, such as @{ Enabled = $true; PreferredMfa = $true }.</summary>
    [Parameter]
    [Settings(typeof(EmailMfaSettingsType))]
    public EmailMfaSettingsType? EmailMfaSettings { get; set; }

    /// <summary>
    /// Authenticator-app MFA (TOTP), such as @{ Enabled = $true; PreferredMfa = $true }. The user must have registered an authenticator
    /// app.
    /// </summary>
    [Parameter]
    [Settings(typeof(SoftwareTokenMfaSettingsType))]
    public SoftwareTokenMfaSettingsType? SoftwareTokenMfaSettings { get; set; }

    /// <summary>Whether passkeys count as MFA, such as @{ Enabled = $true }.</summary>
    [Parameter]
    [Settings(typeof(WebAuthnMfaSettingsType))]
    public WebAuthnMfaSettingsType? WebAuthnMfaSettings { get; set; }

    private string Action => "Set the MFA preference";

    private protected override Task StartAsync(string username)
    {
        var request = new AdminSetUserMFAPreferenceRequest
        {
            UserPoolId = UserPoolId,
            Username = username,
            SMSMfaSettings = SMSMfaSettings,
            EmailMfaSettings = EmailMfaSettings,
            SoftwareTokenMfaSettings = SoftwareTokenMfaSettings,
            WebAuthnMfaSettings = WebAuthnMfaSettings,
        };
        return ChangeAsync(
            username,
            UserChange.Of(Action, (client, token) => client.AdminSetUserMFAPreferenceAsync(request, token), PassThru)
        );
    }

    private protected override Task StartAsync(SignedInUser user)
    {
        var request = new SetUserMFAPreferenceRequest
        {
            AccessToken = user.Text,
            SMSMfaSettings = SMSMfaSettings,
            EmailMfaSettings = EmailMfaSettings,
            SoftwareTokenMfaSettings = SoftwareTokenMfaSettings,
            WebAuthnMfaSettings = WebAuthnMfaSettings,
        };
        return ChangeAsync(user, UserChange.Of(Action, (client, token) => client.SetUserMFAPreferenceAsync(request, token), PassThru));
    }
}
