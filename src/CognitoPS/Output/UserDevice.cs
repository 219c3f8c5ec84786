using System.Security;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Output;
using CognitoPS.SignIn;

namespace CognitoPS;

/// <summary>A device that a user has signed in from and that the service tracks.</summary>
[TableView("DeviceKey:50", "Username:22", "Name:15", "LastSignIn:16", "LastIPAddress")]
public sealed class UserDevice : IActsAsUser
{
    internal UserDevice(DeviceType source, string? userPoolId, string region, string? username, SecureString? accessToken = null)
    {
        UserPoolId = userPoolId;
        Region = region;
        Username = username;
        AccessToken = accessToken;
        DeviceKey = source.DeviceKey;
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (AttributeType attribute in source.DeviceAttributes ?? [])
            values[attribute.Name] = attribute.Value ?? "";
        Attributes = Readable.Table(values);
        Created = Timestamp.Of(source.DeviceCreateDate);
        Modified = Timestamp.Of(source.DeviceLastModifiedDate);
        LastSignIn = Timestamp.Of(source.DeviceLastAuthenticatedDate);
    }

    /// <summary>The ID of the user pool that the user belongs to.</summary>
    public string? UserPoolId { get; }

    /// <summary>The Region of the user pool.</summary>
    public string Region { get; }

    /// <summary>The user, as specified in the request.</summary>
    public string? Username { get; }

    /// <summary>
    /// The access token of the signed-in user who read it, which Set- and Remove-CognitoUserDevice use; null if an administrator read it.
    /// </summary>
    public SecureString? AccessToken { get; }

    /// <summary>The device's key.</summary>
    public string DeviceKey { get; }

    /// <summary>The name that the device reports.</summary>
    public string? Name => Attribute("device_name");

    /// <summary>Whether the device is remembered: remembered or not_remembered.</summary>
    public string? Status => Attribute("dev:device_remembered_status") ?? Attribute("device_status");

    /// <summary>The IP address of the last sign-in.</summary>
    public string? LastIPAddress => Attribute("last_ip_used");

    /// <summary>The device attributes by name.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; }

    /// <summary>When the service first recorded the device, in local time.</summary>
    public Timestamp? Created { get; }

    /// <summary>When the device's attributes last changed, in local time.</summary>
    public Timestamp? Modified { get; }

    /// <summary>When the user last signed in from the device, in local time.</summary>
    public Timestamp? LastSignIn { get; }

    /// <inheritdoc/>
    public override string ToString() => DeviceKey;

    private string? Attribute(string name) => Attributes.TryGetValue(name, out string? value) ? value : null;
}
