#if LOCAL_SERVER
namespace CognitoPS.LocalServer.Model;

#else
namespace CognitoPS.Settings;

#endif

/// <summary>Finds what somebody probably meant.</summary>
internal static class NearestName
{
    /// <summary>The one of <paramref name="known"/> that is fewest edits away from <paramref name="name"/>.</summary>
    public static string Of(string name, IEnumerable<string> known) =>
        known
            .OrderBy(candidate => Distance(name.ToUpperInvariant(), candidate.ToUpperInvariant()))
            .ThenBy(candidate => candidate, StringComparer.Ordinal)
            .First();

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
