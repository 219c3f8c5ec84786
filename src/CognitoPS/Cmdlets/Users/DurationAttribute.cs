using System.Globalization;
using System.Management.Automation;
using CognitoPS.Settings;

namespace CognitoPS.Cmdlets.Users;

/// <summary>Accepts a TimeSpan such as 90d, 12h or '4 weeks', or a number of days.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class DurationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object given = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        if (given is not IConvertible)
            return given;
        string text = Convert.ToString(given, CultureInfo.InvariantCulture) ?? "";
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double days) && days <= MostDays)
            return TimeSpan.FromDays(days);
        return Duration.TryParse(text, out TimeSpan span)
            ? span
            : throw new ArgumentTransformationMetadataException(
                $"'{text}' is not a time span. {Duration.Forms} A number alone means days."
            );
    }

    private static double MostDays => Math.Floor(TimeSpan.MaxValue.TotalDays);
}
