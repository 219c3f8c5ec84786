using System.Collections.Concurrent;

namespace CognitoPS.Pacing;

/// <summary>
/// Spaces the requests of an account in a region so that each category stays below its rate. When the service throttles
/// all the same, the category slows down by half for a while and finds its way back.
/// </summary>
internal sealed class Pacer(IReadOnlyDictionary<string, double> perSecond)
{
    private readonly ConcurrentDictionary<string, Lane> _lanes = new(StringComparer.Ordinal);

    /// <summary>Waits until a request of <paramref name="operation"/> may leave.</summary>
    public Task WaitAsync(string operation, CancellationToken cancellationToken)
    {
        TimeSpan wait = LaneOf(operation)?.Reserve() ?? TimeSpan.Zero;
        return wait > TimeSpan.Zero ? Task.Delay(wait, cancellationToken) : Task.CompletedTask;
    }

    /// <summary>The service throttled <paramref name="operation"/>.</summary>
    public void SlowDown(string operation) => LaneOf(operation)?.SlowDown();

    private Lane? LaneOf(string operation)
    {
        string category = RequestRates.CategoryOf(operation);
        return perSecond.TryGetValue(category, out double rate) && rate > 0 ? _lanes.GetOrAdd(category, _ => new Lane(rate)) : null;
    }

    /// <summary>One category: requests leave one interval apart, after a pause up to a fifth of a second's worth at once.</summary>
    private sealed class Lane(double rate)
    {
        private const double Margin = 0.97;
        private const double BurstSeconds = 0.2;

        private readonly object _gate = new();
        private readonly long _start = Environment.TickCount;
        private double _next;
        private double _slowUntil;

        public TimeSpan Reserve()
        {
            lock (_gate)
            {
                double now = Now;
                double interval = 1 / (rate * Margin) * (now < _slowUntil ? 2 : 1);
                _next = Math.Max(_next, now - BurstSeconds) + interval;
                return TimeSpan.FromSeconds(Math.Max(0, _next - interval - now));
            }
        }

        public void SlowDown()
        {
            lock (_gate)
                _slowUntil = Now + 1;
        }

        private double Now => unchecked((uint)(Environment.TickCount - _start)) / 1000.0;
    }
}
