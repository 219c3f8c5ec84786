using System.Text;
using CognitoPS.LocalServer.Errors;
using CognitoPS.LocalServer.State;

namespace CognitoPS.LocalServer.Users;

/// <summary>Reads the CSV of an import job into its pool.</summary>
internal static class UserImport
{
    private const string Username = "cognito:username";
    private const string Mfa = "cognito:mfa_enabled";
    private const string PasswordHash = "cognito:password_hash";
    private const int LongestRow = 16_000;
    private const int MostRows = 500_000;

    /// <summary>The columns of the pool's file.</summary>
    internal static IEnumerable<string> Columns(UserPool pool) =>
        pool.Schema.Attributes.Select(attribute => attribute.Name).Where(name => name != "sub").Append(Mfa).Append(Username);

    /// <summary>
    /// Imports row by row. A job fails that imports nobody, or fewer than it fails and skips: jobs were seen to fail with 0 of 5 and
    /// with 14 of 46, and where the service draws the line is not known.
    /// </summary>
    internal static void Run(ServerState state, UserPool pool, ImportJob job)
    {
        try
        {
            (string[] header, IEnumerable<string> rows) = Open(pool, job);
            lock (pool)
            {
                if (job.Status == ImportStatus.Pending)
                    job.Status = ImportStatus.InProgress;
            }
            foreach (string row in rows)
            {
                lock (pool)
                {
                    if (job.Status == ImportStatus.Stopping)
                        break;
                    Import(state, pool, job, header, row);
                }
            }
            lock (pool)
            {
                if (job.Status == ImportStatus.Stopping)
                    End(state, job, ImportStatus.Stopped, "Import Job Stopped.");
                else if (job.Failed + job.Skipped > job.Imported)
                    End(state, job, ImportStatus.Failed, "Too many users have failed or been skipped during the import.");
                else
                    End(state, job, ImportStatus.Succeeded, "Import Job Completed Successfully.");
            }
        }
        catch (FormatException e)
        {
            lock (pool)
                End(state, job, ImportStatus.Failed, e.Message);
        }
    }

    private static void End(ServerState state, ImportJob job, ImportStatus status, string message)
    {
        job.Status = status;
        job.Completed = state.Now;
        job.Message = message;
        job.File = null;
    }

    private static (string[] Header, IEnumerable<string> Rows) Open(UserPool pool, ImportJob job)
    {
        byte[] file = job.File ?? throw new FormatException("No file was uploaded.");
        string[] rows = Encoding.UTF8.GetString(file).Split('\n');
        string[] header = Split(rows[0]);
        HashSet<string> expected = [.. Columns(pool)];
        if (job.Hashing is not null && header.Contains(PasswordHash))
            expected.Add(PasswordHash);
        if (!expected.SetEquals(header) || header.Length != expected.Count)
            throw new FormatException("The columns of the file are not those of the user pool.");
        if (rows.Length > MostRows + 1)
            throw new FormatException($"The file has more than {MostRows} rows.");
        return (header, rows.Skip(1).Where(row => row.Trim().Length > 0));
    }

    private static void Import(ServerState state, UserPool pool, ImportJob job, string[] header, string row)
    {
        try
        {
            string[] values = Split(row);
            if (row.Length > LongestRow || values.Length != header.Length)
                throw new FormatException();
            var user = header
                .Zip(values, (name, value) => (name, value))
                .Where(pair => pair.value.Length > 0)
                .ToDictionary(pair => pair.name, pair => pair.value);
            if (
                !user.TryGetValue(Username, out string? username)
                || !user.TryGetValue(Mfa, out string? mfa)
                || !bool.TryParse(mfa, out bool needsMfa)
            )
                throw new FormatException();
            if (Add(state, pool, user, username, needsMfa))
                job.Imported++;
            else
                job.Skipped++;
        }
        catch (Exception e) when (e is FormatException or ServiceException)
        {
            job.Failed++;
        }
    }

    /// <summary>False where the user is there already.</summary>
    private static bool Add(ServerState state, UserPool pool, Dictionary<string, string> row, string username, bool needsMfa)
    {
        UserAttributes attributes = UserAttributes.Empty;
        foreach (KeyValuePair<string, string> cell in row.Where(column => column.Key is not (Username or Mfa or PasswordHash)))
        {
            SchemaAttribute definition = pool.Schema.Get(cell.Key);
            string value = definition.DataType == "Boolean" ? cell.Value.ToLowerInvariant() : cell.Value;
            UserAttributeRules.CheckValue(definition, value);
            attributes = attributes.With(definition.Name, value);
        }
        string? givenUsername = UserAttributeRules.CheckUsername(pool, username, ref attributes);
        if (
            UserAttributeRules.VerifiedContact(attributes) is not { } contact
            || attributes[contact] is null
            || (needsMfa && attributes["phone_number"] is null)
        )
            throw new FormatException();
        UserAttributeRules.CheckRequired(pool, attributes);
        if (pool.FindUser(username) is not null || pool.AliasTaken(attributes, null, out _, out _))
            return false;
        row.TryGetValue(PasswordHash, out string? hash);
        User user = new(
            givenUsername,
            state.Ids.Sub(),
            attributes,
            hash is null ? UserStatus.RESET_REQUIRED : UserStatus.CONFIRMED,
            state.Now
        );
        if (hash is not null || needsMfa)
            user.SignIn = new SignInRecord { ImportedHash = hash, MfaFactors = needsMfa ? ["SMS_MFA"] : [] };
        pool.Add(user);
        return true;
    }

    /// <summary>The values of a row: commas part them, but for those behind a backslash.</summary>
    private static string[] Split(string row)
    {
        List<string> values = [];
        StringBuilder value = new();
        row = row.TrimEnd('\r');
        for (int i = 0; i < row.Length; i++)
        {
            if (row[i] == '\\' && i + 1 < row.Length && row[i + 1] == ',')
                value.Append(row[++i]);
            else if (row[i] == ',')
            {
                values.Add(value.ToString());
                value.Clear();
            }
            else
                value.Append(row[i]);
        }
        values.Add(value.ToString());
        return [.. values];
    }
}
