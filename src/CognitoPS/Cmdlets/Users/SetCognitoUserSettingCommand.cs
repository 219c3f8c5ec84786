using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Jwt;
using CognitoPS.Settings;

namespace CognitoPS.Cmdlets.Users;

/// <summary>Sets MFA by text message in the old way, which knows no other kind.</summary>
/// <remarks>
/// <para>The service keeps this for old applications: Set-CognitoUserMfaPreference sets every kind of MFA.</para>
/// <para>With -AccessToken, or a piped session of Connect-CognitoUser, the user does it for himself, without AWS credentials:
/// SetUserSettings.</para>
/// <para>Operation: AdminSetUserSettings. Several at once.</para>
/// </remarks>
/// <example>
/// MFA by text message.
/// <code>Set-CognitoUserSetting -UserPoolId eu-west-1_Customers -Username anna -MFAOptions @{ DeliveryMedium = 'SMS'; AttributeName = 'phone_number' }</code>
/// </example>
/// <example>
/// None.
/// <code>Set-CognitoUserSetting -UserPoolId eu-west-1_Customers -Username anna -MFAOptions @()</code>
/// </example>
[Cmdlet(VerbsCommon.Set, "CognitoUserSetting", DefaultParameterSetName = Admin, SupportsShouldProcess = true)]
[OutputType(typeof(User))]
public sealed class SetCognitoUserSettingCommand : SelfServiceCommand
{
    /// <inheritdoc cref="EnableCognitoUserCommand.PassThru"/>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>
    /// By which text message MFA codes are sent, as @{ DeliveryMedium = 'SMS'; AttributeName = 'phone_number' }; an empty list turns it
    /// off.
    /// </summary>
    [Parameter(Mandatory = true)]
    [AllowEmptyCollection]
    [Settings(typeof(List<MFAOptionType>))]
    [Alias("MFAOption")]
    public List<MFAOptionType> MFAOptions { get; set; } = [];

    private string Action => "Set the MFA options";

    private protected override Task StartAsync(string username)
    {
        var request = new AdminSetUserSettingsRequest
        {
            UserPoolId = UserPoolId,
            Username = username,
            MFAOptions = MFAOptions,
        };
        return ChangeAsync(username, UserChange.Of(Action, (client, token) => client.AdminSetUserSettingsAsync(request, token), PassThru));
    }

    private protected override Task StartAsync(SignedInUser user)
    {
        var request = new SetUserSettingsRequest { AccessToken = user.Text, MFAOptions = MFAOptions };
        return ChangeAsync(user, UserChange.Of(Action, (client, token) => client.SetUserSettingsAsync(request, token), PassThru));
    }
}
