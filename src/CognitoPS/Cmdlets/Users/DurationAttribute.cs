using System.Globalization;
using System.Management.Automation;
using System.Text.RegularExpressions;

namespace CognitoPS.Cmdlets.Users;

/// <summary>Lets a TimeSpan be given as 90d, 12h, 4w, or as a number of days.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class DurationAttribute : ArgumentTransformationAttribute
{
    private static readonly Regex Form = new(
        @"^\s*(?<number>\d+)\s*(?<unit>[hdw]?)\s*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    );

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object given = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        if (Form.Match(Convert.ToString(given, CultureInfo.InvariantCulture) ?? "") is not { Success: true } match || given is TimeSpan)
            return given;
        double number = double.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture);
        return match.Groups["unit"].Value.ToUpperInvariant() switch
        {
            "H" => TimeSpan.FromHours(number),
            "W" => TimeSpan.FromDays(7 * number),
            _ => TimeSpan.FromDays(number),
        };
    }
}
