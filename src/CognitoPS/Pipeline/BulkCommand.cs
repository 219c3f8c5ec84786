using System.Diagnostics;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Reflection;
using Amazon.CognitoIdentityProvider;

namespace CognitoPS.Pipeline;

/// <summary>
/// A cmdlet that acts on each item with a request of its own, several at once, and writes the results in the items' order.
/// </summary>
public abstract class BulkCommand : PoolCommand
{
    private const int MostNames = 20;
    private static readonly TimeSpan LongRun = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan BetweenProgress = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan PatienceAfterError = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan PatienceAfterStop = TimeSpan.FromMilliseconds(300);

    private readonly Stopwatch _clock = new();
    private BulkRunner<object, object?>? _runner;
    private PSHostUserInterface? _screen;
    private TimeSpan _nextProgress = LongRun;

    /// <summary>
    /// How many requests may be under way at once: 1 to 256. Default 10. However many there are, they are paced below the service's rate
    /// for their category.
    /// </summary>
    [Parameter]
    [ValidateRange(1, 256)]
    public int ThrottleLimit { get; set; } = 10;

    /// <summary>How many items there will be, where that is known.</summary>
    private protected virtual int? KnownTotal => null;

    /// <summary>
    /// Starts the request for one item. Its result, if any, is written; its error is an error for <paramref name="target"/>.
    /// </summary>
    /// <param name="target">What the user passed.</param>
    /// <param name="key">What must not be in flight twice.</param>
    /// <param name="act">The request. A <see cref="List{T}"/> of objects is written one by one.</param>
    private protected async Task StartAsync(object target, string key, Func<CancellationToken, Task<object?>> act)
    {
        _runner ??= StartRun();
        await _runner.AddAsync(target, key, act);
        ShowProgress(_runner);
    }

    /// <summary>
    /// Starts the list of one item, side by side with those of others; one after another where -First or -Skip count across them.
    /// </summary>
    private protected Task StartListAsync<TRequest, TResponse, TItem>(
        object target,
        string key,
        IAmazonCognitoIdentityProvider client,
        PagedOperation<TRequest, TResponse, TItem> operation,
        TRequest request,
        Func<TItem, object> select
    )
    {
        if (CountsItems)
            return TryAsync(
                target,
                () => WriteListAsync(Pager.PagesAsync(client, operation, request, Wanted(filters: false), StopToken), select)
            );
        return StartAsync(
            target,
            key,
            async token =>
            {
                var all = new List<object>();
                await foreach (
                    IReadOnlyList<TItem> page in Pager
                        .PagesAsync(client, operation, request, cancellationToken: token)
                        .ConfigureAwait(false)
                )
                    all.AddRange(page.Select(select));
                return all;
            }
        );
    }

    private protected override async Task EndAsync()
    {
        if (_runner is null)
            return;
        await _runner.CompleteAsync();
        if (_nextProgress > LongRun)
            WriteProgress(new ProgressRecord(0, MyInvocation.MyCommand.Name, "Done") { RecordType = ProgressRecordType.Completed });
    }

    /// <summary>When a run of changes is cut short, says what became of those under way.</summary>
    private protected override void OnEnd()
    {
        if (_runner is { IsIdle: true })
        {
            _runner.Dispose();
        }
        else if (_runner is not null && GetType().GetCustomAttribute<CmdletAttribute>() is { SupportsShouldProcess: true })
        {
            TimeSpan patience = StopToken.IsCancellationRequested ? PatienceAfterStop : PatienceAfterError;
            PipelineLoop.Run(async () => TellRemainder(await _runner.StopAsync(patience)), CancellationToken.None);
        }

        base.OnEnd();
    }

    private BulkRunner<object, object?> StartRun()
    {
        _clock.Start();
        _screen = Host?.UI;
        object? onError = MyInvocation.BoundParameters.TryGetValue("ErrorAction", out object? given)
            ? given
            : GetVariableValue("ErrorActionPreference");
        return new BulkRunner<object, object?>(
            ThrottleLimit,
            Report,
            stopsAtError: $"{onError}" == nameof(ActionPreference.Stop),
            StopToken
        );
    }

    private async Task Report(object target, Task<object?> outcome)
    {
        await TryAsync(
            target,
            async () =>
            {
                object? result = await outcome;
                if (result is List<object> many)
                    many.ForEach(WriteObject);
                else if (result is not null)
                    WriteObject(result);
            }
        );
        ShowProgress(_runner!);
    }

    private void ShowProgress(BulkRunner<object, object?> runner)
    {
        if (_clock.Elapsed < _nextProgress)
            return;
        _nextProgress = _clock.Elapsed + BetweenProgress;
        long ended = runner.Succeeded + runner.Failed;
        double rate = ended / _clock.Elapsed.TotalSeconds;
        var record = new ProgressRecord(
            0,
            MyInvocation.MyCommand.Name,
            $"{runner.Succeeded:N0} done, {runner.Failed:N0} failed, {rate:N1} a second"
        );
        if (KnownTotal is { } total && total > 0 && rate > 0)
        {
            record.PercentComplete = (int)Math.Min(100, 100 * ended / total);
            record.SecondsRemaining = (int)Math.Max(0, (total - ended) / rate);
        }

        WriteProgress(record);
    }

    /// <summary>Straight to the screen: the streams of a stopped pipeline are closed.</summary>
    private void TellRemainder(BulkRemainder<object> left)
    {
        if (left.UnderWay == 0)
            return;
        var parts = new List<string>();
        foreach (
            (IReadOnlyList<object> items, string what) in new[]
            {
                (left.Finished, "took effect"),
                (left.Failed, "failed"),
                (left.Unknown, "may have taken effect or not"),
            }
        )
        {
            if (items.Count > 0)
                parts.Add(
                    $"{items.Count} {what} ({string.Join(", ", items.Take(MostNames).Select(item => Errors.NameOf(item) ?? $"{item}"))}{(items.Count > MostNames ? ", …" : "")})"
                );
        }

        _screen?.WriteWarningLine(
            $"{MyInvocation.MyCommand.Name} was stopped. {left.UnderWay} requests were under way or not yet shown: {string.Join("; ", parts)}. "
                + $"{left.NotSent.Count} more items had come and were not sent."
        );
    }
}
