using System.Diagnostics;
using System.Management.Automation;

namespace CognitoPS.Pipeline;

/// <summary>The progress of a run that takes long: how much is done, how fast, and how long the rest will take.</summary>
/// <param name="cmdlet">Shows it.</param>
/// <param name="total">How many items there will be, where that is known.</param>
internal sealed class RunProgress(AsyncCommand cmdlet, long? total)
{
    private static readonly TimeSpan LongRun = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(500);

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private TimeSpan _next = LongRun;

    /// <summary>Shows how far the run is, unless that was shown just now.</summary>
    public void Show(long done, long failed)
    {
        if (_clock.Elapsed < _next)
            return;
        _next = _clock.Elapsed + Between;
        long ended = done + failed;
        double rate = ended / _clock.Elapsed.TotalSeconds;
        var record = new ProgressRecord(0, Name, $"{done:N0} done, {failed:N0} failed, {rate:N1} per second");
        if (total is { } all and > 0 && rate > 0)
        {
            record.PercentComplete = (int)Math.Min(100, 100 * ended / all);
            record.SecondsRemaining = (int)Math.Max(0, (all - ended) / rate);
        }

        cmdlet.WriteProgress(record);
    }

    /// <summary>Shows the progress of something that runs in the background, until it ends.</summary>
    /// <param name="running">What runs.</param>
    /// <param name="done">How much of it is done.</param>
    /// <param name="failed">How much of it failed.</param>
    public async Task<T> WhileAsync<T>(Task<T> running, Func<long> done, long failed = 0)
    {
        while (!running.IsCompleted && !cmdlet.StopToken.IsCancellationRequested)
        {
            using var ended = CancellationTokenSource.CreateLinkedTokenSource(cmdlet.StopToken);
            await Task.WhenAny(running, Task.Delay(Between, ended.Token));
            ended.Cancel();
            Show(done(), failed);
        }

        return await running;
    }

    /// <summary>The run is over: takes the progress off the screen.</summary>
    public void Complete()
    {
        if (_next > LongRun)
            cmdlet.WriteProgress(new ProgressRecord(0, Name, "Done") { RecordType = ProgressRecordType.Completed });
    }

    private string Name => cmdlet.MyInvocation.MyCommand.Name;
}
