#if LOCAL_SERVER
namespace CognitoPS.LocalServer.Model;

#else
namespace CognitoPS.Settings;

#endif

/// <summary>Finds what somebody probably meant.</summary>
internal static class NearestName
{
    /// <summary>
    /// The one of <paramref name="known"/> that is fewest edits away from <paramref name="name"/>; null where none is near: at most every
    /// third letter may differ.
    /// </summary>
    public static string? Of(string name, IEnumerable<string> known) =>
        known
            .Select(candidate => (candidate, distance: Distance(name.ToUpperInvariant(), candidate.ToUpperInvariant())))
            .Where(one => one.distance <= Math.Max(1, Math.Max(name.Length, one.candidate.Length) / 3))
            .OrderBy(one => one.distance)
            .ThenBy(one => one.candidate, StringComparer.Ordinal)
            .FirstOrDefault()
            .candidate;

    /// <summary>What to write instead of <paramref name="name"/>: the nearest, if there is one, and all.</summary>
    public static string Advice(string name, IEnumerable<string> known) =>
        $"{(Of(name, known) is { } nearest ? $"Did you mean {nearest}? " : "")}Valid names: {string.Join(", ", known)}.";

    private static int Distance(string from, string to)
    {
        int[] row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (int i = 1; i <= from.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.Length; j++)
            {
                int replaced = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[to.Length];
    }
}
