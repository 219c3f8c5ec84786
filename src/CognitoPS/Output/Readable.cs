namespace CognitoPS.Output;

/// <summary>
/// Collections whose text is their content. Export-Csv, ConvertTo-Html and Out-GridView show a cell's text, which would otherwise be the
/// name of a .NET type.
/// </summary>
internal static class Readable
{
    private const string Separator = "; ";

    /// <summary>A list; empty for null.</summary>
    public static IReadOnlyList<T> List<T>(IEnumerable<T>? items) => new ReadableList<T>(items ?? []);

    /// <summary>A dictionary; empty for null.</summary>
    public static IReadOnlyDictionary<string, T> Table<T>(IReadOnlyDictionary<string, T>? pairs)
    {
        var table = new ReadableTable<T>((pairs as Dictionary<string, T>)?.Comparer ?? StringComparer.Ordinal);
        foreach (KeyValuePair<string, T> pair in pairs ?? new Dictionary<string, T>())
            table[pair.Key] = pair.Value;
        return table;
    }

    private sealed class ReadableList<T>(IEnumerable<T> items) : List<T>(items)
    {
        public override string ToString() => string.Join(Separator, this);
    }

    private sealed class ReadableTable<T>(IEqualityComparer<string> comparer) : Dictionary<string, T>(comparer)
    {
        public override string ToString() => string.Join(Separator, this.Select(pair => $"{pair.Key}={pair.Value}"));
    }
}
