namespace CognitoPS.LocalServer.State;

/// <summary>Remembers ids, the latest ten thousand of them.</summary>
internal sealed class RecentIds
{
    private const int Kept = 10_000;

    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    internal void Add(string id)
    {
        lock (_ids)
        {
            if (!_ids.Add(id))
                return;
            _order.Enqueue(id);
            if (_order.Count > Kept)
                _ids.Remove(_order.Dequeue());
        }
    }

    internal bool Contains(string id)
    {
        lock (_ids)
            return _ids.Contains(id);
    }
}
