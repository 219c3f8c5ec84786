using Amazon.Runtime;
using Amazon.Runtime.Internal;
using CognitoPS.Errors;
using CognitoPS.Pacing;

namespace CognitoPS.Connection;

/// <summary>
/// Retries throttled requests, with growing pauses, until they pass or five minutes are over; everything else as the
/// runtime does, but what found no answer only within the time-out. A quota (<c>LimitExceededException</c>) is not retried, although the
/// runtime takes it for throttling.
/// </summary>
internal sealed class ThrottleRetryPolicy : StandardRetryPolicy
{
    private const string MarkName = "CognitoPS.Throttled";
    private const string BeginName = "CognitoPS.Begin";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);
    private static readonly Random Jitter = new();

    private readonly Pacer? _pacer;

    public ThrottleRetryPolicy(IClientConfig config, Pacer? pacer)
        : base(config)
    {
        _pacer = pacer;
        ThrottlingErrorCodes = new HashSet<string>(
            ThrottlingErrorCodes.Where(code => code != "LimitExceededException"),
            StringComparer.OrdinalIgnoreCase
        );
    }

    public static string OperationOf(IExecutionContext context)
    {
        string name = context.RequestContext.RequestName;
        return name.EndsWith("Request", StringComparison.Ordinal) ? name.Substring(0, name.Length - "Request".Length) : name;
    }

    /// <summary>Notes when a request begins, before its first attempt.</summary>
    public static void Begin(IExecutionContext context) => context.RequestContext.ContextAttributes[BeginName] = DateTime.UtcNow;

    /// <summary>Nearly over is over: the clock and the timer that cut the attempt off differ by some milliseconds.</summary>
    private static bool IsTimeOver(IExecutionContext context) =>
        context.RequestContext.ContextAttributes.TryGetValue(BeginName, out object? begin)
        && (DateTime.UtcNow - (DateTime)begin).TotalSeconds >= 0.9 * context.RequestContext.ClientConfig.Timeout?.TotalSeconds;

    /// <summary>
    /// A throttled request is repeated however often it failed otherwise; what fails otherwise, as often as the runtime says.
    /// </summary>
    public override async Task<bool> RetryForExceptionAsync(IExecutionContext executionContext, Exception exception)
    {
        RequestTracker? flight = RequestTracker.Current;
        if (
            flight?.Stop.IsCancellationRequested is true
            || exception is CognitoException or AmazonServiceException { ErrorCode: "LimitExceededException" }
        )
            return false;
        if (!IsThrottlingError(exception))
            return OtherRetries(executionContext) < MaxRetries
                && !(ErrorTable.IsTimeout(exception) && IsTimeOver(executionContext))
                && await base.RetryForExceptionAsync(executionContext, exception).ConfigureAwait(false);
        flight?.Refused();
        Mark mark = MarkOf(executionContext) ?? NewMark(executionContext);
        mark.Throttled++;
        _pacer?.SlowDown(OperationOf(executionContext));
        return DateTime.UtcNow < mark.Deadline;
    }

    /// <summary>Only the last word: it is asked before anyone knows whether the request was throttled.</summary>
    public override bool RetryLimitReached(IExecutionContext executionContext) => OtherRetries(executionContext) > MaxRetries;

    private static int OtherRetries(IExecutionContext executionContext) =>
        executionContext.RequestContext.Retries - (MarkOf(executionContext)?.Throttled ?? 0);

    public override bool OnRetry(IExecutionContext executionContext, bool bypassAcquireCapacity, bool isThrottlingError) =>
        isThrottlingError || base.OnRetry(executionContext, bypassAcquireCapacity, isThrottlingError);

    public override Task WaitBeforeRetryAsync(IExecutionContext executionContext)
    {
        if (MarkOf(executionContext) is not { } mark)
            return base.WaitBeforeRetryAsync(executionContext);
        double ceiling = Math.Min(LongestPause.TotalMilliseconds, 100 * Math.Pow(2, Math.Min(mark.Throttled, 10)));
        double share;
        lock (Jitter)
            share = Jitter.NextDouble();
        return Task.Delay(
            TimeSpan.FromMilliseconds(ceiling / 2 * (1 + share)),
            RequestTracker.Current?.Stop ?? executionContext.RequestContext.CancellationToken
        );
    }

    private static Mark? MarkOf(IExecutionContext context) =>
        context.RequestContext.ContextAttributes.TryGetValue(MarkName, out object? mark) ? (Mark)mark : null;

    private static Mark NewMark(IExecutionContext context)
    {
        var mark = new Mark(DateTime.UtcNow + Patience);
        context.RequestContext.ContextAttributes[MarkName] = mark;
        return mark;
    }

    private sealed class Mark(DateTime deadline)
    {
        public DateTime Deadline { get; } = deadline;

        public int Throttled { get; set; }
    }
}
