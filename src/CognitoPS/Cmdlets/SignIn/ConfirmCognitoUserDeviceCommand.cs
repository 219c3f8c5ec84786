using System.Management.Automation;
using System.Security;
using CognitoPS.SignIn;

namespace CognitoPS.Cmdlets.SignIn;

/// <summary>Confirms the device that a user has just signed in from, so that the user pool tracks it.</summary>
/// <remarks>
/// <para>Connect-CognitoUser does this automatically unless you specify -SkipDeviceConfirmation. The result contains the only copy of the
/// device's password, which can let the next sign-in skip MFA. The cmdlet needs no AWS credentials.</para>
/// <para>Operations: ConfirmDevice.</para>
/// </remarks>
/// <example>
/// Confirm the device of a session.
/// <code>$device = $s | Confirm-CognitoUserDevice -DeviceName laptop</code>
/// </example>
/// <example>
/// Sign in from the device again.
/// <code>$device = $s | Confirm-CognitoUserDevice
/// $device | Connect-CognitoUser -ClientId 4example0client0id0web0000 -Credential $c</code>
/// </example>
[Cmdlet(VerbsLifecycle.Confirm, "CognitoUserDevice", SupportsShouldProcess = true)]
[OutputType(typeof(DeviceSecret))]
public sealed class ConfirmCognitoUserDeviceCommand : SignedInUserCommand
{
    /// <summary>The key of the device, as contained in the session.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    public string DeviceKey { get; set; } = "";

    /// <summary>The group key of the device, as contained in the session.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    public string DeviceGroupKey { get; set; } = "";

    /// <summary>A name for the device.</summary>
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
