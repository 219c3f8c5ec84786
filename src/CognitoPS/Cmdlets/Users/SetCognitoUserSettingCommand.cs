using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Settings;

namespace CognitoPS.Cmdlets.Users;

/// <summary>Sets MFA by text message in the old way, which knows no other kind.</summary>
/// <remarks>
/// <para>The service keeps this for old applications: Set-CognitoUserMfaPreference sets every kind of MFA.</para>
/// <para>Operation: AdminSetUserSettings, several at once.</para>
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
    /// <summary>By which text message MFA codes are sent, as @{ DeliveryMedium = 'SMS'; AttributeName = 'phone_number' }; an empty list turns it off.</summary>
    [Parameter(Mandatory = true, ParameterSetName = Admin)]
    [AllowEmptyCollection]
    [Settings(typeof(List<MFAOptionType>))]
    public List<MFAOptionType> MFAOptions { get; set; } = [];

    private protected override string Action => "Set the MFA options";

    private protected override UserAct Prepare(string username)
    {
        var request = new AdminSetUserSettingsRequest { UserPoolId = UserPoolId, Username = username, MFAOptions = MFAOptions };
        return (client, token) => client.AdminSetUserSettingsAsync(request, token);
    }
}
