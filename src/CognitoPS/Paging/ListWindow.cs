namespace CognitoPS.Paging;

/// <summary>-First and -Skip: which items of one or several lists are wanted, and when there are enough.</summary>
/// <param name="first">How many items are wanted; the largest number: all.</param>
/// <param name="skip">How many are left out before them.</param>
internal sealed class ListWindow(ulong first, ulong skip)
{
    private ulong _skipped;
    private ulong _admitted;

    /// <summary>There are enough: no further list need be asked.</summary>
    public bool IsSatisfied => _admitted >= first;

    /// <summary>Whether anything is counted at all.</summary>
    public bool IsLimited => first != ulong.MaxValue || skip > 0;

    /// <summary>Counts an item, before it costs a request of its own; false: it is to be left out.</summary>
    public bool Admits()
    {
        if (IsSatisfied)
            return false;
        if (_skipped < skip)
        {
            _skipped++;
            return false;
        }

        _admitted++;
        return true;
    }

    /// <summary>
    /// How much of a list is still wanted, for the pager; where some items will be left out here, nobody knows beforehand.
    /// </summary>
    public Demand Demand(bool filters) =>
        first == ulong.MaxValue ? default
        : filters ? new Demand(null, MayEndAnywhere: true)
        : new Demand((long)Math.Min(long.MaxValue, first - _admitted + (skip - _skipped)));

    /// <summary>What is wanted of a list, page by page; it ends with the last item wanted, before a further page is asked for.</summary>
    /// <param name="pages">The list.</param>
    /// <param name="select">What is made of an item; null leaves it out, and it does not count.</param>
    public async IAsyncEnumerable<IEnumerable<TOutput>> SelectAsync<TItem, TOutput>(
        IAsyncEnumerable<IReadOnlyList<TItem>> pages,
        Func<TItem, TOutput?> select
    )
    {
        if (IsSatisfied)
            yield break;
        await foreach (IReadOnlyList<TItem> page in pages)
        {
            yield return Admitted(page, select);
            if (IsSatisfied)
                yield break;
        }
    }

    private IEnumerable<TOutput> Admitted<TItem, TOutput>(IReadOnlyList<TItem> page, Func<TItem, TOutput?> select)
    {
        foreach (TItem item in page)
        {
            if (select(item) is { } output && Admits())
                yield return output;
            if (IsSatisfied)
                yield break;
        }
    }
}
