using System.Globalization;

namespace CognitoPS.Settings;

/// <summary>Dates as the service takes them where it takes text.</summary>
internal static class DateText
{
    /// <summary>In UTC, to the millisecond.</summary>
    public static string Of(DateTime date) => date.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
