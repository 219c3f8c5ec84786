using System.Collections.Concurrent;
using System.Diagnostics;

namespace CognitoPS.Pacing;

/// <summary>
/// Spaces the requests of an account in a region so that each category stays below its rate. When the service throttles
/// all the same (others use the same rate), the category slows down and finds its way back.
/// </summary>
/// <param name="perSecond">Requests a second by category; a category that is missing, or 0, is not paced.</param>
/// <param name="now">Seconds that have passed, for tests.</param>
internal sealed class Pacer(IReadOnlyDictionary<string, double> perSecond, Func<double>? now = null)
{
    private readonly ConcurrentDictionary<string, Lane> _lanes = new(StringComparer.Ordinal);
    private readonly Func<double> _now = now ?? (() => Stopwatch.GetTimestamp() / (double)Stopwatch.Frequency);

    /// <summary>Waits until a request of <paramref name="operation"/> about <paramref name="userPoolId"/> may leave.</summary>
    public Task WaitAsync(string operation, string? userPoolId, CancellationToken cancellationToken)
    {
        TimeSpan wait = Reserve(operation, userPoolId);
        return wait > TimeSpan.Zero ? Task.Delay(wait, cancellationToken) : Task.CompletedTask;
    }

    /// <summary>The service throttled <paramref name="operation"/>.</summary>
    public void SlowDown(string operation)
    {
        if (RequestRates.Of(operation) is { } rate)
            LaneOf(rate)?.SlowDown(_now());
    }

    /// <summary>Takes the next turn of <paramref name="operation"/> and says how long to wait for it.</summary>
    internal TimeSpan Reserve(string operation, string? userPoolId)
    {
        if (RequestRates.Of(operation) is not { } rate || LaneOf(rate) is not { } lane)
            return TimeSpan.Zero;
        double wait = lane.Reserve(_now());
        if (userPoolId is not null && rate.PerPool)
            wait = Math.Max(
                wait,
                _lanes
                    .GetOrAdd(
                        $"{operation} {userPoolId}",
                        _ => new Lane(RequestRates.PerSecondAndPool * perSecond[rate.Category] / rate.PerSecond)
                    )
                    .Reserve(_now())
            );
        return TimeSpan.FromSeconds(wait);
    }

    private Lane? LaneOf(RequestRate category) =>
        perSecond.TryGetValue(category.Category, out double rate) && rate > 0
            ? _lanes.GetOrAdd(category.Category, _ => new Lane(rate))
            : null;

    /// <summary>A token bucket: requests leave one interval apart, after a pause up to a fifth of a second's worth at once.</summary>
    private sealed class Lane(double rate)
    {
        private const double Margin = 0.97;
        private const double BurstSeconds = 0.2;
        private const double Least = 0.1;
        private const double RecoveryPerSecond = 0.05;

        private readonly object _gate = new();
        private double _next = double.MinValue;
        private double _pace = 1;
        private double _paceSince;
        private double _slowedAt = double.MinValue;

        public double Reserve(double now)
        {
            lock (_gate)
            {
                double interval = 1 / (rate * Margin * PaceAt(now));
                double turn = Math.Max(_next, now - BurstSeconds);
                _next = turn + interval;
                return Math.Max(0, turn - now);
            }
        }

        /// <summary>A third slower, at most once for what was sent in the same half second; a twentieth comes back each second.</summary>
        public void SlowDown(double now)
        {
            lock (_gate)
            {
                if (now < _slowedAt + 0.5)
                    return;
                _pace = Math.Max(Least, PaceAt(now) * 0.67);
                _paceSince = _slowedAt = now;
            }
        }

        private double PaceAt(double now) => Math.Min(1, _pace + (Math.Max(0, now - _paceSince) * RecoveryPerSecond));
    }
}
