using System.Security;
using CognitoPS.Output;

namespace CognitoPS;

/// <summary>A confirmed device. Pass it to Connect-CognitoUser: with its password, the next sign-in can skip MFA.</summary>
[TableView("DeviceKey:50", "Username:32", "DeviceNeedsConsent:18", "DeviceGroupKey")]
public sealed class DeviceSecret
{
    internal DeviceSecret(
        string? username,
        string? userPoolId,
        string region,
        string key,
        string groupKey,
        SecureString password,
        bool needsConsent
    ) =>
        (Username, UserPoolId, Region, DeviceKey, DeviceGroupKey, DevicePassword, DeviceNeedsConsent) = (
            username,
            userPoolId,
            region,
            key,
            groupKey,
            password,
            needsConsent
        );

    /// <summary>The user that the device belongs to.</summary>
    public string? Username { get; }

    /// <summary>The ID of the user pool that the user belongs to.</summary>
    public string? UserPoolId { get; }

    /// <summary>The Region of the user pool.</summary>
    public string Region { get; }

    /// <summary>The device's key.</summary>
    public string DeviceKey { get; }

    /// <summary>The group key of the device.</summary>
    public string DeviceGroupKey { get; }

    /// <summary>The device's password. This is the only copy.</summary>
    public SecureString DevicePassword { get; }

    /// <summary>Whether the user must still consent to remembering the device; see Set-CognitoUserDevice.</summary>
    public bool DeviceNeedsConsent { get; }

    /// <inheritdoc/>
    public override string ToString() => DeviceKey;
}
