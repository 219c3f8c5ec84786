using System.Security;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Output;
using CognitoPS.SignIn;

namespace CognitoPS;

/// <summary>A device that a user has signed in from and the service knows.</summary>
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

    /// <summary>The id of the user's pool.</summary>
    public string? UserPoolId { get; }

    /// <summary>The region of the pool.</summary>
    public string Region { get; }

    /// <summary>The user, as asked for.</summary>
    public string? Username { get; }

    /// <summary>
    /// The access token of the user who read it, as whom Set- and Remove-CognitoUserDevice go on; null where an administrator did.
    /// </summary>
    public SecureString? AccessToken { get; }

    /// <summary>The device's key.</summary>
    public string DeviceKey { get; }

    /// <summary>What the device calls itself.</summary>
    public string? Name => Attribute("device_name");

    /// <summary>Whether it is remembered: remembered or not_remembered.</summary>
    public string? Status => Attribute("dev:device_remembered_status") ?? Attribute("device_status");

    /// <summary>The address of its last sign-in.</summary>
    public string? LastIPAddress => Attribute("last_ip_used");

    /// <summary>All that is known of the device, by name.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; }

    /// <summary>When the service first saw it, in local time.</summary>
    public Timestamp? Created { get; }

    /// <summary>When what is known of it last changed, in local time.</summary>
    public Timestamp? Modified { get; }

    /// <summary>When the user last signed in from it, in local time.</summary>
    public Timestamp? LastSignIn { get; }

    /// <inheritdoc/>
    public override string ToString() => DeviceKey;

    private string? Attribute(string name) => Attributes.TryGetValue(name, out string? value) ? value : null;
}
