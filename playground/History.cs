using System.Text.Json;
using System.Text.RegularExpressions;

namespace CognitoPS.Playground;

/// <summary>The lines that were entered, kept in a file of the user's own; a line that may hold a secret is not kept at all.</summary>
internal sealed partial class History
{
    private const int Kept = 1000;

    private readonly string _file = Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create),
        "CognitoPS",
        "playground-history"
    );

    private readonly List<string> _lines = [];

    public History()
    {
        if (!File.Exists(_file))
            return;
        try
        {
            _lines.AddRange(File.ReadLines(_file).TakeLast(Kept).Select(line => JsonSerializer.Deserialize<string>(line)!));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            // A history that cannot be read is no reason to have no prompt.
        }
    }

    public IReadOnlyList<string> Lines => _lines;

    public void Add(string line)
    {
        if (string.IsNullOrWhiteSpace(line) || MayHoldSecret().IsMatch(line) || (_lines.Count > 0 && _lines[^1] == line))
            return;
        _lines.Add(line);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_file)!);
            // One JSON string a line: an entry may have several lines itself.
            File.AppendAllLines(_file, [JsonSerializer.Serialize(line)]);
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(_file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It is kept in memory then.
        }
    }

    [GeneratedRegex("password|secret|token|securestring|credential|accesskey", RegexOptions.IgnoreCase)]
    private static partial Regex MayHoldSecret();
}
