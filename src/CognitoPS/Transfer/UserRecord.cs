using Amazon.CognitoIdentityProvider.Model;

namespace CognitoPS.Transfer;

/// <summary>A user as files of users have them.</summary>
internal sealed record UserRecord
{
    public required string Username { get; init; }

    /// <summary>Attributes by the names that the file has.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Whether the user may sign in; null: the file does not say.</summary>
    public bool? Enabled { get; init; }

    public string? Status { get; init; }

    public DateTime? Created { get; init; }

    public DateTime? Modified { get; init; }

    public string? PreferredMfa { get; init; }

    /// <summary>The kinds of MFA that the user has set up; null: they were not read.</summary>
    public IReadOnlyList<string>? Mfa { get; init; }

    /// <summary>The password's hash, which an import job takes.</summary>
    public string? PasswordHash { get; init; }

    /// <summary>The line that the user was read from; 0 for none.</summary>
    public int Line { get; init; }

    /// <summary>A user as a list gives them, who lacks groups and MFA.</summary>
    public static UserRecord Of(UserType user)
    {
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (AttributeType attribute in user.Attributes ?? [])
            attributes[attribute.Name] = attribute.Value ?? "";
        return new UserRecord
        {
            Username = user.Username,
            Attributes = attributes,
            Enabled = user.Enabled,
            Status = user.UserStatus?.Value,
            Created = user.UserCreateDate,
            Modified = user.UserLastModifiedDate,
        };
    }
}
