using System.Globalization;

namespace CognitoPS.Transfer;

/// <summary>What files of users say of a user beside attributes, under the service's own names.</summary>
internal static class UserFileFields
{
    public const string Username = "Username";
    public const string Attributes = "Attributes";
    public const string Groups = "Groups";
    public const string Enabled = "Enabled";
    public const string Status = "UserStatus";
    public const string Created = "UserCreateDate";
    public const string Modified = "UserLastModifiedDate";
    public const string PreferredMfa = "PreferredMfaSetting";
    public const string Mfa = "UserMFASettingList";
    public const string PasswordHash = "PasswordHash";

    /// <summary>No group's name holds one, nor does that of a kind of MFA.</summary>
    private const char BetweenNames = ' ';

    /// <summary>The columns that stand before the attributes in a CSV file.</summary>
    public static readonly string[] Columns = [Username, Status, Enabled, Created, Modified, Groups, PreferredMfa, Mfa];

    /// <summary>How other files call them.</summary>
    private static readonly Dictionary<string, string> Others = new(StringComparer.OrdinalIgnoreCase)
    {
        ["cognito:username"] = Username,
        ["cognito:password_hash"] = PasswordHash,
        [PasswordHash] = PasswordHash,
        ["Status"] = Status,
        ["Created"] = Created,
        ["Modified"] = Modified,
        ["Group"] = Groups,
    };

    /// <summary>The field that a column means, letter case aside; null: an attribute.</summary>
    public static string? Of(string column) =>
        Array.Find(Columns, field => field.Equals(column, StringComparison.OrdinalIgnoreCase))
        ?? (Others.TryGetValue(column, out string? field) ? field : null);

    public static string Join(IEnumerable<string> names) => string.Join($"{BetweenNames}", names);

    public static string[] Split(string names) => names.Split([BetweenNames], StringSplitOptions.RemoveEmptyEntries);

    public static string Text(DateTime? time) =>
        time?.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture) ?? "";

    public static string Text(bool? value) =>
        value switch
        {
            null => "",
            true => "true",
            false => "false",
        };

    /// <exception cref="FormatException">It is not a date.</exception>
    public static DateTime? Time(string? text) =>
        string.IsNullOrEmpty(text) ? null
        : DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out DateTime time) ? time
        : throw new FormatException($"'{text}' is not a date.");

    /// <exception cref="FormatException">It is neither true nor false.</exception>
    public static bool? Truth(string? text) =>
        text?.Trim().ToLowerInvariant() switch
        {
            null or "" => null,
            "true" or "1" or "yes" => true,
            "false" or "0" or "no" => false,
            _ => throw new FormatException($"'{text}' is neither true nor false."),
        };
}
