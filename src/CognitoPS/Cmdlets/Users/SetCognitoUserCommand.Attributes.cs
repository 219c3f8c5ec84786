using System.Management.Automation;
using CognitoPS.Users;

namespace CognitoPS.Cmdlets.Users;

// The attributes that have a parameter of their own. They bind to nothing that is piped: rows bring attributes by their names.
public sealed partial class SetCognitoUserCommand
{
    /// <inheritdoc cref="NewCognitoUserCommand.Email"/>
    [Parameter]
    public string? Email { get; set; }

    /// <inheritdoc cref="NewCognitoUserCommand.PhoneNumber"/>
    [Parameter]
    public string? PhoneNumber { get; set; }

    /// <inheritdoc cref="NewCognitoUserCommand.Name"/>
    [Parameter]
    public string? Name { get; set; }

    /// <inheritdoc cref="NewCognitoUserCommand.GivenName"/>
    [Parameter]
    public string? GivenName { get; set; }

    /// <inheritdoc cref="NewCognitoUserCommand.FamilyName"/>
    [Parameter]
    public string? FamilyName { get; set; }

    /// <inheritdoc cref="NewCognitoUserCommand.PreferredUsername"/>
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
