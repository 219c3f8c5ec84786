namespace CognitoPS.Pipeline;

/// <summary>
/// Runs one request for each item, several side by side, and hands the outcomes back in the items' order. Two items with
/// the same key are never in flight together.
/// </summary>
/// <param name="limit">Requests in flight at once.</param>
/// <param name="report">Called with each outcome, in order, on the caller's context.</param>
internal sealed class BulkRunner<TItem, TResult>(int limit, Func<TItem, Task<TResult>, Task> report) : IDisposable
{
    /// <summary>Outcomes that may wait behind a slow first one, so that it does not idle the others.</summary>
    private const int Backlog = 8;

    private readonly SemaphoreSlim _slots = new(limit);
    private readonly Queue<(TItem Item, Task<TResult> Outcome)> _inOrder = new();
    private readonly Dictionary<string, Task> _lastOfKey = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Starts <paramref name="act"/> for an item; waits while enough is under way.</summary>
    public async Task AddAsync(TItem item, string key, Func<CancellationToken, Task<TResult>> act, CancellationToken cancellationToken)
    {
        await _slots.WaitAsync(cancellationToken);
        _lastOfKey.TryGetValue(key, out Task? before);
        Task<TResult> outcome = RunAsync(before, act, cancellationToken);
        _lastOfKey[key] = outcome;
        _inOrder.Enqueue((item, outcome));
        while (_inOrder.Count > 0 && (_inOrder.Peek().Outcome.IsCompleted || _inOrder.Count > limit * Backlog))
            await ReportFirstAsync();
        if (_lastOfKey.Count > limit * Backlog * 2)
            ForgetFinishedKeys();
    }

    /// <summary>Waits for everything under way.</summary>
    public async Task CompleteAsync()
    {
        while (_inOrder.Count > 0)
            await ReportFirstAsync();
    }

    public void Dispose() => _slots.Dispose();

    private async Task<TResult> RunAsync(Task? before, Func<CancellationToken, Task<TResult>> act, CancellationToken cancellationToken)
    {
        try
        {
            if (before is not null)
                await Task.WhenAny(before).ConfigureAwait(false);
            return await act(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _slots.Release();
        }
    }

    private async Task ReportFirstAsync()
    {
        (TItem item, Task<TResult> outcome) = _inOrder.Dequeue();
        await Task.WhenAny(outcome);
        await report(item, outcome);
    }

    private void ForgetFinishedKeys()
    {
        foreach (string key in _lastOfKey.Where(pair => pair.Value.IsCompleted).Select(pair => pair.Key).ToList())
            _lastOfKey.Remove(key);
    }
}
