using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Jwt;
using CognitoPS.Settings;

namespace CognitoPS.Cmdlets.Users;

/// <summary>Sets which kinds of MFA users are asked for, and which comes first.</summary>
/// <remarks>
/// <para>Kinds that are not named stay as they are.</para>
/// <para>With -AccessToken, or a piped session of Connect-CognitoUser, the user does it for himself, without AWS credentials:
/// SetUserMFAPreference.</para>
/// <para>Operation: AdminSetUserMFAPreference. Several at once, 25 a second by default.</para>
/// </remarks>
/// <example>
/// An authenticator app first.
/// <code>Set-CognitoUserMfaPreference -UserPoolId eu-west-1_Customers -Username anna -SoftwareTokenMfaSettings @{ Enabled = $true; PreferredMfa = $true }</code>
/// </example>
/// <example>
/// No text messages any more, for the members of a group.
/// <code>Get-CognitoGroupMember -UserPoolId eu-west-1_Customers -GroupName admins | Set-CognitoUserMfaPreference -SMSMfaSettings @{ Enabled = $false }</code>
/// </example>
[Cmdlet(VerbsCommon.Set, "CognitoUserMfaPreference", DefaultParameterSetName = Admin, SupportsShouldProcess = true)]
[OutputType(typeof(User))]
public sealed class SetCognitoUserMfaPreferenceCommand : SelfServiceCommand
{
    /// <inheritdoc cref="EnableCognitoUserCommand.PassThru"/>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>MFA by text message, as @{ Enabled = $true; PreferredMfa = $true }.</summary>
    [Parameter]
    [Settings(typeof(SMSMfaSettingsType))]
    public SMSMfaSettingsType? SMSMfaSettings { get; set; }

    /// <summary>MFA by e-mail, as @{ Enabled = $true; PreferredMfa = $true }.</summary>
    [Parameter]
    [Settings(typeof(EmailMfaSettingsType))]
    public EmailMfaSettingsType? EmailMfaSettings { get; set; }

    /// <summary>MFA by an authenticator app, as @{ Enabled = $true; PreferredMfa = $true }. The user must have registered one.</summary>
    [Parameter]
    [Settings(typeof(SoftwareTokenMfaSettingsType))]
    public SoftwareTokenMfaSettingsType? SoftwareTokenMfaSettings { get; set; }

    /// <summary>Whether passkeys count as MFA, as @{ Enabled = $true }.</summary>
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
