using System.Management.Automation;

namespace CognitoPS.Pipeline;

/// <summary>A cmdlet that acts on each item with a request of its own, several at once, and writes the results in the items' order.</summary>
public abstract class BulkCommand : PoolCommand
{
    private BulkRunner<object, object?>? _runner;

    /// <summary>How many requests may be under way at once: 1 to 256. Default 10. However many there are, they are paced below the service's rate for their category.</summary>
    [Parameter]
    [ValidateRange(1, 256)]
    public int ThrottleLimit { get; set; } = 10;

    /// <summary>Starts the request for one item. Its result, if any, is written; its error is an error for <paramref name="target"/>.</summary>
    /// <param name="target">What the user passed.</param>
    /// <param name="key">What must not be in flight twice.</param>
    /// <param name="act">The request.</param>
    private protected Task StartAsync(object target, string key, Func<CancellationToken, Task<object?>> act)
    {
        _runner ??= new BulkRunner<object, object?>(ThrottleLimit, Report);
        return _runner.AddAsync(target, key, act, StopToken);
    }

    private protected override Task EndAsync() => _runner?.CompleteAsync() ?? Task.CompletedTask;

    private Task Report(object target, Task<object?> outcome) => TryAsync(target, async () =>
    {
        if (await outcome is { } result)
            WriteObject(result);
    });
}
