using CognitoPS.Settings;
using Xunit;

namespace CognitoPS.Tests.Cmdlets;

public class DurationTests
{
    [Theory]
    [InlineData("90d", 90 * 86_400)]
    [InlineData("90 days", 90 * 86_400)]
    [InlineData("1 Week", 7 * 86_400)]
    [InlineData("12h", 12 * 3600)]
    [InlineData("2 hrs", 2 * 3600)]
    [InlineData("30 min", 30 * 60)]
    [InlineData("45s", 45)]
    [InlineData("00:30:00", 1800)]
    [InlineData("1.00:00:00", 86_400)]
    public void A_number_with_a_unit_or_the_text_of_a_TimeSpan_is_read(string text, int seconds)
    {
        Assert.True(Duration.TryParse(text, out TimeSpan span));
        Assert.Equal(TimeSpan.FromSeconds(seconds), span);
    }

    [Theory]
    [InlineData("")]
    [InlineData("90")]
    [InlineData("1x")]
    [InlineData("days")]
    [InlineData("1h30")]
    [InlineData("99999999999999d")]
    [InlineData("999999999999999999999h")]
    public void Anything_else_is_not(string text) => Assert.False(Duration.TryParse(text, out _));

    [Theory]
    [InlineData("1h", 1, "hours")]
    [InlineData("90 min", 90, "minutes")]
    [InlineData("00:30:00", 30, "minutes")]
    [InlineData("2", 2, null)]
    public void A_tokens_validity_brings_its_unit(string text, int number, string? unit)
    {
        var validity = new TokenValidity(text);
        Assert.Equal((number, unit), (validity.Number, validity.Unit));
    }

    [Theory]
    [InlineData("1x")]
    [InlineData("-00:01:00")]
    [InlineData("00:00:00.5")]
    public void A_validity_that_is_none_is_refused(string text) => Assert.Throws<FormatException>(() => new TokenValidity(text));
}
