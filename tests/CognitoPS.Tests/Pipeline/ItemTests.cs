using CognitoPS.Tests.Support;
using Xunit;

namespace CognitoPS.Tests.Pipeline;

/// <summary>Each item for itself: how many are wanted, which one failed, and what became of it.</summary>
public sealed class ItemTests : IDisposable
{
    private readonly Engine _engine = new();
    private readonly string _pool;

    public ItemTests() => _pool = _engine.Server.AddPool("customers");

    public void Dispose() => _engine.Dispose();

    [Theory]
    [InlineData("-Name client-* -First 1", 1)]
    [InlineData("-Name client-* -First 61", 2)]
    [InlineData("-First 60", 1)]
    public void First_asks_for_no_page_more_than_it_needs(string parameters, int requests)
    {
        _engine.Server.AddClients(_pool, 150);

        _engine.Run($"Get-CognitoUserPoolClient $args[0] {parameters}", _pool).Succeeded();

        Assert.Equal(requests, _engine.Server.Log.Count("ListUserPoolClients"));
    }

    [Theory]
    [InlineData("Get-CognitoUserPoolClient $pool | Get-CognitoUserPoolClient -First 2 -Skip 1", "DescribeUserPoolClient")]
    [InlineData(
        "Get-CognitoUserPoolClient $pool -ClientId (Get-CognitoUserPoolClient $pool).ClientId -First 2 -Skip 1",
        "DescribeUserPoolClient"
    )]
    [InlineData("'a', 'b', 'c', 'd' | ForEach-Object { New-CognitoGroup $pool $_ } | Get-CognitoGroup -First 2 -Skip 1", "GetGroup")]
    [InlineData(
        "'a', 'b', 'c', 'd' | ForEach-Object { New-CognitoUser $pool $_ -MessageAction SUPPRESS } | Get-CognitoUser -First 2 -Skip 1",
        "AdminGetUser"
    )]
    [InlineData(
        "$pool, $pool, $pool, $pool | ForEach-Object { [pscustomobject]@{ UserPoolId = $_ } } | Get-CognitoUserPool -First 2 -Skip 1",
        "DescribeUserPool"
    )]
    public void First_and_Skip_count_what_is_read_by_name(string script, string operation)
    {
        _engine.Server.AddClients(_pool, 4);

        Outcome outcome = _engine.Run($"$pool = $args[0]; {script}", _pool).Succeeded();

        Assert.Equal(2, outcome.Output.Count);
        Assert.Equal(2, _engine.Server.Log.Count(operation));
    }

    [Theory]
    [InlineData("New-CognitoUserPoolClient $args[0] web", "CreateUserPoolClient")]
    [InlineData("New-CognitoUserPool second", "CreateUserPool")]
    public void A_creation_whose_answer_is_lost_is_not_repeated(string script, string operation)
    {
        _engine.Server.Faults.DropAfterRatio = 1;

        Outcome outcome = _engine.Run(script, _pool);

        Assert.Equal(["AnswerLost"], outcome.ErrorIds);
        Assert.Equal(1, _engine.Server.Log.Count(operation));
    }

    [Fact]
    public void What_a_lost_answer_removed_is_no_error()
    {
        _engine.Server.AddClients(_pool, 20);
        _engine.Server.Faults.Operations = ["DeleteUserPoolClient"];
        _engine.Server.Faults.DropAfterRatio = 0.3;

        _engine.Run("Get-CognitoUserPoolClient $args[0] | Remove-CognitoUserPoolClient -Confirm:$false", _pool).Succeeded();

        Assert.Empty(_engine.Run("Get-CognitoUserPoolClient $args[0]", _pool).Succeeded().Output);
    }

    [Fact]
    public void A_creation_that_never_left_is_tried_again_as_any_request()
    {
        Outcome outcome = _engine.Run("New-CognitoUserPoolClient $args[0] web -EndpointUrl http://127.0.0.1:1", _pool);

        Assert.Equal(["EndpointUnreachable"], outcome.ErrorIds);
        Assert.Contains("127.0.0.1:1", outcome.Errors[0].ErrorDetails.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_names_its_item()
    {
        Outcome outcome = _engine.Run(
            "'anna', 'bert' | ForEach-Object { [pscustomobject]@{ UserPoolId = $args[0]; Username = $_ } } | Disable-CognitoUser".Replace(
                "$args[0]",
                $"'{_pool}'",
                StringComparison.Ordinal
            )
        );

        Assert.Equal(
            ["anna: User does not exist.", "bert: User does not exist."],
            outcome.Errors.Select(error => error.ErrorDetails.Message)
        );
    }

    [Fact]
    public void A_piped_name_is_no_pattern()
    {
        Outcome outcome = _engine
            .Run(
                "New-CognitoGroup $args[0] gx; New-CognitoGroup $args[0] 'g[x]'; New-CognitoGroup $args[0] 'g['; Get-CognitoGroup $args[0] | Get-CognitoGroup | ForEach-Object GroupName",
                _pool
            )
            .Succeeded();

        Assert.Equal(["g[", "g[x]", "gx"], outcome.Output.Skip(3).Select(item => item.ToString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_piped_identifier_is_no_pattern_and_First_counts_it()
    {
        Outcome outcome = _engine
            .Run(
                """
                $null = 'ax', 'a[x]', 'a*' | ForEach-Object { New-CognitoResourceServer $args[0] $_ -Name api }
                Get-CognitoResourceServer $args[0] | Where-Object Identifier -ne 'ax' | Get-CognitoResourceServer | ForEach-Object Identifier
                'first:'
                Get-CognitoResourceServer $args[0] | Get-CognitoResourceServer -First 1 -Skip 1 | ForEach-Object { 'one' }
                """.Replace("$args[0]", $"'{_pool}'", StringComparison.Ordinal)
            )
            .Succeeded();

        Assert.Equal(["a*", "a[x]", "first:", "one"], outcome.Output.Select(item => item.ToString()).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Get-CognitoUserPool 'a['")]
    [InlineData("Get-CognitoUserPoolClient $args[0] -Name 'a['")]
    [InlineData("Get-CognitoGroup $args[0] 'a['")]
    [InlineData("Get-CognitoUser $args[0] -Email 'a['")]
    public void A_broken_pattern_is_an_error_of_its_own(string script) =>
        Assert.Equal(["InvalidPattern"], _engine.Run(script, _pool).ErrorIds);

    [Fact]
    public void A_pool_name_that_nobody_has_is_an_error_and_a_pattern_is_none()
    {
        Assert.Equal(["PoolNotFound"], _engine.Run("Get-CognitoUserPool costumers | Get-CognitoUser").ErrorIds);
        Assert.Empty(_engine.Run("Get-CognitoUserPool costumers*").Succeeded().Output);
        Assert.Single(_engine.Run("Get-CognitoUserPool customers -First 1").Succeeded().Output);
    }

    [Theory]
    [InlineData("Get-CognitoUser $args[0] $undefined")]
    [InlineData("Get-CognitoUser $args[0] @()")]
    [InlineData("Get-CognitoGroup $args[0] $undefined")]
    [InlineData("Get-CognitoUserPool -Region $undefined")]
    [InlineData("Get-CognitoUserPoolClient $args[0] | Set-CognitoUserPoolClient -AddReadAttribute $undefined")]
    [InlineData("Get-CognitoUserPoolClient $args[0] | Set-CognitoUserPoolClient -Clear $undefined")]
    public void A_list_that_is_missing_is_an_error_and_does_not_mean_all(string script)
    {
        _engine.Server.AddUsers(_pool, 3);
        _engine.Server.AddClients(_pool, 1);

        Outcome outcome = _engine.Run(script, _pool);

        Assert.Equal(["MissingList"], outcome.ErrorIds);
        Assert.Empty(outcome.Output);
    }

    [Fact]
    public void A_piped_name_is_a_user_and_does_not_mean_all()
    {
        Outcome outcome = _engine.Run(
            "'ann', 'b*' | ForEach-Object { New-CognitoUser $args[0] $_ -MessageAction SUPPRESS } | ForEach-Object { }; 'ann', 'b*', 'nobody' | Get-CognitoUser $args[0] | ForEach-Object Username".Replace(
                "$args[0]",
                $"'{_pool}'",
                StringComparison.Ordinal
            )
        );

        Assert.Equal(["ann", "b*"], outcome.Output.Select(item => item.ToString()));
        Assert.Equal(["UserNotFoundException"], outcome.ErrorIds);
    }

    [Fact]
    public void A_port_that_is_missing_does_not_mean_every_server() =>
        Assert.Equal(["ParameterArgumentValidationError"], _engine.Run("Stop-CognitoLocalServer -Port $undefined").ErrorIds);

    [Fact]
    public void A_combination_that_makes_no_sense_ends_the_cmdlet()
    {
        Outcome outcome = _engine.Run("Get-CognitoUser $args[0] -CountByStatus -Duplicate email", _pool);

        Assert.Equal(["InvalidCombination"], outcome.ErrorIds);
        Assert.Empty(outcome.Output);
        Assert.Equal(0, _engine.Server.Log.Count());
    }
}
