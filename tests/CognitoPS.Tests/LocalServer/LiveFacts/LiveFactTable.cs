using System.Reflection;
using System.Text.Json;

namespace CognitoPS.Tests.LocalServer.LiveFacts;

/// <summary>The rows of all files.</summary>
internal static class LiveFactTable
{
    internal static readonly string[] Degrees = ["measured live", "test run on AWS", "documented", "hearsay"];

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        AllowTrailingCommas = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    internal static IReadOnlyDictionary<string, LiveFact> Rows { get; } = Read();

    private static Dictionary<string, LiveFact> Read()
    {
        var assembly = Assembly.GetExecutingAssembly();
        Dictionary<string, LiveFact> rows = [];
        foreach (string name in assembly.GetManifestResourceNames().Where(name => name.StartsWith("LiveFacts/", StringComparison.Ordinal)))
        {
            using Stream file = assembly.GetManifestResourceStream(name)!;
            foreach (LiveFact row in JsonSerializer.Deserialize<LiveFact[]>(file, Format)!)
            {
                if (!rows.TryAdd(row.Fact, row))
                    throw new InvalidDataException($"{name}: there are two rows '{row.Fact}'.");
            }
        }
        return rows;
    }
}
