namespace CognitoPS.LocalServer.State;

/// <summary>
/// Items in the order of their keys, in blocks: insert, remove and "what comes after this key" cost O(log n), whatever the size. Not
/// locked: the owner does that.
/// </summary>
internal sealed class OrderedSet<TKey, TItem>(Func<TItem, TKey> keyOf, IComparer<TKey>? comparer = null)
    where TItem : class
{
    private const int BlockSize = 256;

    private readonly IComparer<TKey> _comparer = comparer ?? Comparer<TKey>.Default;
    private readonly List<List<TItem>> _blocks = [];

    internal int Count { get; private set; }

    internal bool Add(TItem item)
    {
        TKey key = keyOf(item);
        if (_blocks.Count == 0 || _comparer.Compare(keyOf(_blocks[^1][^1]), key) < 0)
        {
            if (_blocks.Count == 0 || _blocks[^1].Count == BlockSize)
                _blocks.Add([]);
            _blocks[^1].Add(item);
            Count++;
            return true;
        }
        (int block, int index, bool found) = Find(key);
        if (found)
            return false;
        Count++;
        List<TItem> items = _blocks[block];
        if (items.Count == BlockSize)
        {
            List<TItem> upper = items.GetRange(BlockSize / 2, BlockSize / 2);
            items.RemoveRange(BlockSize / 2, BlockSize / 2);
            _blocks.Insert(block + 1, upper);
            if (index > items.Count)
            {
                index -= items.Count;
                items = upper;
            }
        }
        items.Insert(index, item);
        return true;
    }

    internal bool Remove(TKey key)
    {
        (int block, int index, bool found) = Find(key);
        if (!found)
            return false;
        Count--;
        _blocks[block].RemoveAt(index);
        if (_blocks[block].Count == 0)
            _blocks.RemoveAt(block);
        return true;
    }

    internal TItem? Get(TKey key)
    {
        (int block, int index, bool found) = Find(key);
        return found ? _blocks[block][index] : null;
    }

    internal IEnumerable<TItem> All() => From(0, 0);

    /// <summary>The items whose key is above <paramref name="key"/>, or from it on.</summary>
    internal IEnumerable<TItem> After(TKey key, bool inclusive = false)
    {
        (int block, int index, bool found) = Find(key);
        return From(block, found && !inclusive ? index + 1 : index);
    }

    private IEnumerable<TItem> From(int block, int index)
    {
        for (; block < _blocks.Count; block++, index = 0)
        {
            List<TItem> items = _blocks[block];
            for (; index < items.Count; index++)
                yield return items[index];
        }
    }

    private (int Block, int Index, bool Found) Find(TKey key)
    {
        if (_blocks.Count == 0)
            return (0, 0, false);
        int low = 0,
            high = _blocks.Count - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (_comparer.Compare(keyOf(_blocks[middle][0]), key) <= 0)
                low = middle;
            else
                high = middle - 1;
        }
        List<TItem> items = _blocks[low];
        int first = 0,
            last = items.Count - 1;
        while (first <= last)
        {
            int middle = (first + last) / 2;
            int order = _comparer.Compare(keyOf(items[middle]), key);
            if (order == 0)
                return (low, middle, true);
            if (order < 0)
                first = middle + 1;
            else
                last = middle - 1;
        }
        return (low, first, false);
    }
}
