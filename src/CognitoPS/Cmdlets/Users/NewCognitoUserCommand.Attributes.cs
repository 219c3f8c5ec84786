using System.Management.Automation;
using CognitoPS.Users;

namespace CognitoPS.Cmdlets.Users;

// The attributes that have a parameter of their own. They bind to nothing that is piped: rows bring attributes by their names.
public sealed partial class NewCognitoUserCommand
{
    /// <summary>The user's email address, short for -Attribute @{ email = … }.</summary>
    [Parameter]
    public string? Email { get; set; }

    /// <summary>The user's phone number in E.164 format, such as +15550100.</summary>
    [Parameter]
    public string? PhoneNumber { get; set; }

    /// <summary>The user's full name, as opposed to the username.</summary>
    [Parameter]
    public string? Name { get; set; }

    /// <summary>The user's given name.</summary>
    [Parameter]
    public string? GivenName { get; set; }

    /// <summary>The user's family name.</summary>
    [Parameter]
    public string? FamilyName { get; set; }

    /// <summary>The user's preferred username.</summary>
    [Parameter]
    public string? PreferredUsername { get; set; }

    private Dictionary<string, object?> ByParameter =>
        NamedAttributes.Of(
            ("email", Email),
            ("phone_number", PhoneNumber),
            ("name", Name),
            ("given_name", GivenName),
            ("family_name", FamilyName),
            ("preferred_username", PreferredUsername)
        );
}
