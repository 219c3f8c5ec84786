using System.Management.Automation;
using System.Text;
using System.Text.Json;
using CognitoPS.Errors;

namespace CognitoPS.Transfer;

/// <summary>
/// What an import has begun and done, beside its file: nothing is sent before its beginning is on the disk, and nothing is told before its
/// end is. A run that was killed is taken up by the next. Entries that wait together reach the disk together.
/// </summary>
internal sealed class ImportJournal : IDisposable
{
    private const string Format = "CognitoPS import of users";
    private const int Version = 1;
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly FileStream _file;
    private readonly object _gate = new();
    private readonly MemoryStream _waiting = new();
    private TaskCompletionSource<bool>? _onDisk;
    private bool _isWriting;
    private Exception? _failure;

    private ImportJournal(FileStream file) => _file = file;

    /// <summary>When each user was begun who has no end; of those who failed, too.</summary>
    public Dictionary<string, DateTime> Begun { get; } = new(StringComparer.Ordinal);

    /// <summary>The users that are done, whom the next run leaves out.</summary>
    public HashSet<string> Done { get; } = new(StringComparer.Ordinal);

    /// <summary>Import jobs that were made, by the part of the file that they take.</summary>
    public Dictionary<int, string> Jobs { get; } = [];

    /// <summary>Where the journal of a file's import into a pool stands.</summary>
    public static string PathOf(string path, string userPoolId) => $"{path}.{userPoolId}.journal";

    /// <summary>Opens the journal of a file's import into a pool, or begins it.</summary>
    /// <exception cref="CognitoException">InvalidJournal, JournalOfAnother, NewerFormat, FileInUse, PathIsLink.</exception>
    public static ImportJournal Open(UserFile file, string userPoolId, bool byJob)
    {
        string path = PathOf(file.Path, userPoolId);
        FilePaths.RefuseLink(path);
        FileStream stream;
        try
        {
            stream = PrivateFile.Open(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception)
        {
            throw new CognitoException(
                "FileInUse",
                ErrorCategory.ResourceBusy,
                $"'{path}' cannot be opened: {exception.Message}",
                "An import of the same file into the same pool may be running: wait for its end.",
                exception
            );
        }

        var journal = new ImportJournal(stream);
        try
        {
            if (!journal.Load(path, file, userPoolId, byJob))
                journal.Begin(file, userPoolId, byJob);
            return journal;
        }
        catch (Exception)
        {
            journal.Dispose();
            throw;
        }
    }

    /// <summary>A user is about to be sent.</summary>
    public Task BeginAsync(string username) =>
        AppendAsync(json =>
        {
            json.WriteString("Username", username);
            json.WriteString("Begun", UserFileFields.Text(DateTime.UtcNow));
        });

    /// <summary>What became of a user.</summary>
    public Task EndAsync(ImportedUser user) =>
        AppendAsync(json =>
        {
            json.WriteString("Username", user.Username);
            json.WriteString("Result", user.Result);
            if (user.Reason is not null)
                json.WriteString("Reason", user.Reason);
            if (user.NotCarried.Count > 0)
                json.WriteString("NotCarried", string.Join("; ", user.NotCarried));
        });

    /// <summary>A job is about to be started.</summary>
    public Task BeginJobAsync(int part, string jobId) =>
        AppendAsync(json =>
        {
            json.WriteNumber("Part", part);
            json.WriteString("JobId", jobId);
        });

    public void Dispose()
    {
        _file.Dispose();
        _waiting.Dispose();
    }

    private Task AppendAsync(Action<Utf8JsonWriter> write)
    {
        byte[] line = Line(write);
        lock (_gate)
        {
            if (_failure is not null)
                return Task.FromException(Failed(_failure));
            _waiting.Write(line, 0, line.Length);
            _onDisk ??= new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
            Task done = _onDisk.Task;
            if (!_isWriting)
            {
                _isWriting = true;
                _ = Task.Run(WriteWaiting);
            }

            return done;
        }
    }

    private void WriteWaiting()
    {
        while (true)
        {
            byte[] lines;
            TaskCompletionSource<bool> onDisk;
            lock (_gate)
            {
                if (_waiting.Length == 0)
                {
                    _isWriting = false;
                    return;
                }

                lines = _waiting.ToArray();
                _waiting.SetLength(0);
                onDisk = _onDisk!;
                _onDisk = null;
            }

            try
            {
                _file.Write(lines, 0, lines.Length);
                _file.Flush(flushToDisk: true);
                onDisk.SetResult(true);
            }
            catch (Exception exception) when (exception is IOException or ObjectDisposedException)
            {
                lock (_gate)
                    _failure = exception;
                onDisk.SetException(Failed(exception));
            }
        }
    }

    private void Begin(UserFile file, string userPoolId, bool byJob)
    {
        byte[] line = Line(json =>
        {
            json.WriteString("Format", Format);
            json.WriteNumber("FormatVersion", Version);
            json.WriteString("File", Path.GetFileName(file.Path));
            json.WriteString("Sha256", file.Sha256);
            json.WriteString("UserPoolId", userPoolId);
            json.WriteBoolean("ByJob", byJob);
        });
        _file.SetLength(0);
        _file.Write(line, 0, line.Length);
        _file.Flush(flushToDisk: true);
    }

    /// <summary>Reads what an earlier run wrote; false where it did not come to write anything.</summary>
    private bool Load(string path, UserFile file, string userPoolId, bool byJob)
    {
        using var reader = new StreamReader(_file, new UTF8Encoding(false), false, 64 * 1024, leaveOpen: true);
        long whole = 0;
        int number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            try
            {
                using var document = JsonDocument.Parse(line);
                if (number == 1)
                    CheckHeader(path, document.RootElement, file, userPoolId, byJob);
                else
                    Take(document.RootElement);
                whole += Encoding.UTF8.GetByteCount(line) + 1;
            }
            catch (Exception exception)
                when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
            {
                // A run that was killed may have left half a line, which is the last one.
                if (reader.ReadLine() is not null)
                    throw Invalid(path, number, exception.Message);
                break;
            }
        }

        _file.SetLength(Math.Min(whole, _file.Length));
        _file.Position = _file.Length;
        if (whole > _file.Length)
            _file.WriteByte((byte)'\n');
        return whole > 0;
    }

    private void Take(JsonElement entry)
    {
        if (entry.TryGetProperty("Part", out JsonElement part))
        {
            Jobs[part.GetInt32()] = entry.GetProperty("JobId").GetString()!;
            return;
        }

        string username = entry.GetProperty("Username").GetString()!;
        if (entry.TryGetProperty("Begun", out JsonElement begun))
        {
            if (!Begun.ContainsKey(username))
                Begun[username] = UserFileFields.Time(begun.GetString()) ?? DateTime.MinValue;
        }
        else if (entry.GetProperty("Result").GetString() != ImportedUser.Failed)
        {
            Done.Add(username);
            Begun.Remove(username);
        }
    }

    private static void CheckHeader(string path, JsonElement header, UserFile file, string userPoolId, bool byJob)
    {
        if (header.GetProperty("Format").GetString() != Format)
            throw Invalid(path, 1, "It is not the journal of an import.");
        if (header.GetProperty("FormatVersion").GetInt32() > Version)
            throw new CognitoException(
                "NewerFormat",
                ErrorCategory.InvalidData,
                $"'{path}' is of a newer format than this module knows.",
                "Update the module."
            );
        string? what =
            header.GetProperty("UserPoolId").GetString() != userPoolId ? $"into {header.GetProperty("UserPoolId").GetString()}"
            : header.GetProperty("Sha256").GetString() != file.Sha256 ? "of another file, or of this one before it was changed"
            : header.GetProperty("ByJob").GetBoolean() != byJob ? (byJob ? "without -ByJob" : "with -ByJob")
            : null;
        if (what is not null)
            throw new CognitoException(
                "JournalOfAnother",
                ErrorCategory.ResourceExists,
                $"'{path}' is the journal of an import {what}.",
                "Repeat that import to its end, or remove the journal: users who are there are then left as they are."
            );
    }

    private static byte[] Line(Action<Utf8JsonWriter> write)
    {
        using var memory = new MemoryStream();
        using (var json = new Utf8JsonWriter(memory, Options))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        memory.WriteByte((byte)'\n');
        return memory.ToArray();
    }

    private static CognitoException Failed(Exception cause) =>
        new(
            "JournalNotWritten",
            ErrorCategory.WriteError,
            $"The journal of the import cannot be written, and without it nothing more is sent: {cause.Message}",
            "Make room on the disk, and run the same command again: it goes on where it stopped.",
            cause
        );

    private static CognitoException Invalid(string path, int line, string reason) =>
        new("InvalidJournal", ErrorCategory.InvalidData, $"'{path}', line {line}: {reason}", "Remove the journal to begin again.");
}
