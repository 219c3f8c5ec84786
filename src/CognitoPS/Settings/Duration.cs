using System.Globalization;
using System.Text.RegularExpressions;

namespace CognitoPS.Settings;

/// <summary>Time spans as people write them: a number with a unit, or the text of a TimeSpan.</summary>
internal static class Duration
{
    /// <summary>What a time span looks like, for errors.</summary>
    public const string Forms = "Write a number with a unit, such as 90d, 12h, 30m or '2 weeks', or a time span such as 00:30:00.";

    private static readonly Regex Form = new(
        @"^\s*(?<number>\d+)\s*(?<unit>[smhdw])(ec|econd|in|inute|our|r|ay|eek|k)?s?\s*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    );

    /// <summary>Reads a time span. A number without a unit is none: its unit is for the caller to say.</summary>
    public static bool TryParse(string text, out TimeSpan span)
    {
        span = TimeSpan.Zero;
        Match match = Form.Match(text);
        if (!match.Success)
            return text.IndexOf(':') >= 0 && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out span);
        long seconds = match.Groups["unit"].Value.ToUpperInvariant() switch
        {
            "S" => 1,
            "M" => 60,
            "H" => 3600,
            "D" => 86_400,
            _ => 7 * 86_400,
        };
        if (!long.TryParse(match.Groups["number"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out long number))
            return false;
        if (number > (long)TimeSpan.MaxValue.TotalSeconds / seconds)
            return false;
        span = TimeSpan.FromSeconds(number * seconds);
        return true;
    }
}
