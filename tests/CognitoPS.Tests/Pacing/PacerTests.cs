using CognitoPS.Pacing;
using Xunit;

namespace CognitoPS.Tests.Pacing;

/// <summary>The pace of requests, on a clock of the test's own.</summary>
public sealed class PacerTests
{
    private double _now = 100;

    [Fact]
    public void A_thousand_requests_take_the_quotas_time_and_little_more()
    {
        Pacer pacer = Service();

        double[] leave = [.. Enumerable.Range(0, 1000).Select(_ => Leave(pacer, "AdminDisableUser"))];

        Assert.InRange(leave[^1] - leave[0], 1000 / 25.0, 1000 / 25.0 * 1.05);
    }

    [Fact]
    public void No_stretch_of_time_holds_more_than_the_rate_and_a_fifth_of_a_second()
    {
        Pacer pacer = Service();
        double[] leave = [.. Enumerable.Range(0, 500).Select(_ => Leave(pacer, "AdminDisableUser"))];

        Assert.All(Enumerable.Range(0, 400), i => Assert.InRange(leave.Count(time => time >= leave[i] && time < leave[i] + 2), 0, 50 + 5));
    }

    [Fact]
    public void Categories_do_not_wait_for_each_other()
    {
        Pacer pacer = Service();
        for (int i = 0; i < 100; i++)
            Leave(pacer, "AdminDisableUser");

        Assert.Equal(TimeSpan.Zero, pacer.Reserve("AdminGetUser", null));
    }

    [Fact]
    public void An_operation_on_what_is_in_a_pool_keeps_to_five_a_second_for_each_pool()
    {
        Pacer pacer = Service();
        double[] first = [.. Enumerable.Range(0, 11).Select(_ => _now + pacer.Reserve("CreateGroup", "eu-west-1_A").TotalSeconds)];

        Assert.InRange(first[^1] - first[0], 1.8, 2.2);
        Assert.InRange(pacer.Reserve("CreateGroup", "eu-west-1_B").TotalSeconds, 0, 1);
    }

    [Fact]
    public void Throttling_lowers_the_pace_and_it_comes_back()
    {
        Pacer pacer = Service();
        double Interval()
        {
            _now += 10;
            Leave(pacer, "AdminDisableUser");
            for (int i = 0; i < 20; i++)
                Leave(pacer, "AdminDisableUser");
            double before = Leave(pacer, "AdminDisableUser");
            return Leave(pacer, "AdminDisableUser") - before;
        }

        double normal = Interval();
        _now += 10;
        for (int i = 0; i < 5; i++)
        {
            pacer.SlowDown("AdminDisableUser");
            _now += 1;
        }

        _now -= 10;
        double slowed = Interval();
        _now += 100;

        Assert.True(slowed > normal * 2, $"{slowed} against {normal}");
        Assert.Equal(normal, Interval(), 6);
    }

    [Fact]
    public void A_rate_can_be_raised_and_pacing_turned_off()
    {
        Assert.Equal(50, RateLimits.Parse(new System.Collections.Hashtable { ["UserUpdate"] = 50 }).PerSecond["UserUpdate"]);
        Assert.True(RateLimits.Parse(0).IsOff);
        Assert.Equal(
            "InvalidRateLimit",
            Assert
                .Throws<CognitoPS.Errors.CognitoException>(() => RateLimits.Parse(new System.Collections.Hashtable { ["UserUpdat"] = 50 }))
                .Id
        );
    }

    private Pacer Service() => new(RateLimits.Service.PerSecond, () => _now);

    private double Leave(Pacer pacer, string operation) => _now + pacer.Reserve(operation, null).TotalSeconds;
}
