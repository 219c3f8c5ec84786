using System.Management.Automation;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Jwt;

namespace CognitoPS.Cmdlets.Users;

/// <summary>Updates whether a device of a user is remembered, so that sign-in from it can skip MFA.</summary>
/// <remarks>
/// <para>With -AccessToken, a piped session from Connect-CognitoUser, or a device that the user listed, the call is made as the signed-in
/// user (UpdateDeviceStatus) and needs no AWS credentials.</para>
/// <para>Operation: AdminUpdateDeviceStatus. Several run at a time.</para>
/// </remarks>
/// <example>
/// Remember one device.
/// <code>Set-CognitoUserDevice -UserPoolId eu-west-1_Customers -Username anna -DeviceKey eu-west-1_a1b2c3d4-0000-4000-8000-000000000000 -DeviceRememberedStatus not_remembered</code>
/// </example>
/// <example>
/// Update all devices of a user.
/// <code>Get-CognitoUserDevice -UserPoolId eu-west-1_Customers -Username anna | Set-CognitoUserDevice -DeviceRememberedStatus not_remembered</code>
/// </example>
[Cmdlet(VerbsCommon.Set, "CognitoUserDevice", DefaultParameterSetName = Admin, SupportsShouldProcess = true)]
public sealed class SetCognitoUserDeviceCommand : SelfServiceCommand
{
    /// <summary>The key of the device, as returned by Get-CognitoUserDevice.</summary>
    [Parameter(Mandatory = true, Position = 2, ParameterSetName = Admin, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, Position = 2, ParameterSetName = AsUser, ValueFromPipelineByPropertyName = true)]
    public string DeviceKey { get; set; } = "";

    /// <summary>The new status: remembered or not_remembered.</summary>
    [Parameter(Mandatory = true, Position = 3, ParameterSetName = Admin)]
    [Parameter(Mandatory = true, ParameterSetName = Piped)]
    [Parameter(Mandatory = true, Position = 3, ParameterSetName = AsUser)]
    [ArgumentCompleter(typeof(EnumCompleter<DeviceRememberedStatusType>))]
    public string DeviceRememberedStatus { get; set; } = "";

    private string Action => $"Set device {DeviceKey} to {DeviceRememberedStatus}";

    private protected override Task StartAsync(string username)
    {
        var request = new AdminUpdateDeviceStatusRequest
        {
            UserPoolId = UserPoolId,
            Username = username,
            DeviceKey = DeviceKey,
            DeviceRememberedStatus = DeviceRememberedStatus,
        };
        return ChangeAsync(username, UserChange.Of(Action, (client, token) => client.AdminUpdateDeviceStatusAsync(request, token)));
    }

    private protected override Task StartAsync(SignedInUser user)
    {
        var request = new UpdateDeviceStatusRequest
        {
            AccessToken = user.Text,
            DeviceKey = DeviceKey,
            DeviceRememberedStatus = DeviceRememberedStatus,
        };
        return ChangeAsync(user, UserChange.Of(Action, (client, token) => client.UpdateDeviceStatusAsync(request, token)));
    }
}
