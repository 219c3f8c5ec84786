using System.Management.Automation;
using System.Management.Automation.Host;
using System.Reflection;
using CognitoPS.Connection;
using CognitoPS.Errors;
using CognitoPS.Threading;

namespace CognitoPS.Pipeline;

/// <summary>
/// One cmdlet's run over many items: a <see cref="BulkRunner{TItem,TResult}"/> whose outcomes are written by the cmdlet, with progress on
/// long runs, and with word of what became of the rest when it is cut short.
/// </summary>
internal sealed class BulkRun
{
    private const int MostNames = 20;
    private static readonly TimeSpan PatienceAfterError = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan PatienceAfterStop = TimeSpan.FromMilliseconds(300);

    private readonly AsyncCommand _cmdlet;
    private readonly RunProgress _progress;
    private readonly BulkRunner<object, object?> _runner;
    private readonly PSHostUserInterface? _screen;

    /// <param name="cmdlet">Writes what comes out.</param>
    /// <param name="limit">Requests under way at once.</param>
    /// <param name="total">How many items there will be, where that is known.</param>
    public BulkRun(AsyncCommand cmdlet, int limit, int? total)
    {
        (_cmdlet, _progress, _screen) = (cmdlet, new RunProgress(cmdlet, total), cmdlet.Host?.UI);
        _runner = new BulkRunner<object, object?>(limit, ReportAsync, cmdlet.StopsAtError, cmdlet.StopToken);
    }

    /// <summary>Starts the request for one item as soon as there is room.</summary>
    public async Task AddAsync(object target, string key, Func<CancellationToken, Task<object?>> act)
    {
        // On the thread pool: what a request awaits must not come back to the pipeline's context.
        await _runner.AddAsync(target, key, token => Task.Run(() => act(token), CancellationToken.None));
        ShowProgress();
    }

    /// <summary>Waits until nothing with this key is under way, and reports what has ended by then.</summary>
    public Task WhenFreeAsync(string key) => _runner.WhenFreeAsync(key);

    /// <summary>Waits for everything under way.</summary>
    public async Task CompleteAsync()
    {
        await _runner.CompleteAsync();
        _progress.Complete();
    }

    /// <summary>The cmdlet has ended, or was cut short.</summary>
    public void End()
    {
        if (_runner.IsIdle)
        {
            _runner.Dispose();
        }
        else if (_cmdlet.GetType().GetCustomAttribute<CmdletAttribute>() is { SupportsShouldProcess: true })
        {
            TimeSpan patience = _cmdlet.StopToken.IsCancellationRequested ? PatienceAfterStop : PatienceAfterError;
            PipelineLoop.Run(async () => TellRemainder(await _runner.StopAsync(patience)), CancellationToken.None);
        }
    }

    private string Name => _cmdlet.MyInvocation.MyCommand.Name;

    private async Task ReportAsync(object target, Task<object?> outcome)
    {
        await _cmdlet.TryAsync(target, async () => _cmdlet.WriteResult(await outcome));
        ShowProgress();
    }

    private void ShowProgress() => _progress.Show(_runner.Succeeded, _runner.Failed);

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
                (left.Unknown, "may or may not have taken effect"),
            }
        )
        {
            if (items.Count > 0)
            {
                IEnumerable<string> names = items.Take(MostNames).Select(item => ErrorTable.NameOf(item) ?? $"{item}");
                parts.Add($"{items.Count} {what} ({string.Join(", ", names)}{(items.Count > MostNames ? ", …" : "")})");
            }
        }

        _screen?.WriteWarningLine(
            $"{Name} was stopped. {left.UnderWay} requests were in progress or not yet reported: {string.Join("; ", parts)}. "
                + $"{left.NotSent.Count} more items were waiting and were not sent."
        );
    }
}
