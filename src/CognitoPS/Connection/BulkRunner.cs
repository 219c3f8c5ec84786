namespace CognitoPS.Connection;

/// <summary>
/// Runs one request for each item, several side by side, and hands the outcomes back in the items' order. Two items with
/// the same key are never in flight together. Memory holds a bounded number of items, however many come.
/// </summary>
/// <typeparam name="TItem">What stands for an item in reports.</typeparam>
/// <typeparam name="TResult">What a request gives.</typeparam>
internal sealed class BulkRunner<TItem, TResult> : IDisposable
{
    /// <summary>Items taken in for each slot, so that a slow first one, or one that waits for its key, does not idle the others.</summary>
    private const int Backlog = 8;

    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(300);

    private readonly int _limit;
    private readonly Func<TItem, Task<TResult>, Task> _report;
    private readonly bool _stopsAtError;
    private readonly SemaphoreSlim _slots;
    private readonly CancellationTokenSource _stop;
    private readonly CancellationTokenSource _abort = new();
    private readonly CancellationTokenRegistration _stopping;
    private readonly Queue<Entry> _inOrder = new();
    private readonly Dictionary<string, Task> _lastOfKey = new(StringComparer.OrdinalIgnoreCase);
    private long _added;
    private long _succeeded;
    private long _failed;
    private long _firstError = long.MaxValue;

    /// <param name="limit">Requests in flight at once.</param>
    /// <param name="report">Called with each outcome, in order, on the caller's context.</param>
    /// <param name="stopsAtError">Nothing new starts after an item that failed, even before its turn to be reported.</param>
    /// <param name="stop">Ends the run: nothing new starts, and what is in flight has a moment to end.</param>
    public BulkRunner(int limit, Func<TItem, Task<TResult>, Task> report, bool stopsAtError = false, CancellationToken stop = default)
    {
        _limit = limit;
        _report = report;
        _stopsAtError = stopsAtError;
        _slots = new SemaphoreSlim(limit);
        _stop = CancellationTokenSource.CreateLinkedTokenSource(stop);
        _stopping = stop.Register(() => _abort.CancelAfter(Grace));
    }

    /// <summary>Items that succeeded so far.</summary>
    public long Succeeded => Interlocked.Read(ref _succeeded);

    /// <summary>Items that failed so far.</summary>
    public long Failed => Interlocked.Read(ref _failed);

    /// <summary>Nothing is left to report.</summary>
    public bool IsIdle => _inOrder.Count == 0;

    /// <summary>Starts <paramref name="act"/> for an item as soon as there is room; waits while enough is under way.</summary>
    public async Task AddAsync(TItem item, string key, Func<CancellationToken, Task<TResult>> act)
    {
        while (_inOrder.Count > 0 && (_inOrder.Peek().Outcome!.IsCompleted || _inOrder.Count >= _limit * Backlog || HasToStop(_added)))
            await ReportFirstAsync();
        _stop.Token.ThrowIfCancellationRequested();
        _lastOfKey.TryGetValue(key, out Task? before);
        var entry = new Entry(item, _added++, new RequestTracker(_stop.Token));
        entry.Outcome = RunAsync(entry, before, act);
        _lastOfKey[key] = entry.Outcome;
        _inOrder.Enqueue(entry);
        if (_lastOfKey.Count > _limit * Backlog * 2)
            ForgetFinishedKeys();
    }

    /// <summary>Waits until nothing with this key is under way, and reports what has ended by then.</summary>
    public async Task WhenFreeAsync(string key)
    {
        while (_inOrder.Count > 0 && _lastOfKey.TryGetValue(key, out Task? last) && !last.IsCompleted)
            await ReportFirstAsync();
    }

    /// <summary>Waits for everything under way.</summary>
    public async Task CompleteAsync()
    {
        while (_inOrder.Count > 0)
            await ReportFirstAsync();
    }

    /// <summary>
    /// Starts nothing more, gives what is in flight a moment to end, and tells what became of everything that was not reported.
    /// </summary>
    public async Task<BulkRemainder<TItem>> StopAsync(TimeSpan patience)
    {
        _stop.Cancel();
        if (!_abort.IsCancellationRequested)
            _abort.CancelAfter(patience);
        Entry[] left = [.. _inOrder];
        await Task.WhenAny(Task.WhenAll(left.Select(entry => entry.Outcome!)), Task.Delay(patience + Grace)).ConfigureAwait(false);
        return new BulkRemainder<TItem>(
            Items(entry => entry.Outcome!.Status == TaskStatus.RanToCompletion),
            Items(entry => entry.Outcome!.IsFaulted && !IsUnknown(entry)),
            Items(IsUnknown),
            Items(entry => entry.Outcome!.IsCanceled && !IsUnknown(entry))
        );

        IReadOnlyList<TItem> Items(Func<Entry, bool> choose) => [.. left.Where(choose).Select(entry => entry.Item)];
        static bool IsUnknown(Entry entry) => entry.Outcome!.Status != TaskStatus.RanToCompletion && entry.Flight.IsUnderWay;
    }

    public void Dispose()
    {
        _stopping.Dispose();
        _stop.Dispose();
        _abort.Dispose();
        _slots.Dispose();
    }

    private async Task<TResult> RunAsync(Entry entry, Task? before, Func<CancellationToken, Task<TResult>> act)
    {
        if (before is not null)
            await Task.WhenAny(before).ConfigureAwait(false);
        await _slots.WaitAsync(_stop.Token).ConfigureAwait(false);
        try
        {
            _stop.Token.ThrowIfCancellationRequested();
            if (HasToStop(entry.Index))
                throw new OperationCanceledException();
            RequestTracker.Current = entry.Flight;
            TResult result = await act(_abort.Token).ConfigureAwait(false);
            Interlocked.Increment(ref _succeeded);
            return result;
        }
        catch (Exception) when (!_stop.IsCancellationRequested && !HasToStop(entry.Index))
        {
            Interlocked.Increment(ref _failed);
            NoteError(entry.Index);
            throw;
        }
        finally
        {
            _slots.Release();
        }
    }

    private bool HasToStop(long index) => _stopsAtError && index > Interlocked.Read(ref _firstError);

    private void NoteError(long index)
    {
        long known = Interlocked.Read(ref _firstError);
        while (index < known)
            known = Interlocked.CompareExchange(ref _firstError, index, known) is var seen && seen == known ? index : seen;
    }

    private async Task ReportFirstAsync()
    {
        Entry first = _inOrder.Peek();
        await Task.WhenAny(first.Outcome!);
        _stop.Token.ThrowIfCancellationRequested();
        if (first.Outcome!.IsFaulted)
            _inOrder.Dequeue();
        await _report(first.Item, first.Outcome);
        if (!first.Outcome.IsFaulted)
            _inOrder.Dequeue();
    }

    private void ForgetFinishedKeys()
    {
        foreach (string key in _lastOfKey.Where(pair => pair.Value.IsCompleted).Select(pair => pair.Key).ToList())
            _lastOfKey.Remove(key);
    }

    private sealed class Entry(TItem item, long index, RequestTracker flight)
    {
        public TItem Item { get; } = item;

        public long Index { get; } = index;

        public RequestTracker Flight { get; } = flight;

        public Task<TResult>? Outcome { get; set; }
    }
}

/// <summary>What became of the items that a stopped run had taken in and not reported.</summary>
/// <param name="Finished">Took effect.</param>
/// <param name="Failed">Failed.</param>
/// <param name="Unknown">Were sent, and no answer came.</param>
/// <param name="NotSent">Were not sent.</param>
internal sealed record BulkRemainder<TItem>(
    IReadOnlyList<TItem> Finished,
    IReadOnlyList<TItem> Failed,
    IReadOnlyList<TItem> Unknown,
    IReadOnlyList<TItem> NotSent
)
{
    public int UnderWay => Finished.Count + Failed.Count + Unknown.Count;
}
