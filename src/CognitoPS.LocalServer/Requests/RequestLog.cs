namespace CognitoPS.LocalServer.Requests;

/// <summary>The last requests and messages, and a count of all.</summary>
public sealed class RequestLog
{
    private const long LargestSum = 64 * 1024 * 1024;

    private readonly object _lock = new();
    private readonly Queue<LoggedRequest> _requests = new();
    private readonly Queue<DeliveredMessage> _messages = new();
    private readonly Dictionary<string, long> _arrived = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Operation, int Status), long> _answered = [];
    private readonly List<(string? Operation, long Count, TaskCompletionSource<bool> Arrived)> _waiting = [];
    private readonly int _size;
    private long _total;
    private long _bytes;

    internal RequestLog(int size) => _size = size;

    /// <summary>The last requests, oldest first.</summary>
    public IReadOnlyList<LoggedRequest> Requests
    {
        get
        {
            lock (_lock)
                return [.. _requests];
        }
    }

    /// <summary>The last messages that the service would have sent, oldest first.</summary>
    public IReadOnlyList<DeliveredMessage> Messages
    {
        get
        {
            lock (_lock)
                return [.. _messages];
        }
    }

    /// <summary>How many requests of this operation, or of all, arrived.</summary>
    public long Count(string? operation = null)
    {
        lock (_lock)
            return CountLocked(operation);
    }

    /// <summary>How many requests of this operation were answered with this HTTP status.</summary>
    public long Count(string operation, int status)
    {
        lock (_lock)
            return _answered.TryGetValue((operation, status), out long count) ? count : 0;
    }

    /// <summary>Ends when that many requests have arrived since the last Clear.</summary>
    public async Task WaitForAsync(long count, string? operation = null, CancellationToken cancellationToken = default)
    {
        TaskCompletionSource<bool> arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            if (CountLocked(operation) >= count)
                return;
            _waiting.Add((operation, count, arrived));
        }
        using (cancellationToken.Register(() => arrived.TrySetCanceled()))
            await arrived.Task.ConfigureAwait(false);
    }

    /// <summary>Forgets all requests, messages and counts.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _requests.Clear();
            _messages.Clear();
            _arrived.Clear();
            _answered.Clear();
            _total = 0;
            _bytes = 0;
        }
    }

    internal LoggedRequest Add(DateTimeOffset time, string operation, string region, string? accessKey, byte[] body)
    {
        lock (_lock)
        {
            LoggedRequest request = new(++_total, time, operation, region, accessKey, body);
            _bytes += request.Length - (Enqueue(_requests, request)?.Length ?? 0);
            while (_bytes > LargestSum && _requests.Count > 1)
                _bytes -= _requests.Dequeue().Length;
            _arrived[operation] = CountLocked(operation) + 1;
            for (int i = _waiting.Count - 1; i >= 0; i--)
            {
                if (CountLocked(_waiting[i].Operation) < _waiting[i].Count)
                    continue;
                _waiting[i].Arrived.TrySetResult(true);
                _waiting.RemoveAt(i);
            }
            return request;
        }
    }

    internal void Answered(LoggedRequest request, int status, string? error)
    {
        request.Status = status;
        request.Error = error;
        lock (_lock)
        {
            _answered.TryGetValue((request.Operation, status), out long count);
            _answered[(request.Operation, status)] = count + 1;
        }
    }

    internal void Add(DeliveredMessage message)
    {
        lock (_lock)
            Enqueue(_messages, message);
    }

    private long CountLocked(string? operation) =>
        operation is null ? _total
        : _arrived.TryGetValue(operation, out long count) ? count
        : 0;

    private T? Enqueue<T>(Queue<T> queue, T item)
        where T : class
    {
        queue.Enqueue(item);
        return queue.Count > _size ? queue.Dequeue() : null;
    }
}
