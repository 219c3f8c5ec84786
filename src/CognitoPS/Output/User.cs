using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Output;

namespace CognitoPS;

/// <summary>A user. Each attribute is a property too, so that Where-Object, Sort-Object and Select-Object find it.</summary>
[TableView("Username:36", "Status:21", "Enabled:7", "Created:16", "Email")]
public sealed class User
{
    private User(string? userPoolId, string region, string username, List<AttributeType>? attributes, string? status, bool? enabled, DateTime? created, DateTime? modified)
    {
        UserPoolId = userPoolId;
        Region = region;
        Username = username;
        Status = status;
        Enabled = enabled;
        Created = created;
        Modified = modified;
        var values = new Dictionary<string, string>(attributes?.Count ?? 0, StringComparer.OrdinalIgnoreCase);
        foreach (AttributeType attribute in attributes ?? [])
            values[attribute.Name] = attribute.Value ?? "";
        Attributes = values;
    }

    internal User(UserType source, string userPoolId, string region)
        : this(userPoolId, region, source.Username, source.Attributes, source.UserStatus?.Value, source.Enabled, source.UserCreateDate, source.UserLastModifiedDate)
    {
    }

    /// <summary>The user as the user's own access token shows it, which tells neither status nor dates.</summary>
    internal User(GetUserResponse source, string? userPoolId, string region)
        : this(userPoolId, region, source.Username, source.UserAttributes, null, null, null, null)
    {
        PreferredMfaSetting = source.PreferredMfaSetting;
        UserMFASettingList = source.UserMFASettingList ?? [];
    }

    internal User(AdminGetUserResponse source, string userPoolId, string region)
        : this(userPoolId, region, source.Username, source.UserAttributes, source.UserStatus?.Value, source.Enabled, source.UserCreateDate, source.UserLastModifiedDate)
    {
        PreferredMfaSetting = source.PreferredMfaSetting;
        UserMFASettingList = source.UserMFASettingList ?? [];
    }

    /// <summary>The user name.</summary>
    public string Username { get; }

    /// <summary>The id that never changes.</summary>
    public string? Sub => Attribute("sub");

    /// <summary>The e-mail address.</summary>
    public string? Email => Attribute("email");

    /// <summary>UNCONFIRMED, CONFIRMED, RESET_REQUIRED, FORCE_CHANGE_PASSWORD, EXTERNAL_PROVIDER and others.</summary>
    public string? Status { get; }

    /// <summary>Whether the user may sign in.</summary>
    public bool? Enabled { get; }

    /// <summary>When the user was created.</summary>
    public DateTime? Created { get; }

    /// <summary>When the user was last changed.</summary>
    public DateTime? Modified { get; }

    /// <summary>The id of the pool the user is in.</summary>
    public string? UserPoolId { get; }

    /// <summary>The region of the pool.</summary>
    public string Region { get; }

    /// <summary>All attributes by name; those of the pool's own begin with custom:.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; }

    /// <summary>The MFA that is asked for first. Known when the user was read by name.</summary>
    public string? PreferredMfaSetting { get; }

    /// <summary>All MFA that the user has set up. Known when the user was read by name.</summary>
    public IReadOnlyList<string> UserMFASettingList { get; } = [];

    /// <summary>This user with a property for each attribute.</summary>
    internal PSObject ToPSObject()
    {
        var user = new PSObject(this);
        foreach (KeyValuePair<string, string> attribute in Attributes)
        {
            if (attribute.Key is not ("sub" or "email"))
                user.Properties.Add(new PSNoteProperty(attribute.Key, attribute.Value), preValidated: true);
        }

        return user;
    }

    /// <inheritdoc/>
    public override string ToString() => Username;

    private string? Attribute(string name) => Attributes.TryGetValue(name, out string? value) ? value : null;
}
