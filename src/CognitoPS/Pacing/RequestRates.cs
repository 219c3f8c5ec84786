using System.Text.Json;

#if LOCAL_SERVER
namespace CognitoPS.LocalServer.Model;

#else
namespace CognitoPS.Pacing;

#endif

/// <summary>
/// The service's default request rates, from model/request-rates.json: which category an operation counts in, and how many a second that
/// category has. Needs nothing else of the module, so that the local server can compile the same file.
/// </summary>
internal static class RequestRates
{
    private static readonly Dictionary<string, RequestRate> ByOperation = new(StringComparer.Ordinal);
    private static readonly Dictionary<string, RequestRate> ByCategory = new(StringComparer.OrdinalIgnoreCase);

    static RequestRates()
    {
        using Stream stream = typeof(RequestRates).Assembly.GetManifestResourceStream("request-rates.json")!;
        using var table = JsonDocument.Parse(stream);
        PerSecondAndPool = table.RootElement.GetProperty("perSecondAndPool").GetProperty("rate").GetInt32();
        foreach (JsonElement row in table.RootElement.GetProperty("categories").EnumerateArray())
        {
            RequestRate rate = new(
                row.GetProperty("category").GetString()!,
                row.GetProperty("perSecond").GetInt32(),
                row.GetProperty("raisable").GetBoolean(),
                row.GetProperty("perPool").GetBoolean()
            );
            ByCategory.Add(rate.Category, rate);
            foreach (JsonElement operation in row.GetProperty("named").EnumerateArray())
                ByOperation.Add(operation.GetString()!, rate);
            foreach (JsonProperty operation in row.GetProperty("assigned").EnumerateObject())
                ByOperation.Add(operation.Name, rate);
        }
    }

    /// <summary>The categories and their rates.</summary>
    internal static IReadOnlyCollection<RequestRate> Categories => ByCategory.Values;

    /// <summary>Requests a second of one operation about one pool, in the categories that have such a rate.</summary>
    internal static int PerSecondAndPool { get; }

    /// <summary>The rate that an operation counts against; null for an operation that the model does not have.</summary>
    internal static RequestRate? Of(string operation) => ByOperation.TryGetValue(operation, out RequestRate? rate) ? rate : null;

    /// <summary>The rate of a category by its name, in any case; null where there is no such category.</summary>
    internal static RequestRate? OfCategory(string category) => ByCategory.TryGetValue(category, out RequestRate? rate) ? rate : null;
}
