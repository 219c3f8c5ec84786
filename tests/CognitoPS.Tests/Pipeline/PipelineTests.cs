using System.Diagnostics;
using System.Management.Automation;
using CognitoPS.Tests.Support;
using Xunit;

namespace CognitoPS.Tests.Pipeline;

/// <summary>How a cmdlet behaves in a pipeline that is cut short, stopped, or fed with things that fail.</summary>
public sealed class PipelineTests : IDisposable
{
    private readonly Engine _engine = new();
    private readonly string _pool;

    public PipelineTests()
    {
        _pool = _engine.Server.AddPool("customers");
        _engine.Server.AddClients(_pool, 300);
    }

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void First_asks_for_no_more_than_it_needs()
    {
        Outcome outcome = _engine.Run("Get-CognitoUserPoolClient $args[0] -First 65 -Skip 5", _pool).Succeeded();

        Assert.Equal(65, outcome.Output.Count);
        Assert.Equal(
            ["\"MaxResults\":60", "\"MaxResults\":10"],
            _engine.Server.Log.Requests.Where(request => request.Operation == "ListUserPoolClients").Select(request => SizeIn(request.Body))
        );
    }

    [Fact]
    public void A_filter_is_applied_before_First_counts()
    {
        Outcome outcome = _engine
            .Run("Get-CognitoUserPoolClient $args[0] | Where-Object ClientName -like '*7*' | ForEach-Object ClientName", _pool)
            .Succeeded();
        Outcome first = _engine.Run("Get-CognitoUserPoolClient $args[0] -Name *7* -First 3", _pool).Succeeded();

        Assert.Equal(outcome.Output.Take(3).Select(name => name.ToString()), first.All("ClientName"));
    }

    [Fact]
    public async Task A_consumer_that_has_enough_stops_the_requests()
    {
        // A loop that is left early ends the pipeline in it from downstream.
        _engine.Run(
            "$seen = 0; foreach ($page in 1) { Get-CognitoUserPoolClient $args[0] | ForEach-Object { $seen++; if ($seen -eq 1) { break } } }",
            _pool
        );
        await Task.Delay(50, TestContext.Current.CancellationToken);

        Assert.InRange(_engine.Server.Log.Count("ListUserPoolClients"), 1, 2);
    }

    [Fact]
    public async Task A_steppable_pipeline_that_is_left_early_stops_the_requests()
    {
        Outcome outcome = _engine
            .Run(
                """
                $pool = $args[0]
                $steps = { Get-CognitoUserPoolClient | ForEach-Object { throw 'enough' } }.GetSteppablePipeline()
                $steps.Begin($true)
                try { $steps.Process([pscustomobject]@{ UserPoolId = $pool }) } catch { "$_" } finally { $steps.Dispose() }
                """,
                _pool
            )
            .Succeeded();
        await Task.Delay(50, TestContext.Current.CancellationToken);

        Assert.Equal("enough", Assert.Single(outcome.Output).ToString());
        Assert.InRange(_engine.Server.Log.Count("ListUserPoolClients"), 1, 2);
    }

    [Fact]
    public async Task Stopping_ends_the_pipeline_within_a_second_though_the_endpoint_hangs()
    {
        _engine.Server.Faults.Hang = true;
        using PowerShell shell = _engine.Prepare("Get-CognitoUserPoolClient $args[0]", _pool);
        IAsyncResult running = shell.BeginInvoke();
        await _engine.Server.Log.WaitForAsync(1, "ListUserPoolClients", TestContext.Current.CancellationToken);

        var clock = Stopwatch.StartNew();
        shell.Stop();

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(1), $"It took {clock.Elapsed}.");
        Assert.Throws<PipelineStoppedException>(() => shell.EndInvoke(running));
    }

    [Fact]
    public void An_item_that_fails_is_one_error_with_what_was_piped_and_the_others_come_in_order()
    {
        object?[] ids = [.. _engine.Run("Get-CognitoUserPoolClient $args[0] -First 20", _pool).Succeeded().All("ClientId")];
        ids[5] = "nosuchclient";
        ids[11] = "norsuchone";

        Outcome outcome = _engine.Run(
            "$pool = $args[0]; $args[1] | ForEach-Object { [pscustomobject]@{ UserPoolId = $pool; ClientId = $_ } } | Get-CognitoUserPoolClient",
            _pool,
            ids
        );

        Assert.Equal(ids.Where(id => id is not ("nosuchclient" or "norsuchone")), outcome.All("ClientId"));
        Assert.Equal(["ResourceNotFoundException", "ResourceNotFoundException"], outcome.ErrorIds);
        Assert.Equal(["nosuchclient", "norsuchone"], outcome.Errors.Select(error => error.TargetObject));
        Assert.All(outcome.Errors, error => Assert.Equal(ErrorCategory.ObjectNotFound, error.CategoryInfo.Category));
    }

    [Fact]
    public void ErrorAction_Stop_ends_the_run()
    {
        Outcome outcome = _engine.Run("Get-CognitoUserPoolClient $args[0] nosuchclient -ErrorAction Stop; 'not reached'", _pool);

        Assert.IsType<ActionPreferenceStopException>(outcome.Terminating);
        Assert.Empty(outcome.Output);
    }

    [Fact]
    public void Code_downstream_finds_no_synchronization_context_of_ours()
    {
        Outcome outcome = _engine
            .Run(
                "Get-CognitoUserPoolClient $args[0] -First 1 | ForEach-Object { $null -eq [System.Threading.SynchronizationContext]::Current }",
                _pool
            )
            .Succeeded();

        Assert.True((bool)Assert.Single(outcome.Output).BaseObject);
    }

    [Fact]
    public void Cmdlets_feed_each_other()
    {
        Outcome outcome = _engine
            .Run(
                "Get-CognitoUserPool cust* | Get-CognitoUserPoolClient -First 4 | Get-CognitoUserPoolClient | Set-CognitoUserPoolClient -AccessTokenValidity 3 -PassThru",
                _pool
            )
            .Succeeded();

        Assert.Equal([3, 3, 3, 3], outcome.All("AccessTokenValidity"));
    }

    private static string SizeIn(string body) => System.Text.RegularExpressions.Regex.Match(body, "\"MaxResults\":\\d+").Value;
}
