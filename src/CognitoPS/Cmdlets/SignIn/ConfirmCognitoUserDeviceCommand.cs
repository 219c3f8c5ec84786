using System.Management.Automation;
using System.Security;
using CognitoPS.SignIn;

namespace CognitoPS.Cmdlets.SignIn;

/// <summary>Confirms the device that a user has just signed in from, so that the pool tracks it.</summary>
/// <remarks>
/// <para>Connect-CognitoUser does it by itself unless -SkipDeviceConfirmation is given. What comes out holds the device's password, the
/// only copy: with it the next sign-in may skip MFA. No AWS credentials are needed.</para>
/// <para>Operations: ConfirmDevice.</para>
/// </remarks>
/// <example>
/// The device of a session.
/// <code>$device = $s | Confirm-CognitoUserDevice -DeviceName laptop</code>
/// </example>
/// <example>
/// The next sign-in from it.
/// <code>$device = $s | Confirm-CognitoUserDevice
/// $device | Connect-CognitoUser -ClientId 4example0client0id0web0000 -Credential $c</code>
/// </example>
[Cmdlet(VerbsLifecycle.Confirm, "CognitoUserDevice", SupportsShouldProcess = true)]
[OutputType(typeof(DeviceSecret))]
public sealed class ConfirmCognitoUserDeviceCommand : SignedInUserCommand
{
    /// <summary>The device's key, as the session holds it.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    public string DeviceKey { get; set; } = "";

    /// <summary>The group of the device, as the session holds it.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    public string DeviceGroupKey { get; set; } = "";

    /// <summary>What the device is called.</summary>
    [Parameter]
    public string? DeviceName { get; set; }

    private protected override async Task ProcessAsync()
    {
        if (!ShouldProcess($"{Me}", $"Confirm device {DeviceKey}"))
            return;
        (SecureString password, SrpVerifier verifier) = DevicePassword.Create(DeviceGroupKey, DeviceKey);
        bool needsConsent = await AuthService.ConfirmDeviceAsync(
            Client,
            new DeviceConfirmation
            {
                AccessToken = Me.Text,
                DeviceKey = DeviceKey,
                DeviceName = DeviceName,
                Salt = verifier.SaltBase64,
                PasswordVerifier = verifier.VerifierBase64,
            },
            StopToken
        );
        WriteObject(new DeviceSecret(Me.Username, Me.UserPoolId, UserRegion, DeviceKey, DeviceGroupKey, password, needsConsent));
    }
}
