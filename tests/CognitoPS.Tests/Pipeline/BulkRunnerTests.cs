using System.Collections.Concurrent;
using CognitoPS.Connection;
using Xunit;

namespace CognitoPS.Tests.Pipeline;

/// <summary>The bulk runner without PowerShell: order, limit, keys, stops.</summary>
public sealed class BulkRunnerTests
{
    private readonly List<string> _reported = [];
    private readonly ConcurrentQueue<string> _started = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<int>> _ends = new();

    [Fact]
    public async Task Results_come_in_the_items_order_whatever_ends_first()
    {
        using BulkRunner<string, int> runner = Runner(4);
        foreach (string item in new[] { "a", "b", "c" })
            await runner.AddAsync(item, item, Act(item));
        Finish("c");
        Finish("b");
        Finish("a");

        await runner.CompleteAsync();

        Assert.Equal(["a", "b", "c"], _reported);
    }

    [Fact]
    public async Task No_more_than_the_limit_are_under_way_and_items_wait_outside()
    {
        using BulkRunner<string, int> runner = Runner(2);
        Task adding = AddManyAsync(runner, 100);

        Assert.Equal(2, _started.Count);
        Assert.False(adding.IsCompleted);
        for (int i = 0; i < 100; i++)
            Finish($"{i}");
        await adding;
        await runner.CompleteAsync();

        Assert.Equal(Enumerable.Range(0, 100).Select(i => $"{i}"), _reported);
    }

    [Fact]
    public async Task A_key_is_never_in_flight_twice_and_does_not_hold_up_others()
    {
        using BulkRunner<string, int> runner = Runner(2);
        await runner.AddAsync("first", "anna", Act("first"));
        await runner.AddAsync("second", "ANNA", Act("second"));
        await runner.AddAsync("other", "ben", Act("other"));

        Assert.Equal(["first", "other"], _started);
        Finish("other");
        Finish("first");
        await UntilAsync(() => _started.Contains("second"));
        Finish("second");
        await runner.CompleteAsync();

        Assert.Equal(["first", "second", "other"], _reported);
    }

    [Fact]
    public async Task After_an_error_nothing_later_starts_where_errors_stop_the_run()
    {
        using var runner = new BulkRunner<string, int>(2, (_, outcome) => outcome, stopsAtError: true);
        await runner.AddAsync("slow", "slow", Act("slow"));
        await runner.AddAsync("wrong", "wrong", Act("wrong"));
        await runner.AddAsync("queued", "queued", Act("queued"));
        _ends["wrong"].SetException(new InvalidOperationException("wrong"));
        Task later = runner.AddAsync("later", "later", Act("later"));
        Finish("slow");

        await Assert.ThrowsAsync<InvalidOperationException>(() => later);

        Assert.Equal(["slow", "wrong"], _started);
    }

    [Fact]
    public async Task A_stop_tells_what_finished_what_is_unknown_and_what_was_not_sent()
    {
        using var stop = new CancellationTokenSource();
        using var runner = new BulkRunner<string, int>(3, ReportAsync, stop: stop.Token);
        await runner.AddAsync("hangs", "hangs", token => SentAsync(Task.Delay(Timeout.Infinite, token)));
        await runner.AddAsync("ends", "ends", _ => SentAsync(Act("ends")(default)));
        await runner.AddAsync(
            "paced",
            "paced",
            async token =>
            {
                await Task.Delay(Timeout.Infinite, RequestTracker.Current!.Stop);
                return 0;
            }
        );
        await runner.AddAsync("queued", "queued", Act("queued"));
        await stop.CancelAsync();
        Finish("ends");

        BulkRemainder<string> left = await runner.StopAsync(TimeSpan.FromMilliseconds(50));

        Assert.Equal(["ends"], left.Finished);
        Assert.Equal(["hangs"], left.Unknown);
        Assert.Equal(["paced", "queued"], left.NotSent);
        Assert.Empty(left.Failed);
    }

    [Fact]
    public async Task An_attempt_that_was_refused_may_not_leave_again_after_a_stop()
    {
        using var stop = new CancellationTokenSource();
        var flight = new RequestTracker(stop.Token);
        flight.Depart();
        flight.Refused();
        await stop.CancelAsync();

        Assert.Throws<OperationCanceledException>(flight.Depart);
        Assert.False(flight.IsUnderWay);
    }

    private BulkRunner<string, int> Runner(int limit) => new(limit, ReportAsync);

    private async Task ReportAsync(string item, Task<int> outcome)
    {
        await outcome;
        _reported.Add(item);
    }

    private Func<CancellationToken, Task<int>> Act(string item)
    {
        TaskCompletionSource<int> end = _ends.GetOrAdd(item, _ => new TaskCompletionSource<int>());
        return _ =>
        {
            _started.Enqueue(item);
            return end.Task;
        };
    }

    private async Task AddManyAsync(BulkRunner<string, int> runner, int count)
    {
        for (int i = 0; i < count; i++)
            await runner.AddAsync($"{i}", $"{i}", Act($"{i}"));
    }

    private void Finish(string item) => _ends.GetOrAdd(item, _ => new TaskCompletionSource<int>()).TrySetResult(0);

    private static async Task<int> SentAsync(Task act)
    {
        RequestTracker.Current!.Depart();
        await act;
        RequestTracker.Current!.Answered();
        return 0;
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        while (!condition())
            await Task.Delay(1);
    }
}
