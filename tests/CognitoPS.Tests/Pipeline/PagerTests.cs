using CognitoPS.Errors;
using CognitoPS.Paging;
using Xunit;

namespace CognitoPS.Tests.Pipeline;

/// <summary>The pager against a list whose pages the test hands out one by one.</summary>
public sealed class PagerTests
{
    private sealed record Request
    {
        public int Size { get; set; }

        public string? Token { get; set; }
    }

    private sealed record Page(int[] Items, string? Token);

    /// <summary>Answers with the given pages in turn and remembers what was asked.</summary>
    private sealed class Source(params Page[] pages)
    {
        public List<(int Size, string? Token)> Asked { get; } = [];

        public TaskCompletionSource? Gate { get; set; }

        public CancellationToken LastToken { get; private set; }

        public PagedOperation<Request, Page, int> Operation =>
            new(
                60,
                async (_, request, token) =>
                {
                    LastToken = token;
                    Asked.Add((request.Size, request.Token));
                    Page page = pages[Asked.Count - 1];
                    if (Asked.Count > 1 && Gate is { } gate)
                        await gate.Task.WaitAsync(token);
                    return page;
                },
                (request, size) => request.Size = size,
                (request, token) => request.Token = token,
                page => page.Token,
                page => [.. page.Items]
            );

        public IAsyncEnumerable<IReadOnlyList<int>> Pages(long? wanted = null, bool mayEndAnywhere = false) =>
            Pager.PagesAsync(null!, Operation, new Request(), new Demand(wanted, mayEndAnywhere));
    }

    [Fact]
    public async Task The_next_page_is_asked_for_while_this_one_is_consumed()
    {
        var source = new Source(new Page([1, 2], "a"), new Page([3], null)) { Gate = new TaskCompletionSource() };
        await using IAsyncEnumerator<IReadOnlyList<int>> pages = source.Pages().GetAsyncEnumerator();

        Assert.True(await pages.MoveNextAsync());
        Assert.Equal([1, 2], pages.Current);
        Assert.Equal([(60, null), (60, "a")], source.Asked);

        source.Gate.SetResult();
        Assert.True(await pages.MoveNextAsync());
        Assert.Equal([3], pages.Current);
        Assert.False(await pages.MoveNextAsync());
    }

    [Fact]
    public async Task No_more_is_asked_for_than_is_wanted()
    {
        var source = new Source(new Page([.. Enumerable.Range(0, 60)], "a"), new Page([.. Enumerable.Range(60, 10)], "b"));

        int count = 0;
        await foreach (IReadOnlyList<int> page in source.Pages(wanted: 70))
            count += page.Count;

        Assert.Equal(70, count);
        Assert.Equal([(60, null), (10, "a")], source.Asked);
    }

    [Fact]
    public async Task Where_any_item_may_be_the_last_no_page_is_asked_for_beforehand()
    {
        var source = new Source(new Page([1, 2], "a"), new Page([3], null));
        await using IAsyncEnumerator<IReadOnlyList<int>> pages = source.Pages(mayEndAnywhere: true).GetAsyncEnumerator();

        Assert.True(await pages.MoveNextAsync());
        Assert.Equal([(60, null)], source.Asked);
        Assert.True(await pages.MoveNextAsync());
        Assert.Equal([3], pages.Current);
        Assert.False(await pages.MoveNextAsync());
        Assert.Equal([(60, null), (60, "a")], source.Asked);
    }

    [Fact]
    public async Task Empty_pages_with_a_token_are_read_through()
    {
        var source = new Source(new Page([], "a"), new Page([], "b"), new Page([7], null));

        var items = new List<int>();
        await foreach (IReadOnlyList<int> page in source.Pages())
            items.AddRange(page);

        Assert.Equal([7], items);
        Assert.Equal(3, source.Asked.Count);
    }

    [Fact]
    public async Task A_token_that_repeats_is_an_error_after_its_page()
    {
        var source = new Source(new Page([1], "a"), new Page([2], "b"), new Page([3], "a"), new Page([4], null));

        var items = new List<int>();
        CognitoException error = await Assert.ThrowsAsync<CognitoException>(async () =>
        {
            await foreach (IReadOnlyList<int> page in source.Pages())
                items.AddRange(page);
        });

        Assert.Equal("RepeatedPageToken", error.Id);
        Assert.Equal([1, 2, 3], items);
        Assert.Equal(3, source.Asked.Count);
    }

    [Fact]
    public async Task Leaving_the_list_cancels_the_page_under_way()
    {
        var source = new Source(new Page([1], "a"), new Page([2], null)) { Gate = new TaskCompletionSource() };

        await foreach (IReadOnlyList<int> _ in source.Pages())
            break;

        Assert.True(source.LastToken.IsCancellationRequested);
    }
}
