using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Jwt;
using CognitoPS.Paging;

namespace CognitoPS.Cmdlets.Users;

/// <summary>Gets the devices of users.</summary>
/// <remarks>
/// <para>Devices are recorded only if the user pool tracks them (DeviceConfiguration).</para>
/// <para>With -AccessToken or a piped session from Connect-CognitoUser, the call is made as the signed-in user (ListDevices, GetDevice) and
/// needs no AWS credentials.</para>
/// <para>Operations: AdminListDevices, AdminGetDevice. Several users are read at a time, 50 requests per second by default.</para>
/// </remarks>
/// <example>
/// List all devices of a user.
/// <code>Get-CognitoUserDevice -UserPoolId eu-west-1_Customers -Username anna</code>
/// </example>
/// <example>
/// List the devices of a group's members that haven't been used to sign in this year.
/// <code>Get-CognitoGroupMember -UserPoolId eu-west-1_Customers -GroupName staff | Get-CognitoUserDevice | Where-Object LastSignIn -lt (Get-Date -Month 1 -Day 1)</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "CognitoUserDevice", DefaultParameterSetName = Admin, SupportsPaging = true)]
[OutputType(typeof(UserDevice))]
public sealed class GetCognitoUserDeviceCommand : SelfServiceCommand
{
    /// <summary>The key of one device.</summary>
    [Parameter(Position = 2, ParameterSetName = Admin, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    [Parameter(Position = 2, ParameterSetName = AsUser, ValueFromPipelineByPropertyName = true)]
    public string? DeviceKey { get; set; }

    // A session carries the key of its own device along; that is not a wish to see that one only.
    private string? Wished => IsGiven(nameof(DeviceKey)) || InputObject?.BaseObject is not SignInSession ? DeviceKey : null;

    private protected override Task StartAsync(string username)
    {
        (string pool, string region) = (UserPoolId, PoolRegion);
        if (Wished is not { } key)
        {
            return ListAsync(
                username,
                ListOperations.DevicesOfUser,
                new AdminListDevicesRequest { UserPoolId = pool, Username = username },
                device => new UserDevice(device, pool, region, username)
            );
        }

        var request = new AdminGetDeviceRequest
        {
            UserPoolId = pool,
            Username = username,
            DeviceKey = key,
        };
        return ReadAsync(
            username,
            async (client, token) => new UserDevice((await client.AdminGetDeviceAsync(request, token)).Device, pool, region, username)
        );
    }

    private protected override async Task StartAsync(SignedInUser user)
    {
        (string region, var client) = (RegionFor(user.UserPoolId), ClientOf(user));
        if (Wished is not { } key)
        {
            var request = new ListDevicesRequest { AccessToken = user.Text };
            await WriteListAsync(
                Pager.PagesAsync(client, ListOperations.OwnDevices, request, Window.Demand(filters: false), StopToken),
                device => new UserDevice(device, user.UserPoolId, region, user.Username, user.AccessToken)
            );
            return;
        }

        GetDeviceResponse found = await client.GetDeviceAsync(new GetDeviceRequest { AccessToken = user.Text, DeviceKey = key }, StopToken);
        WriteObject(new UserDevice(found.Device, user.UserPoolId, region, user.Username, user.AccessToken));
    }
}
