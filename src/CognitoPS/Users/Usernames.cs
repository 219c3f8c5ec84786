using System.Management.Automation;
using CognitoPS.Errors;

namespace CognitoPS.Users;

/// <summary>What holds for the names of users.</summary>
internal static class Usernames
{
    private const int Longest = 128;

    /// <summary>Refuses what cannot be a user's name, before it is sent.</summary>
    /// <exception cref="CognitoException">InvalidUsername.</exception>
    public static string Checked(string username) =>
        username.Length is > 0 and <= Longest && !username.Any(character => char.IsWhiteSpace(character) || char.IsControl(character))
            ? username
            : throw new CognitoException(
                "InvalidUsername",
                ErrorCategory.InvalidArgument,
                $"'{username}' is not a valid username.",
                $"A username has 1 to {Longest} characters and no spaces. This one has {username.Length} characters."
            );
}
