using System.Management.Automation;
using System.Security;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Pipeline;
using CognitoPS.Settings;
using CognitoPS.SignIn;

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
public sealed class SetCognitoUserSettingCommand : UserChangeCommand
{
    /// <summary>
    /// Acts as the user whose access token this is, without AWS credentials. A session of Connect-CognitoUser arrives by pipeline too. As a
    /// SecureString or as text.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = AsUser, ValueFromPipelineByPropertyName = true)]
    [SecretText]
    public override SecureString? AccessToken { get; set; }

    /// <summary>
    /// By which text message MFA codes are sent, as @{ DeliveryMedium = 'SMS'; AttributeName = 'phone_number' }; an empty list turns it
    /// off.
    /// </summary>
    [Parameter(Mandatory = true)]
    [AllowEmptyCollection]
    [Settings(typeof(List<MFAOptionType>))]
    public List<MFAOptionType> MFAOptions { get; set; } = [];

    private protected override string Action => "Set the MFA options";

    private protected override UserAct Prepare(string username)
    {
        var request = new AdminSetUserSettingsRequest
        {
            UserPoolId = UserPoolId,
            Username = username,
            MFAOptions = MFAOptions,
        };
        return (client, token) => client.AdminSetUserSettingsAsync(request, token);
    }

    private protected override OwnAct PrepareOwn(OwnUser user)
    {
        var request = new SetUserSettingsRequest { AccessToken = user.Text, MFAOptions = MFAOptions };
        return Own((client, token) => client.SetUserSettingsAsync(request, token));
    }
}
