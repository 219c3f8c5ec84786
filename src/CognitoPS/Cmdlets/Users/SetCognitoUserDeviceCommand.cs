using System.Management.Automation;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;

namespace CognitoPS.Cmdlets.Users;

/// <summary>Sets whether a device of a user is remembered, so that it is not asked for MFA.</summary>
/// <remarks>
/// <para>Operation: AdminUpdateDeviceStatus, several at once.</para>
/// </remarks>
/// <example>
/// One device.
/// <code>Set-CognitoUserDevice -UserPoolId eu-west-1_Customers -Username anna -DeviceKey eu-west-1_a1b2c3d4-0000-4000-8000-000000000000 -DeviceRememberedStatus not_remembered</code>
/// </example>
/// <example>
/// All devices of a user.
/// <code>Get-CognitoUserDevice -UserPoolId eu-west-1_Customers -Username anna | Set-CognitoUserDevice -DeviceRememberedStatus not_remembered</code>
/// </example>
[Cmdlet(VerbsCommon.Set, "CognitoUserDevice", DefaultParameterSetName = Admin, SupportsShouldProcess = true)]
public sealed class SetCognitoUserDeviceCommand : UserActionCommand
{
    /// <summary>The device's key, as Get-CognitoUserDevice shows it.</summary>
    [Parameter(Mandatory = true, Position = 2, ParameterSetName = Admin, ValueFromPipelineByPropertyName = true)]
    public string DeviceKey { get; set; } = "";

    /// <summary>remembered, or not_remembered.</summary>
    [Parameter(Mandatory = true, Position = 3, ParameterSetName = Admin)]
    [ArgumentCompleter(typeof(EnumCompleter<DeviceRememberedStatusType>))]
    public string DeviceRememberedStatus { get; set; } = "";

    private protected override string Action => $"Set device {DeviceKey} to {DeviceRememberedStatus}";

    private protected override UserAct Prepare(string username)
    {
        var request = new AdminUpdateDeviceStatusRequest { UserPoolId = UserPoolId, Username = username, DeviceKey = DeviceKey, DeviceRememberedStatus = DeviceRememberedStatus };
        return (client, token) => client.AdminUpdateDeviceStatusAsync(request, token);
    }
}
