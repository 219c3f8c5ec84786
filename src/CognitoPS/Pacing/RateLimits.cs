using System.Collections;
using System.Management.Automation;
using CognitoPS.Errors;

namespace CognitoPS.Pacing;

/// <summary>The rates that requests are paced at: the service's defaults, some of them raised, or none.</summary>
internal sealed class RateLimits
{
    public static readonly RateLimits Service = new(
        RequestRates.Categories.ToDictionary(rate => rate.Category, rate => (double)rate.PerSecond, StringComparer.OrdinalIgnoreCase)
    );
    private static readonly RateLimits Off = new(new Dictionary<string, double>());

    private RateLimits(IReadOnlyDictionary<string, double> perSecond) => PerSecond = perSecond;

    /// <summary>Requests a second by category; a category that is missing is not paced.</summary>
    public IReadOnlyDictionary<string, double> PerSecond { get; }

    public bool IsOff => PerSecond.Count == 0;

    /// <summary>Reads what -RateLimit takes: 0, or a hashtable of category and requests a second.</summary>
    /// <exception cref="CognitoException">InvalidRateLimit.</exception>
    public static RateLimits Parse(object value)
    {
        value = value is PSObject wrapped ? wrapped.BaseObject : value;
        if (value is not IDictionary table)
            return LanguagePrimitives.TryConvertTo(value, out double rate) && rate == 0
                ? Off
                : throw Invalid($"'{value}' is neither 0 nor a hashtable.");
        var rates = Service.PerSecond.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry entry in table)
        {
            string category = entry.Key.ToString() ?? "";
            if (!rates.ContainsKey(category))
                throw Invalid($"There is no category '{category}'.");
            rates[category] =
                LanguagePrimitives.TryConvertTo(entry.Value, out double perSecond) && perSecond >= 0
                    ? perSecond
                    : throw Invalid($"'{entry.Value}' is not a number of requests per second.");
        }

        return new RateLimits(rates);
    }

    private static CognitoException Invalid(string message) =>
        new(
            "InvalidRateLimit",
            ErrorCategory.InvalidArgument,
            message,
            $"To turn pacing off, use 0. To set requests per second by category, use a hashtable such as @{{ UserUpdate = 50 "
                + $"}}. Categories: {string.Join(", ", RequestRates.Categories.Select(rate => rate.Category))}."
        );
}
