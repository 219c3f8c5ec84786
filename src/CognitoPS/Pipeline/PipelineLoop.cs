using System.Collections.Concurrent;

namespace CognitoPS.Pipeline;

/// <summary>
/// Runs asynchronous code on PowerShell's pipeline thread: what follows an <c>await</c> in a cmdlet comes back to that
/// thread, so a cmdlet may write, ask and prompt anywhere in its code.
/// </summary>
internal sealed class PipelineLoop : SynchronizationContext
{
    private static readonly TimeSpan StopGrace = TimeSpan.FromMilliseconds(700);

    private readonly BlockingCollection<(SendOrPostCallback Callback, object? State)> _work = [];
    private readonly SynchronizationContext? _outer = Current;

    /// <summary>Runs <paramref name="main"/> to its end, or until a little after <paramref name="stop"/>.</summary>
    /// <exception cref="OperationCanceledException">Stopped, also when <paramref name="main"/> did not react.</exception>
    public static void Run(Func<Task> main, CancellationToken stop)
    {
        using var ended = new CancellationTokenSource();
        var loop = new PipelineLoop();
        SetSynchronizationContext(loop);
        try
        {
            Task task = main();
            _ = task.ContinueWith(_ => loop.Close(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            using CancellationTokenRegistration registration = stop.Register(
                () => _ = Task.Delay(StopGrace, ended.Token).ContinueWith(_ => loop.Close(), TaskScheduler.Default));
            foreach ((SendOrPostCallback callback, object? state) in loop._work.GetConsumingEnumerable(CancellationToken.None))
                callback(state);
            if (!task.IsCompleted)
                throw new OperationCanceledException(stop);
            task.GetAwaiter().GetResult();
        }
        finally
        {
            ended.Cancel();
            SetSynchronizationContext(loop._outer);
        }
    }

    /// <summary>Calls into PowerShell as if there were no loop: code downstream must not find our context and wait on it.</summary>
    public static T Outside<T>(Func<T> call)
    {
        if (Current is not PipelineLoop loop)
            return call();
        SetSynchronizationContext(loop._outer);
        try
        {
            return call();
        }
        finally
        {
            SetSynchronizationContext(loop);
        }
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        try
        {
            _work.Add((d, state));
        }
        catch (InvalidOperationException)
        {
            // The loop has ended: a task that was left behind finishes on the thread pool.
            ThreadPool.QueueUserWorkItem(_ => d(state));
        }
    }

    public override void Send(SendOrPostCallback d, object? state) => throw new NotSupportedException();

    private void Close()
    {
        try
        {
            _work.CompleteAdding();
        }
        catch (ObjectDisposedException)
        {
        }
    }
}
