using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;

namespace CognitoPS.Cmdlets.Users;

/// <summary>Makes the service forget devices of users.</summary>
/// <remarks>
/// <para>At the next sign-in the device is a new one, and MFA is asked for again.</para>
/// <para>Operation: AdminForgetDevice, several at once.</para>
/// </remarks>
/// <example>
/// One device.
/// <code>Remove-CognitoUserDevice -UserPoolId eu-west-1_Customers -Username anna -DeviceKey eu-west-1_a1b2c3d4-0000-4000-8000-000000000000</code>
/// </example>
/// <example>
/// All devices of a user.
/// <code>Get-CognitoUserDevice -UserPoolId eu-west-1_Customers -Username anna | Remove-CognitoUserDevice -Confirm:$false</code>
/// </example>
[Cmdlet(VerbsCommon.Remove, "CognitoUserDevice", DefaultParameterSetName = Admin, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveCognitoUserDeviceCommand : UserActionCommand
{
    /// <summary>The device's key, as Get-CognitoUserDevice shows it.</summary>
    [Parameter(Mandatory = true, Position = 2, ParameterSetName = Admin, ValueFromPipelineByPropertyName = true)]
    public string DeviceKey { get; set; } = "";

    private protected override string Action => $"Forget device {DeviceKey}";

    private protected override UserAct Prepare(string username)
    {
        var request = new AdminForgetDeviceRequest { UserPoolId = UserPoolId, Username = username, DeviceKey = DeviceKey };
        return (client, token) => client.AdminForgetDeviceAsync(request, token);
    }
}
