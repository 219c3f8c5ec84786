namespace CognitoPS.Output;

/// <summary>
/// Collections whose text is their content. Export-Csv, ConvertTo-Html and Out-GridView show a cell's text, which would otherwise be the
/// name of a .NET type.
/// </summary>
internal static class Readable
{
    private const string Separator = "; ";

    /// <summary>A list; empty for null.</summary>
    public static IReadOnlyList<T> List<T>(IEnumerable<T>? items)
    {
        var list = new ReadableList<T>();
        list.AddRange(items ?? []);
        return list;
    }

    /// <summary>A dictionary with the letter case of its source; empty for null.</summary>
    public static IReadOnlyDictionary<string, T> Table<T>(IReadOnlyDictionary<string, T>? pairs)
    {
        var table = new ReadableTable<T>((pairs as Dictionary<string, T>)?.Comparer ?? StringComparer.Ordinal);
        foreach (KeyValuePair<string, T> pair in pairs ?? new Dictionary<string, T>())
            table[pair.Key] = pair.Value;
        return table;
    }

    private sealed class ReadableList<T> : List<T>
    {
        public override string ToString() => string.Join(Separator, this);
    }

    // Copies are made without arguments.
    private sealed class ReadableTable<T> : Dictionary<string, T>
    {
        public ReadableTable() { }

        public ReadableTable(IEqualityComparer<string> comparer)
            : base(comparer) { }

        public override string ToString() => string.Join(Separator, this.Select(pair => $"{pair.Key}={pair.Value}"));
    }
}
