using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Jwt;

namespace CognitoPS.Cmdlets.Users;

/// <summary>Removes (forgets) remembered devices of users.</summary>
/// <remarks>
/// <para>At the next sign-in, the device counts as new and must pass MFA again.</para>
/// <para>With -AccessToken, a piped session from Connect-CognitoUser, or a device that the user listed, the call is made as the signed-in
/// user (ForgetDevice) and needs no AWS credentials.</para>
/// <para>Operations: AdminForgetDevice, ForgetDevice. Several run at a time.</para>
/// </remarks>
/// <example>
/// Forget one device.
/// <code>Remove-CognitoUserDevice -UserPoolId eu-west-1_Customers -Username anna -DeviceKey eu-west-1_a1b2c3d4-0000-4000-8000-000000000000</code>
/// </example>
/// <example>
/// Forget all devices of a user.
/// <code>Get-CognitoUserDevice -UserPoolId eu-west-1_Customers -Username anna | Remove-CognitoUserDevice -Confirm:$false</code>
/// </example>
/// <example>
/// Forget all of your own devices as a signed-in user.
/// <code>$s | Get-CognitoUserDevice | Remove-CognitoUserDevice</code>
/// </example>
[Cmdlet(
    VerbsCommon.Remove,
    "CognitoUserDevice",
    DefaultParameterSetName = Admin,
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.High
)]
public sealed class RemoveCognitoUserDeviceCommand : SelfServiceCommand
{
    /// <summary>The key of the device, as returned by Get-CognitoUserDevice.</summary>
    [Parameter(Mandatory = true, Position = 2, ParameterSetName = Admin, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, Position = 2, ParameterSetName = AsUser, ValueFromPipelineByPropertyName = true)]
    public string DeviceKey { get; set; } = "";

    private string Action => $"Forget device {DeviceKey}";

    private protected override Task StartAsync(string username)
    {
        var request = new AdminForgetDeviceRequest
        {
            UserPoolId = UserPoolId,
            Username = username,
            DeviceKey = DeviceKey,
        };
        return ChangeAsync(username, UserChange.Of(Action, (client, token) => client.AdminForgetDeviceAsync(request, token)));
    }

    private protected override Task StartAsync(SignedInUser user)
    {
        var request = new ForgetDeviceRequest { AccessToken = user.Text, DeviceKey = DeviceKey };
        return ChangeAsync(user, UserChange.Of(Action, (client, token) => client.ForgetDeviceAsync(request, token)));
    }
}
