using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Output;

namespace CognitoPS;

/// <summary>A user. Each attribute is also a property, for use with Where-Object, Sort-Object and Select-Object.</summary>
[TableView("Username:36", "Status:12", "Enabled:7", "Email")]
#pragma warning disable IDE1006, CA1707 // The attributes keep the names that the service gives them.
public sealed class User
{
    /// <summary>
    /// The standard attributes. They are properties of the type, so that tables and CSV files have the same columns for all users.
    /// </summary>
    private static readonly HashSet<string> StandardAttributes = new(
        typeof(User).GetProperties().Select(property => property.Name.ToLowerInvariant()),
        StringComparer.Ordinal
    );

    private readonly List<AttributeType> _attributes;
    private readonly DateTime? _created;
    private readonly DateTime? _modified;
    private IReadOnlyDictionary<string, string>? _attributesByName;

    internal User(UserType source, string? userPoolId, string region)
    {
        _attributes = source.Attributes ?? [];
        Username = source.Username;
        Status = source.UserStatus?.Value;
        Enabled = source.Enabled;
        _created = source.UserCreateDate;
        _modified = source.UserLastModifiedDate;
        UserPoolId = userPoolId;
        Region = region;
    }

    /// <summary>The user as returned for their own access token, without status and dates.</summary>
    internal User(GetUserResponse source, string? userPoolId, string region)
        : this(new UserType { Username = source.Username, Attributes = source.UserAttributes }, userPoolId, region)
    {
        PreferredMfaSetting = source.PreferredMfaSetting;
        UserMFASettingList = Readable.List(source.UserMFASettingList);
    }

    internal User(AdminGetUserResponse source, string userPoolId, string region)
        : this(
            new UserType
            {
                Username = source.Username,
                Attributes = source.UserAttributes,
                UserStatus = source.UserStatus,
                Enabled = source.Enabled,
                UserCreateDate = source.UserCreateDate,
                UserLastModifiedDate = source.UserLastModifiedDate,
            },
            userPoolId,
            region
        )
    {
        PreferredMfaSetting = source.PreferredMfaSetting;
        UserMFASettingList = Readable.List(source.UserMFASettingList);
    }

    /// <summary>The username.</summary>
    public string Username { get; }

    /// <summary>The ID that never changes.</summary>
    public string? Sub => Attribute("sub");

    /// <summary>The email address.</summary>
    public string? Email => Attribute("email");

    /// <summary>The status, such as UNCONFIRMED, CONFIRMED, RESET_REQUIRED, FORCE_CHANGE_PASSWORD or EXTERNAL_PROVIDER.</summary>
    public string? Status { get; }

    /// <summary>Whether the user can sign in.</summary>
    public bool? Enabled { get; }

    /// <summary>When the user was created, in local time.</summary>
    public Timestamp? Created => Timestamp.Of(_created);

    /// <summary>When the user was last changed, in local time.</summary>
    public Timestamp? Modified => Timestamp.Of(_modified);

    /// <summary>The ID of the user pool that the user belongs to.</summary>
    public string? UserPoolId { get; }

    /// <summary>The Region of the user pool.</summary>
    public string Region { get; }

    /// <summary>All attributes by name. Custom attributes start with custom:.</summary>
    public IReadOnlyDictionary<string, string> Attributes => _attributesByName ??= Readable.Table(ByName());

    /// <summary>The preferred MFA method. Known if the user was read by name.</summary>
    public string? PreferredMfaSetting { get; }

    /// <summary>The MFA methods that the user has set up. Known if the user was read by name.</summary>
    public IReadOnlyList<string> UserMFASettingList { get; } = Readable.List<string>(null);

    /// <summary>The full name.</summary>
    public string? Name => Attribute("name");

    /// <summary>The given name.</summary>
    public string? given_name => Attribute("given_name");

    /// <summary>The family name.</summary>
    public string? family_name => Attribute("family_name");

    /// <summary>The middle name.</summary>
    public string? middle_name => Attribute("middle_name");

    /// <summary>The nickname.</summary>
    public string? nickname => Attribute("nickname");

    /// <summary>The preferred username.</summary>
    public string? preferred_username => Attribute("preferred_username");

    /// <summary>true if the email address is verified.</summary>
    public string? email_verified => Attribute("email_verified");

    /// <summary>The phone number, such as +14155550100.</summary>
    public string? phone_number => Attribute("phone_number");

    /// <summary>true if the phone number is verified.</summary>
    public string? phone_number_verified => Attribute("phone_number_verified");

    /// <summary>The postal address.</summary>
    public string? address => Attribute("address");

    /// <summary>The date of birth, such as 1990-12-31.</summary>
    public string? birthdate => Attribute("birthdate");

    /// <summary>The gender.</summary>
    public string? gender => Attribute("gender");

    /// <summary>The locale, such as en-GB.</summary>
    public string? locale => Attribute("locale");

    /// <summary>The time zone, such as Europe/Paris.</summary>
    public string? zoneinfo => Attribute("zoneinfo");

    /// <summary>The URL of a picture.</summary>
    public string? picture => Attribute("picture");

    /// <summary>The URL of a profile page.</summary>
    public string? profile => Attribute("profile");

    /// <summary>The URL of a website.</summary>
    public string? website => Attribute("website");

    /// <summary>When the attributes were last updated, in seconds since 1970.</summary>
    public string? updated_at => Attribute("updated_at");

    /// <summary>The linked identities, as JSON.</summary>
    public string? identities => Attribute("identities");

    /// <summary>The user as lists give them.</summary>
    internal UserType ToUserType() =>
        new()
        {
            Username = Username,
            Attributes = _attributes,
            UserStatus = Status,
            Enabled = Enabled,
            UserCreateDate = _created,
            UserLastModifiedDate = _modified,
        };

    /// <summary>This user, with a property for each custom attribute.</summary>
    /// <param name="columns">The attributes that every user of the user pool shows; those that this user doesn't have are $null.</param>
    internal PSObject ToPSObject(IReadOnlyList<string> columns)
    {
        var user = new PSObject(this);
        foreach (string name in columns)
            Add(name, Attribute(name));
        foreach (AttributeType attribute in _attributes)
        {
            if (!columns.Contains(attribute.Name))
                Add(attribute.Name, attribute.Value ?? "");
        }

        return user;

        void Add(string name, string? value)
        {
            if (!StandardAttributes.Contains(name))
                user.Properties.Add(new PSNoteProperty(name, value), preValidated: true);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => Username;

    private string? Attribute(string name)
    {
        foreach (AttributeType attribute in _attributes)
        {
            if (attribute.Name == name)
                return attribute.Value ?? "";
        }

        return null;
    }

    private Dictionary<string, string> ByName()
    {
        var values = new Dictionary<string, string>(_attributes.Count, StringComparer.OrdinalIgnoreCase);
        foreach (AttributeType attribute in _attributes)
            values[attribute.Name] = attribute.Value ?? "";
        return values;
    }
}
