using System.Management.Automation;
using System.Text.Json;
using CognitoPS.LocalServer.Requests;
using CognitoPS.LocalServer.State;
using CognitoPS.Tests.Support;
using Xunit;

namespace CognitoPS.Tests.Cmdlets;

/// <summary>The user cmdlets, from a script to the server and back.</summary>
public sealed class UserTests : IDisposable
{
    private readonly Engine _engine = new();
    private readonly string _pool;

    public UserTests() =>
        _pool = _engine.Server.AddPool(
            "customers",
            settings: """
            { "Schema": [{ "Name": "department", "AttributeDataType": "String", "Mutable": true }] }
            """
        );

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void Everything_asked_for_is_there_in_the_end_though_requests_fail()
    {
        const int Count = 300;
        Faults faults = _engine.Server.Faults;
        (faults.ThrottleRatio, faults.ErrorRatio, faults.DropRatio) = (0.05, 0.01, 0.01);
        int[] all = [.. Enumerable.Range(1, Count)];

        Outcome outcome = _engine.Run(
            """
            $pool, $all = $args
            foreach ($group in 'even', 'third') { [void](New-CognitoGroup $pool $group) }
            $all | ForEach-Object { [pscustomobject]@{ Username = "user$_"; mail = "user$_@example.com" } } |
                New-CognitoUser $pool -MessageAction SUPPRESS -Attribute { @{ email = $_.mail; department = 'new' } } -ThrottleLimit 32 | ForEach-Object Username
            foreach ($i in $all) { if ($i % 2 -eq 0) { "user$i" } } | Add-CognitoGroupMember $pool even -ThrottleLimit 32
            foreach ($i in $all) { if ($i % 3 -eq 0) { "user$i" } } | Add-CognitoGroupMember $pool third -ThrottleLimit 32
            foreach ($i in $all) { "user$i" } | Set-CognitoUser $pool -Attribute { @{ Department = "d$_" } } -ThrottleLimit 32
            foreach ($i in $all) { if ($i % 5 -eq 0) { "user$i" } } | Disable-CognitoUser $pool -ThrottleLimit 32
            foreach ($i in $all) { if ($i % 7 -eq 0) { "user$i" } } | Remove-CognitoUser $pool -Confirm:$false -ThrottleLimit 32
            """.Replace("foreach ($i in $all) {", "& { foreach ($i in $all) {", StringComparison.Ordinal).Replace(
                " } | ",
                " } } | ",
                StringComparison.Ordinal
            ),
            _pool,
            all
        );
        (faults.ThrottleRatio, faults.ErrorRatio, faults.DropRatio) = (0, 0, 0);

        Assert.Null(outcome.Terminating);
        Assert.Equal(all.Select(i => $"user{i}"), outcome.Output.Select(name => name.ToString()));
        Assert.Empty(outcome.Errors);
        int[] left = [.. all.Where(i => i % 7 != 0)];
        var users = _engine
            .Run("Get-CognitoUser $args[0] -Parallel", _pool)
            .Succeeded()
            .Output.ToDictionary(user => (string)user.Properties["Username"].Value);
        Assert.Equal(left.Select(i => $"user{i}").Order(), users.Keys.Order());
        Assert.All(
            left,
            i =>
            {
                PSObject user = users[$"user{i}"];
                Assert.Equal(i % 5 != 0, user.Properties["Enabled"].Value);
                Assert.Equal($"duser{i}", user.Properties["custom:department"].Value);
                Assert.Equal($"user{i}@example.com", user.Properties["Email"].Value);
            }
        );
        Assert.Equal(left.Where(i => i % 2 == 0).Select(i => $"user{i}").Order(), Members("even"));
        Assert.Equal(left.Where(i => i % 3 == 0).Select(i => $"user{i}").Order(), Members("third"));
    }

    [Fact]
    public void What_cannot_be_healed_is_in_the_error_stream_with_its_user()
    {
        _engine.Server.Faults.Operations = ["AdminDisableUser"];
        _engine.Server.Faults.ErrorRatio = 1;

        Outcome outcome = _engine.Run(
            "& { foreach ($name in 'anna') { [pscustomobject]@{ Username = $name; Row = 7 } } } | Disable-CognitoUser $args[0]",
            _pool
        );

        Assert.Equal(["InternalErrorException"], outcome.ErrorIds);
        Assert.Equal(["anna"], outcome.Errors.Select(error => ((PSObject)error.TargetObject).Properties["Username"].Value));
    }

    [Fact]
    public void A_missing_user_among_many_is_one_error_and_the_rest_is_done()
    {
        string[] names = [.. Enumerable.Range(0, 200).Select(i => $"user{i}")];
        Create(names);
        string[] asked = [.. names[..99], "nobody", .. names[99..]];

        Outcome outcome = _engine.Run("$args[1] | Disable-CognitoUser $args[0] -ThrottleLimit 16", _pool, asked);

        Assert.Equal(["UserNotFoundException"], outcome.ErrorIds);
        Assert.Equal("nobody", outcome.Errors[0].TargetObject.ToString());
        Assert.Equal(200, _engine.Run("Get-CognitoUser $args[0] -Enabled $false", _pool).Succeeded().Output.Count);
    }

    [Theory]
    [InlineData("o'neil,\"the\"\\user")]
    [InlineData("Дарья—数字🙂")]
    [InlineData("a*b?[c]")]
    public void Any_name_that_the_service_takes_goes_through_every_cmdlet(string name)
    {
        Outcome outcome = _engine
            .Run(
                """
                $pool, $name = $args
                New-CognitoUser $pool $name -MessageAction SUPPRESS | Set-CognitoUser -Attribute @{ name = $name } -PassThru | Disable-CognitoUser -PassThru
                Get-CognitoUser $pool -Name ([WildcardPattern]::Escape($name))
                Get-CognitoUser $pool -Filter ('username = "' + $name.Replace('\', '\\').Replace('"', '\"') + '"') | Get-CognitoUser | Remove-CognitoUser -Confirm:$false
                """,
                _pool,
                name
            )
            .Succeeded();

        Assert.Equal([name, name], outcome.All("Username"));
        Assert.Empty(_engine.Run("Get-CognitoUser $args[0]", _pool).Succeeded().Output);
    }

    [Fact]
    public void A_name_of_128_characters_is_taken_and_longer_ones_are_refused_before_sending()
    {
        Create([new string('x', 128)]);

        Outcome outcome = _engine.Run("New-CognitoUser $args[0] ('x' * 129), 'two words' -MessageAction SUPPRESS", _pool);

        Assert.Equal(["InvalidUsername", "InvalidUsername"], outcome.ErrorIds);
        Assert.Equal(1, _engine.Server.Log.Count("AdminCreateUser"));
    }

    [Fact]
    public void An_attribute_that_is_not_in_the_schema_is_refused_before_sending_and_the_nearest_offered()
    {
        Outcome outcome = _engine.Run(
            "New-CognitoUser $args[0] anna -MessageAction SUPPRESS -Attribute @{ departmant = 'sales' }; Set-CognitoUser $args[0] anna -RemoveAttribute custom:departmant",
            _pool
        );

        Assert.Equal(["UnknownAttribute", "UnknownAttribute"], outcome.ErrorIds);
        Assert.All(
            outcome.Errors,
            error => Assert.Contains("Did you mean department?", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal)
        );
        Assert.Equal(0, _engine.Server.Log.Count("AdminCreateUser") + _engine.Server.Log.Count("AdminDeleteUserAttributes"));
    }

    [Theory]
    [InlineData("-Email a*", "email ^= \"a\"")]
    [InlineData("-Email 'a\"b\\c'", "email = \"a\\\"b\\\\c\"")]
    [InlineData("-Status CONFIRMED", "cognito:user_status = \"CONFIRMED\"")]
    [InlineData("-Enabled $false", "status = \"Disabled\"")]
    [InlineData("-Status CONFIRMED -Email anna@example.com", "email = \"anna@example.com\"")]
    [InlineData("-PhoneNumber +1555*", "phone_number ^= \"+1555\"")]
    [InlineData("-Username an?a", "username ^= \"an\"")]
    [InlineData("-Email *@example.com", null)]
    public void Conditions_become_one_filter_and_the_rest_is_tried_here(string parameters, string? filter)
    {
        _engine.Run($"Get-CognitoUser $args[0] {parameters}", _pool).Succeeded();

        using var request = JsonDocument.Parse(_engine.Server.Log.Requests.Single(logged => logged.Operation == "ListUsers").Body);
        Assert.Equal(filter, request.RootElement.TryGetProperty("Filter", out JsonElement sent) ? sent.GetString() : null);
    }

    [Fact]
    public void Conditions_that_the_service_cannot_combine_all_hold()
    {
        Create(["anna1", "anna2", "ben1"]);
        _engine.Run("Disable-CognitoUser $args[0] anna2", _pool).Succeeded();

        Assert.Equal(
            ["anna1"],
            _engine
                .Run("Get-CognitoUser $args[0] -Username anna* -Email *@example.com -Enabled $true -First 5", _pool)
                .Succeeded()
                .All("Username")
        );
    }

    [Fact]
    public async Task Parallel_gives_every_user_once_while_others_come_and_go()
    {
        _engine.Server.AddUsers(_pool, 3000);
        string[] there = [.. Names("Get-CognitoUser $args[0]")];
        using var stop = new CancellationTokenSource();
        var others = Task.Run(
            () =>
            {
                while (!stop.IsCancellationRequested)
                {
                    _engine.Server.AddUsers(_pool, 10);
                    Thread.Sleep(5);
                }
            },
            TestContext.Current.CancellationToken
        );

        string[] listed = [.. Names("Get-CognitoUser $args[0] -Parallel")];
        await stop.CancelAsync();
        await others;

        Assert.Equal(listed.Length, listed.Distinct().Count());
        Assert.Empty(there.Except(listed));
    }

    [Fact]
    public void Parallel_cuts_finer_when_more_may_be_under_way()
    {
        using var engine = new Engine();
        string pool = engine.Server.AddPool("x");
        engine.Server.AddUsers(pool, 100);
        Assert.Equal(100, engine.Run("Get-CognitoUser $args[0] -Parallel -ThrottleLimit 32", pool).Succeeded().Output.Count);
        Assert.Equal(256, engine.Server.Log.Count("ListUsers"));
    }

    [Fact]
    public void A_password_that_breaks_the_policy_is_refused_with_the_pools_rules()
    {
        Create(["anna"]);

        Outcome outcome = _engine.Run("Set-CognitoUserPassword $args[0] anna short", _pool);

        Assert.Equal(["InvalidPasswordException"], outcome.ErrorIds);
        Assert.Contains("at least 8 characters", outcome.Errors[0].ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("short ", outcome.Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_creation_whose_answer_was_lost_is_not_an_error()
    {
        Faults faults = _engine.Server.Faults;
        (faults.TruncateAnswer, faults.Operations, faults.Latency) = (true, ["AdminCreateUser"], TimeSpan.FromMilliseconds(100));
        var healing = Task.Run(
            async () =>
            {
                await _engine.Server.Log.WaitForAsync(2, "AdminCreateUser", TestContext.Current.CancellationToken);
                faults.TruncateAnswer = false;
            },
            TestContext.Current.CancellationToken
        );

        Outcome outcome = _engine.Run(
            "New-CognitoUser $args[0] anna -Attribute @{ email = 'anna@example.com' } -MessageAction SUPPRESS",
            _pool
        );
        await healing;

        Assert.Equal("anna", outcome.Succeeded()["Username"]);
        Assert.Equal(["UsernameExistsException"], _engine.Run("New-CognitoUser $args[0] anna -MessageAction SUPPRESS", _pool).ErrorIds);
    }

    [Fact]
    public void A_group_more_than_a_user_can_be_in_is_one_error_and_not_retried()
    {
        Create(["anna"]);
        Outcome outcome = _engine.Run(
            """
            $groups = foreach ($i in 1..101) { "g$i" }
            foreach ($group in $groups) { [void](New-CognitoGroup $args[0] $group) }
            Add-CognitoGroupMember $args[0] $groups anna
            """,
            _pool
        );

        Assert.Equal(["InvalidParameterException"], outcome.ErrorIds);
        Assert.Equal("anna", outcome.Errors[0].TargetObject);
        Assert.Equal(101, _engine.Server.Log.Count("AdminAddUserToGroup"));
    }

    [Fact]
    public void More_invitations_than_a_day_allows_are_not_sent_when_nobody_can_be_asked()
    {
        Outcome outcome = _engine.Run(
            "& { foreach ($i in 1..53) { \"user$i\" } } | New-CognitoUser $args[0] -Attribute { @{ email = \"$_@example.com\" } }",
            _pool
        );

        Assert.Equal(50, outcome.Output.Count);
        Assert.Equal(["TooManyInvitations", "TooManyInvitations", "TooManyInvitations"], outcome.ErrorIds);
        Assert.Equal(50, _engine.Server.Log.Count("AdminCreateUser"));
    }

    [Fact]
    public void Reading_many_users_one_by_one_is_said_once_to_cost()
    {
        Create([.. Enumerable.Range(0, 103).Select(i => $"user{i}")]);

        Outcome outcome = _engine.Run("Get-CognitoUser $args[0] | Get-CognitoUser | Get-CognitoUserAuthFactor", _pool).Succeeded();

        Assert.Equal(103, outcome.Output.Count);
        Assert.Equal(2, outcome.Warnings.Count(warning => warning.Contains("one at a time", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("-Username A*")]
    [InlineData("-Username A* -Email *")]
    [InlineData("-Username A* -Parallel")]
    [InlineData("-Username A?na")]
    [InlineData("-Filter 'username ^= \"A\"' -Email anna@example.com")]
    public void Letter_case_counts_in_user_names_whoever_filters(string parameters)
    {
        _engine
            .Run(
                "foreach ($name in 'Anna', 'anna') { New-CognitoUser $args[0] $name -MessageAction SUPPRESS -Attribute @{ email = 'anna@example.com' } }",
                _pool
            )
            .Succeeded();

        Assert.Equal(["Anna"], _engine.Run($"Get-CognitoUser $args[0] {parameters}", _pool).Succeeded().All("Username"));
    }

    [Fact]
    public void Duplicates_are_found_without_regard_to_letter_case_and_can_be_acted_on()
    {
        _engine
            .Run(
                "foreach ($i in 1..3) { New-CognitoUser $args[0] \"user$i\" -MessageAction SUPPRESS -Attribute @{ email = ('Anna@example.com', 'anna@EXAMPLE.com', 'ben@example.com')[$i - 1] } }",
                _pool
            )
            .Succeeded();

        Outcome outcome = _engine.Run("Get-CognitoUser $args[0] -Duplicate email", _pool).Succeeded();
        _engine.Run("Get-CognitoUser $args[0] -Duplicate email | Disable-CognitoUser", _pool).Succeeded();

        Assert.Equal("anna@example.com", outcome["Value"]);
        Assert.Equal(["user1", "user2"], ((IEnumerable<string>)outcome["Username"]!).Order());
        Assert.Equal(
            ["user1", "user2"],
            _engine.Run("Get-CognitoUser $args[0] -Enabled $false", _pool).All("Username").Cast<string>().Order()
        );
    }

    [Fact]
    public void Counting_by_status_fetches_no_attributes()
    {
        Create(["anna", "ben", "carl"]);
        _engine.Run("Set-CognitoUserPassword $args[0] anna 'Abcdefg1!' -Permanent; Disable-CognitoUser $args[0] ben", _pool).Succeeded();

        Outcome outcome = _engine.Run("Get-CognitoUser $args[0] -CountByStatus", _pool).Succeeded();

        Assert.Equal(
            ["CONFIRMED 1 0", "FORCE_CHANGE_PASSWORD 1 1"],
            outcome.Output.Select(count =>
                $"{count.Properties["Status"].Value} {count.Properties["Enabled"].Value} {count.Properties["Disabled"].Value}"
            )
        );
        Assert.Contains(
            "\"AttributesToGet\":[\"sub\"]",
            _engine.Server.Log.Requests.Last(request => request.Operation == "ListUsers").Body,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Inactivity_says_how_it_is_known()
    {
        Create(["anna"]);

        Outcome none = _engine.Run("Get-CognitoUser $args[0] -Inactive 1h", _pool).Succeeded();
        Outcome all = _engine.Run("Get-CognitoUser $args[0] -Inactive ([timespan]::FromSeconds(-60))", _pool).Succeeded();

        Assert.Empty(none.Output);
        Assert.Equal("Modified", all["LastActiveSource"]);
        Assert.Single(all.Warnings);
    }

    [Fact]
    public void Inactivity_goes_by_successful_events_where_there_are_any()
    {
        string pool = _engine.Server.AddPool(
            "watched",
            settings: """{ "UserPoolTier": "PLUS", "UserPoolAddOns": { "AdvancedSecurityMode": "AUDIT" } }"""
        );
        _engine.Run("'anna', 'ben', 'carl' | New-CognitoUser $args[0] -MessageAction SUPPRESS", pool).Succeeded();
        Give(
            pool,
            "anna",
            new CognitoPS.LocalServer.State.AuthEvent("e1", "SignIn", true, 2, DateTimeOffset.UtcNow.AddDays(10).ToUnixTimeMilliseconds())
        );
        Give(
            pool,
            "ben",
            new CognitoPS.LocalServer.State.AuthEvent("e2", "SignIn", false, 3, DateTimeOffset.UtcNow.AddDays(10).ToUnixTimeMilliseconds()),
            new CognitoPS.LocalServer.State.AuthEvent("e3", "SignIn", true, 1, DateTimeOffset.UtcNow.AddDays(-100).ToUnixTimeMilliseconds())
        );

        Outcome outcome = _engine
            .Run("Get-CognitoUser $args[0] -Inactive ([timespan]::FromDays(-1)); Get-CognitoAuthEvent $args[0] ben", pool)
            .Succeeded();

        Assert.Equal(
            ["ben AuthEvent", "carl Modified"],
            outcome
                .Output.Take(2)
                .Select(user => $"{user.Properties["Username"].Value} {user.Properties["LastActiveSource"].Value}")
                .Order()
        );
        Assert.Equal(["Fail", "Pass"], outcome.Output.Skip(2).Select(found => found.Properties["EventResponse"].Value));
        Assert.Empty(outcome.Warnings);
    }

    [Fact]
    public void Devices_and_sessions_pipe_from_Get_into_the_cmdlets_that_change_them()
    {
        Create(["anna"]);
        SignInRecord record = Record(_pool, "anna");
        record.Devices = [new Device("eu-west-1_00000000-aaaa", 1, 0) { Name = "phone" }, new Device("eu-west-1_00000001-aaaa", 2, 0)];
        record.Sessions = [new Session("a", "client", 1, 0), new Session("b", "client", 2, 0)];

        Outcome outcome = _engine
            .Run(
                """
                $anna = Get-CognitoUser $args[0]
                $anna | Get-CognitoUserDevice | Set-CognitoUserDevice -DeviceRememberedStatus remembered
                $anna | Get-CognitoUserDevice -First 1 | Remove-CognitoUserDevice -Confirm:$false
                $anna | Get-CognitoUserDevice
                $anna | Get-CognitoUserSession | ForEach-Object { if ($_.SessionId -eq 'a') { $_ } } | Revoke-CognitoUserSession
                $anna | Get-CognitoUserSession
                """,
                _pool
            )
            .Succeeded();

        Assert.Equal("eu-west-1_00000001-aaaa", outcome.Output[0].Properties["DeviceKey"].Value);
        Assert.Equal("remembered", outcome.Output[0].Properties["Status"].Value);
        Assert.Equal("b", outcome.Output[1].Properties["SessionId"].Value);
    }

    [Fact]
    public void ErrorAction_Stop_starts_nothing_after_the_error()
    {
        Create([.. Enumerable.Range(0, 60).Select(i => $"user{i}")]);
        _engine.Server.Log.Clear();

        Outcome outcome = _engine.Run(
            "& { 'user0'; 'nobody'; foreach ($i in 1..59) { \"user$i\" } } | Disable-CognitoUser $args[0] -ThrottleLimit 2 -ErrorAction Stop",
            _pool
        );

        Assert.IsType<ActionPreferenceStopException>(outcome.Terminating);
        // What had been taken in before the error was known may have been sent: eight items for each slot, never the rest.
        Assert.InRange(_engine.Server.Log.Count("AdminDisableUser"), 2, 2 * 8 + 2);
    }

    private void Create(string[] names) =>
        _engine
            .Run(
                "$args[1] | New-CognitoUser $args[0] -MessageAction SUPPRESS -Attribute { @{ email = \"$($_.Substring(0, [math]::Min(20, $_.Length)))@example.com\" } } -ThrottleLimit 16",
                _pool,
                names
            )
            .Succeeded();

    private void Give(string pool, string user, params CognitoPS.LocalServer.State.AuthEvent[] events) =>
        Record(pool, user).AuthEvents = events;

    private SignInRecord Record(string pool, string user) =>
        _engine.Server.State.FindPool(pool)!.FindUser(user)!.SignIn ??= new SignInRecord();

    private IEnumerable<string> Names(string script) => _engine.Run(script, _pool).Succeeded().All("Username").Cast<string>();

    private IEnumerable<string> Members(string group) =>
        _engine.Run("Get-CognitoGroupMember $args[0] $args[1]", _pool, group).Succeeded().All("Username").Cast<string>().Order();
}
