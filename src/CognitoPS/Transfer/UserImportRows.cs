using System.Text;

namespace CognitoPS.Transfer;

/// <summary>Users as rows of an import job's file: no quotes, a comma inside a value behind a backslash.</summary>
/// <param name="columns">The columns that the pool wants.</param>
internal sealed class UserImportRows(IReadOnlyList<string> columns)
{
    public const string PasswordHash = "cognito:password_hash";
    private const string Username = "cognito:username";
    private const string Mfa = "cognito:mfa_enabled";
    private const int LongestRow = 16_000;

    private readonly HashSet<string> _known = [.. columns];

    /// <summary>The first line.</summary>
    public string Header => string.Join(",", columns);

    /// <summary>The attributes that the file has no column for.</summary>
    public IEnumerable<string> LeftOut(IReadOnlyDictionary<string, object?> attributes) =>
        attributes.Keys.Where(name => !_known.Contains(name));

    /// <summary>A user's row.</summary>
    /// <param name="user">The user.</param>
    /// <param name="attributes">Their attributes by full names.</param>
    /// <exception cref="FormatException">The user cannot be imported by a job, and why.</exception>
    public string Of(UserRecord user, IReadOnlyDictionary<string, object?> attributes)
    {
        if (!IsVerified(user.Attributes))
            throw new FormatException("An import job takes only users with a verified email address or phone number.");
        var row = new StringBuilder();
        foreach (string column in columns)
        {
            if (row.Length > 0 || column != columns[0])
                row.Append(',');
            row.Append(Cell(column, Value(column)));
        }

        return row.Length <= LongestRow
            ? row.ToString()
            : throw new FormatException($"The row has {row.Length:N0} characters; an import job takes {LongestRow:N0}.");

        string Text(string name) => attributes.TryGetValue(name, out object? value) ? $"{value}" : "";
        string Value(string column) =>
            column switch
            {
                Username => user.Username,
                Mfa => user.Mfa?.Contains("SMS_MFA") is true ? "true" : "false",
                PasswordHash => user.PasswordHash ?? "",
                _ => Text(column),
            };
    }

    /// <summary>Whether a job takes a user with these attributes.</summary>
    public static bool IsVerified(IReadOnlyDictionary<string, string> attributes)
    {
        return Has("email", "email_verified") || Has("phone_number", "phone_number_verified");

        bool Has(string address, string verified) =>
            attributes.TryGetValue(address, out string? given)
            && given.Length > 0
            && attributes.TryGetValue(verified, out string? truth)
            && string.Equals(truth, "true", StringComparison.OrdinalIgnoreCase);
    }

    private static string Cell(string column, string value) =>
        value.IndexOfAny(['\r', '\n']) >= 0
            ? throw new FormatException($"{column} has a line break, which an import job's file cannot hold.")
        : value.EndsWith("\\", StringComparison.Ordinal)
            ? throw new FormatException($"{column} ends with a backslash, which an import job's file cannot hold.")
        : value.Replace(",", "\\,");
}
