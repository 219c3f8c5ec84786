using System.Security;
using CognitoPS.Output;

namespace CognitoPS;

/// <summary>A device that was confirmed. Connect-CognitoUser takes it: with its password the next sign-in may skip MFA.</summary>
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

    /// <summary>Whose device it is.</summary>
    public string? Username { get; }

    /// <summary>The id of the user's pool.</summary>
    public string? UserPoolId { get; }

    /// <summary>The region of the pool.</summary>
    public string Region { get; }

    /// <summary>The device's key.</summary>
    public string DeviceKey { get; }

    /// <summary>The group that the device belongs to.</summary>
    public string DeviceGroupKey { get; }

    /// <summary>The device's password: the only copy.</summary>
    public SecureString DevicePassword { get; }

    /// <summary>Whether the user has still to agree that the device is remembered: Set-CognitoUserDevice.</summary>
    public bool DeviceNeedsConsent { get; }

    /// <inheritdoc/>
    public override string ToString() => DeviceKey;
}
