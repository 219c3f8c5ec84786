using System.Globalization;

namespace CognitoPS.Settings;

/// <summary>
/// How long a token is valid: a number in the unit that TokenValidityUnits names, or a time span, which brings its unit with it.
/// </summary>
public sealed class TokenValidity : ISettingValue
{
    private const string UnitsMember = "TokenValidityUnits";

    private readonly TimeSpan? _span;

    /// <summary>In the unit of TokenValidityUnits.</summary>
    public TokenValidity(int number) => Number = number;

    /// <summary>In the largest unit that measures it exactly.</summary>
    public TokenValidity(TimeSpan span)
    {
        if (span < TimeSpan.Zero || span.Ticks % TimeSpan.TicksPerSecond != 0 || span.TotalSeconds > int.MaxValue)
            throw new FormatException($"A token cannot be valid for {span}. Specify whole seconds.");
        _span = span;
        (Number, Unit) = 0 switch
        {
            _ when span.Ticks % TimeSpan.TicksPerDay == 0 => ((int)span.TotalDays, "days"),
            _ when span.Ticks % TimeSpan.TicksPerHour == 0 => ((int)span.TotalHours, "hours"),
            _ when span.Ticks % TimeSpan.TicksPerMinute == 0 => ((int)span.TotalMinutes, "minutes"),
            _ => ((int)span.TotalSeconds, "seconds"),
        };
    }

    /// <summary>A number, or a time span such as 30m or 00:30:00.</summary>
    public TokenValidity(string text)
        : this(default(TimeSpan))
    {
        if (int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out int number))
            (_span, Number, Unit) = (null, number, null);
        else if (Duration.TryParse(text, out TimeSpan span) && new TokenValidity(span) is var parsed)
            (_span, Number, Unit) = (span, parsed.Number, parsed.Unit);
        else
            throw new FormatException($"'{text}' is not a time span. {Duration.Forms}");
    }

    /// <summary>The number.</summary>
    public int Number { get; }

    /// <summary>seconds, minutes, hours or days; null for the unit that the client has.</summary>
    public string? Unit { get; }

    /// <inheritdoc/>
    public override string ToString() => _span?.ToString() ?? Number.ToString(CultureInfo.InvariantCulture);

    void ISettingValue.ApplyTo(object request, string member)
    {
        SettingTree.Write(request, member, (int?)Number);
        if (Unit is null)
            return;
        string token = member.Substring(0, member.Length - "Validity".Length);
        Type type = SettingTree.TypeAt(request.GetType(), $"{UnitsMember}.{token}");
        SettingTree.Write(request, $"{UnitsMember}.{token}", SettingConverter.Convert(Unit, type, UnitsMember));
    }
}
