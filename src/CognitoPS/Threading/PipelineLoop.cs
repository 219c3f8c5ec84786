namespace CognitoPS.Threading;

/// <summary>
/// Runs asynchronous code on PowerShell's pipeline thread: what follows an <c>await</c> in a cmdlet comes back to that
/// thread, so a cmdlet may write, ask and prompt anywhere in its code.
/// </summary>
internal sealed class PipelineLoop : SynchronizationContext
{
    private static readonly TimeSpan StopGrace = TimeSpan.FromMilliseconds(700);

    private readonly Queue<(SendOrPostCallback Callback, object? State)> _work = new();
    private readonly SynchronizationContext? _outer = Current;
    private bool _closed;

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
            _ = task.ContinueWith(
                _ => loop.Close(),
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default
            );
            using CancellationTokenRegistration registration = stop.Register(() =>
                _ = Task.Delay(StopGrace, ended.Token).ContinueWith(_ => loop.Close(), TaskScheduler.Default)
            );
            while (loop.TryTake(out (SendOrPostCallback Callback, object? State) work))
                work.Callback(work.State);
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

    /// <summary>
    /// Steps out of the loop while PowerShell is called: code downstream must not find our context and wait on it.
    /// </summary>
    public static Pause Outside() => new(Current as PipelineLoop);

    /// <summary>Outside the loop until disposed.</summary>
    public readonly ref struct Pause
    {
        private readonly PipelineLoop? _loop;

        internal Pause(PipelineLoop? loop)
        {
            _loop = loop;
            if (loop is not null)
                SetSynchronizationContext(loop._outer);
        }

        public void Dispose()
        {
            if (_loop is not null)
                SetSynchronizationContext(_loop);
        }
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        lock (_work)
        {
            if (!_closed)
            {
                _work.Enqueue((d, state));
                Monitor.Pulse(_work);
                return;
            }
        }

        // The loop has ended: a task that was left behind finishes on the thread pool.
        ThreadPool.QueueUserWorkItem(_ => d(state));
    }

    public override void Send(SendOrPostCallback d, object? state) => throw new NotSupportedException();

    /// <summary>Waits for the next piece of work without spinning: the server may need the processor. False: the loop is closed.</summary>
    private bool TryTake(out (SendOrPostCallback Callback, object? State) work)
    {
        lock (_work)
        {
            while (_work.Count == 0 && !_closed)
                Monitor.Wait(_work);
            work = _work.Count > 0 ? _work.Dequeue() : default;
            return work.Callback is not null;
        }
    }

    private void Close()
    {
        lock (_work)
        {
            _closed = true;
            Monitor.Pulse(_work);
        }
    }
}
