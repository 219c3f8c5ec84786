using System.Management.Automation;
using System.Text;
using CognitoPS.Errors;

namespace CognitoPS.Transfer;

/// <summary>A file of users: JSON lines, or CSV by the ending .csv.</summary>
internal sealed class UserFile
{
    private readonly IReadOnlyDictionary<string, string>? _columns;

    /// <summary>Looks at a file, and whether it is what its manifest says.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="columns">For a CSV file the column of each field and attribute; null: columns are called after them.</param>
    /// <exception cref="CognitoException">FileNotFound, FileChanged, InvalidManifest, NewerFormat, ColumnsNeedCsv.</exception>
    public UserFile(string path, IReadOnlyDictionary<string, string>? columns = null)
    {
        (Path, _columns) = (System.IO.Path.GetFullPath(path), columns);
        if (!File.Exists(Path))
            throw new CognitoException("FileNotFound", ErrorCategory.ObjectNotFound, $"There is no file '{Path}'.");
        if (columns is not null && !IsCsv(Path))
            throw new CognitoException(
                "ColumnsNeedCsv",
                ErrorCategory.InvalidArgument,
                $"'{Path}' has no columns: it is not called .csv.",
                "Leave out -Column, or give a CSV file."
            );
        using FileStream file = File.OpenRead(Path);
        Sha256 = UserManifest.HashOf(file);
        Manifest = UserManifest.Read(Path);
        if (Manifest is { } manifest && manifest.Sha256 != Sha256)
            throw new CognitoException(
                "FileChanged",
                ErrorCategory.InvalidData,
                file.Length < manifest.Bytes
                    ? $"'{Path}' is cut off: it has {file.Length:N0} of {manifest.Bytes:N0} bytes."
                    : $"'{Path}' is not what was exported: its SHA-256 is {Sha256}, and its manifest says {manifest.Sha256}.",
                $"Get the whole file again. If it was changed on purpose, remove '{UserManifest.PathOf(Path)}'."
            );
    }

    public string Path { get; }

    public string Sha256 { get; }

    /// <summary>What the export said about it; null: there is no manifest.</summary>
    public UserManifest? Manifest { get; }

    public static bool IsCsv(string path) => path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase);

    /// <summary>The users, as they stand in the file.</summary>
    /// <exception cref="CognitoException">InvalidUserFile: the file, the line and the reason.</exception>
    public IEnumerable<UserRecord> Read()
    {
        using var reader = new StreamReader(
            Path,
            new UTF8Encoding(false, throwOnInvalidBytes: true),
            detectEncodingFromByteOrderMarks: true
        );
        using IEnumerator<UserRecord> users = (IsCsv(Path) ? UserCsv.Read(reader, _columns) : ReadLines(reader)).GetEnumerator();
        while (true)
        {
            try
            {
                if (!users.MoveNext())
                    yield break;
            }
            catch (UserFileException exception)
            {
                throw Invalid(exception.Line, exception.Message);
            }
            catch (DecoderFallbackException)
            {
                throw Invalid(FirstUndecodable(), "It is not UTF-8. Save the file as UTF-8.");
            }

            yield return users.Current;
        }
    }

    /// <summary>What is wrong with a line.</summary>
    public CognitoException Invalid(int line, string reason) =>
        new("InvalidUserFile", ErrorCategory.InvalidData, $"'{Path}', line {line}: {reason}", "Nothing was changed. Correct the file.");

    private static IEnumerable<UserRecord> ReadLines(StreamReader reader)
    {
        int number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (line.IndexOf('\0') >= 0)
                throw new UserFileException(number, "It is not UTF-8. Save the file as UTF-8.");
            if (line.Trim().Length == 0)
                continue;
            UserRecord user;
            try
            {
                user = UserJsonLines.Parse(line, number);
            }
            catch (FormatException exception)
            {
                throw new UserFileException(number, exception.Message);
            }

            yield return user;
        }
    }

    /// <summary>The first line that is not UTF-8: the reader is ahead of the lines that it gives.</summary>
    private int FirstUndecodable()
    {
        var strict = new UTF8Encoding(false, throwOnInvalidBytes: true);
        using FileStream file = File.OpenRead(Path);
        using var line = new MemoryStream();
        int number = 1;
        for (int next = file.ReadByte(); next >= 0; next = file.ReadByte())
        {
            line.WriteByte((byte)next);
            if (next != '\n')
                continue;
            try
            {
                _ = strict.GetCharCount(line.GetBuffer(), 0, (int)line.Length);
            }
            catch (DecoderFallbackException)
            {
                return number;
            }

            line.SetLength(0);
            number++;
        }

        return number;
    }
}
