namespace CognitoPS.Help;

/// <summary>CHANGELOG.md, whose top entry is the next version.</summary>
internal static class Changelog
{
    private const string Entry = "## ";

    /// <summary>The top entry: its title, a version and a date in parentheses, then what it says.</summary>
    /// <exception cref="HelpException">It is about another version.</exception>
    public static string TopEntry(string path, string version)
    {
        string[] lines =
        [
            .. File.ReadLines(path)
                .SkipWhile(line => !line.StartsWith(Entry, StringComparison.Ordinal))
                .TakeWhile((line, index) => index == 0 || !line.StartsWith(Entry, StringComparison.Ordinal)),
        ];
        return lines is [{ } title, ..] && title[Entry.Length..].Split(' ')[0] == version
            ? string.Join('\n', lines)[Entry.Length..].TrimEnd()
            : throw new HelpException($"{path}: the top entry is not about version {version}, which the manifest has.");
    }
}
