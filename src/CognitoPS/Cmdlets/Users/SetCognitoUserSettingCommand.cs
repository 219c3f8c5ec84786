using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Jwt;
using CognitoPS.Settings;

namespace CognitoPS.Cmdlets.Users;

/// <summary>Sets SMS message MFA for users with a legacy operation that supports no other MFA method.</summary>
/// <remarks>
/// <para>The service keeps this operation for older applications. To update any MFA method, use Set-CognitoUserMfaPreference.</para>
/// <para>With -AccessToken or a piped session from Connect-CognitoUser, the call is made as the signed-in user (SetUserSettings) and needs
/// no AWS credentials.</para>
/// <para>Operation: AdminSetUserSettings. Several run at a time.</para>
/// </remarks>
/// <example>
/// Turn on SMS message MFA.
/// <code>Set-CognitoUserSetting -UserPoolId eu-west-1_Customers -Username anna -MFAOptions @{ DeliveryMedium = 'SMS'; AttributeName = 'phone_number' }</code>
/// </example>
/// <example>
/// Turn off MFA.
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
    /// The delivery of MFA codes, such as @{ DeliveryMedium = 'SMS'; AttributeName = 'phone_number' }. An empty list turns it off.
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
