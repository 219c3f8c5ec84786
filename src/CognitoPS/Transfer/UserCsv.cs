using CsvHelper;

namespace CognitoPS.Transfer;

/// <summary>
/// A CSV file with a user a row: fields and attributes in columns. A cell that a spreadsheet would take for a formula has an apostrophe in
/// front, and so has one that begins with an apostrophe and such a formula: each apostrophe of ours is taken off again on the way back.
/// </summary>
internal static class UserCsv
{
    private const char Mark = '\'';
    private static readonly char[] FormulaStarts = ['=', '+', '-', '@', '\t', '\r', '\n'];

    /// <summary>Comma, semicolon, tab or bar, whichever the file has: spreadsheets write what is not part of their numbers.</summary>
    private static readonly CsvReaderOptions ReaderOptions = new()
    {
        TrackLineNumbers = true,
        MalformedData = CsvMalformedDataHandling.Throw,
        FieldCountMismatch = CsvFieldCountHandling.Throw,
        IncludeValuesInExceptions = false,
    };

    /// <summary>Writes users to a stream.</summary>
    public sealed class Writer : IUserWriter
    {
        private readonly CsvWriter _csv;
        private readonly IReadOnlyList<string> _columns;

        /// <param name="stream">Where to; it stays open.</param>
        /// <param name="columns">Fields, and attributes by their full names.</param>
        public Writer(Stream stream, IReadOnlyList<string> columns)
        {
            _columns = columns;
            _csv = CsvWriter.Create(stream, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true);
            foreach (string column in columns)
                _csv.WriteField(column);
            _csv.EndRecord();
        }

        public void Write(UserRecord user)
        {
            foreach (string column in _columns)
                _csv.WriteField(Safe(Value(user, column)));
            _csv.EndRecord();
        }

        public void Dispose() => _csv.Dispose();
    }

    /// <summary>A cell that no spreadsheet takes for a formula.</summary>
    public static string Safe(string value) => IsFormula(value) ? Mark + value : value;

    /// <summary>What was written as a safe cell.</summary>
    public static string Unsafe(string cell) => cell.Length > 1 && cell[0] == Mark && IsFormula(cell) ? cell.Substring(1) : cell;

    /// <summary>Whether it is a formula, behind any number of apostrophes.</summary>
    private static bool IsFormula(string value)
    {
        int start = 0;
        while (start < value.Length && value[start] == Mark)
            start++;
        return start < value.Length && Array.IndexOf(FormulaStarts, value[start]) >= 0;
    }

    private static string Value(UserRecord user, string column) =>
        column switch
        {
            UserFileFields.Username => user.Username,
            UserFileFields.Status => user.Status ?? "",
            UserFileFields.Enabled => UserFileFields.Text(user.Enabled),
            UserFileFields.Created => UserFileFields.Text(user.Created),
            UserFileFields.Modified => UserFileFields.Text(user.Modified),
            UserFileFields.Groups => UserFileFields.Join(user.Groups),
            UserFileFields.PreferredMfa => user.PreferredMfa ?? "",
            UserFileFields.Mfa => UserFileFields.Join(user.Mfa ?? []),
            _ => user.Attributes.TryGetValue(column, out string? value) ? value : "",
        };

    /// <summary>The users in a file.</summary>
    /// <param name="reader">The file's text.</param>
    /// <param name="given">The file's column for each field and attribute; null: columns are called after them.</param>
    /// <exception cref="UserFileException">What is wrong, and in which line.</exception>
    public static IEnumerable<UserRecord> Read(TextReader reader, IReadOnlyDictionary<string, string>? given)
    {
        using var csv = CsvReader.Create(reader, ReaderOptions, leaveOpen: true);
        (string Target, int Index)[] columns = Try(
            csv,
            () =>
            {
                csv.ReadHeader();
                return Columns([.. csv.Headers.Select(name => name.Trim())], given);
            }
        );
        while (Try(csv, csv.Read))
            yield return Of(columns, csv);
    }

    private static T Try<T>(CsvReader csv, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (CsvFormatException exception)
        {
            throw new UserFileException(
                Math.Max(1, (int)(exception.LineNumber > 0 ? exception.LineNumber : csv.LineNumber)),
                exception.Message
            );
        }
    }

    private static UserRecord Of((string Target, int Index)[] columns, CsvReader csv)
    {
        int line = (int)csv.LineNumber;
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string target, int index) in columns)
        {
            if (Unsafe(csv.GetString(index)) is { Length: > 0 } value)
                (UserFileFields.Of(target) is null ? attributes : fields)[UserFileFields.Of(target) ?? target] = value;
        }

        try
        {
            return new UserRecord
            {
                Username = Field(UserFileFields.Username)?.Trim() ?? "",
                Attributes = attributes,
                Groups = UserFileFields.Split(Field(UserFileFields.Groups) ?? ""),
                Enabled = UserFileFields.Truth(Field(UserFileFields.Enabled)),
                Status = Field(UserFileFields.Status),
                Created = UserFileFields.Time(Field(UserFileFields.Created)),
                Modified = UserFileFields.Time(Field(UserFileFields.Modified)),
                PreferredMfa = Field(UserFileFields.PreferredMfa),
                Mfa = Field(UserFileFields.Mfa) is { } mfa ? UserFileFields.Split(mfa) : null,
                PasswordHash = Field(UserFileFields.PasswordHash),
                Line = line,
            };
        }
        catch (FormatException exception)
        {
            throw new UserFileException(line, exception.Message);
        }

        string? Field(string name) => fields.TryGetValue(name, out string? value) ? value : null;
    }

    /// <summary>Which columns are read, and what each is.</summary>
    private static (string Target, int Index)[] Columns(string[] header, IReadOnlyDictionary<string, string>? given)
    {
        if (header.Length == 0)
            throw new UserFileException(1, "The file is empty: its first line must name the columns.");
        string[] twice =
        [
            .. header.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1).Select(same => same.Key),
        ];
        if (twice.Length > 0)
            throw new UserFileException(1, $"These columns are there more than once: {string.Join(", ", twice)}.");
        if (header.Any(name => name.Length == 0) && given is null)
            throw new UserFileException(1, "A column has no name.");
        if (given is null)
            return [.. header.Select((name, index) => (name, index))];
        string[] missing = [.. given.Values.Where(name => IndexOf(name) < 0)];
        if (missing.Length > 0)
            throw new UserFileException(
                1,
                $"These columns are not there: {string.Join(", ", missing)}. Those that are: {string.Join(", ", header)}."
            );
        IEnumerable<(string, int)> mapped = given.Select(pair => (pair.Key, IndexOf(pair.Value)));
        int username = Array.FindIndex(header, name => UserFileFields.Of(name) == UserFileFields.Username);
        return
        [
            .. mapped,
            .. username >= 0 && !given.Keys.Any(key => UserFileFields.Of(key) == UserFileFields.Username)
                ? new[] { (UserFileFields.Username, username) }
                : [],
        ];

        int IndexOf(string name) => Array.FindIndex(header, column => column.Equals(name, StringComparison.OrdinalIgnoreCase));
    }
}

/// <summary>What is wrong with a line of a file of users.</summary>
/// <param name="line">The line's number, from 1.</param>
/// <param name="message">The reason.</param>
internal sealed class UserFileException(int line, string message) : Exception(message)
{
    public int Line { get; } = line;
}
