using System.Management.Automation;
using System.Text.Json;
using CognitoPS.Audit;
using CognitoPS.Errors;
using CognitoPS.Tests.Support;
using Xunit;

namespace CognitoPS.Tests.Audit;

/// <summary>Test- and Repair-CognitoUserPool: which pools, which findings, and what is run.</summary>
public sealed class AuditTests : IDisposable
{
    private readonly Engine _engine = new();
    private readonly TemporaryFolder _folder = new();
    private readonly string _pool;

    public AuditTests()
    {
        _engine.Run("$ConfirmPreference = 'None'").Succeeded();
        _pool = _engine.Server.AddPool("customers");
    }

    public void Dispose()
    {
        _engine.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Pools_come_by_name_by_id_and_by_pipeline_in_the_order_of_the_pools()
    {
        string other = _engine.Server.AddPool("staff");
        string overseas = _engine.Server.AddPool("overseas", "us-east-1");
        Assert.Equal([_pool], Tested("Test-CognitoUserPool cust*"));
        Assert.Equal([_pool], Tested($"Test-CognitoUserPool {_pool}"));
        Assert.Equal([_pool, other], Tested("Test-CognitoUserPool"));
        Assert.Equal([_pool, other], Tested("Get-CognitoUserPool | Test-CognitoUserPool"));
        Assert.Equal([other], Tested("Get-CognitoUserPool staff -Detailed | Test-CognitoUserPool"));
        Assert.Equal([overseas, _pool, other], Tested("Test-CognitoUserPool -Region us-east-1, eu-west-1"));
        Assert.Equal(["PoolNotFound"], _engine.Run("Test-CognitoUserPool nobody").ErrorIds);

        List<string> Tested(string script) =>
            [.. _engine.Run(script).Succeeded().All("UserPoolId").Cast<string>().Aggregate(new List<string>(), Distinct)];

        static List<string> Distinct(List<string> pools, string pool)
        {
            if (pools.Count == 0 || pools[^1] != pool)
                pools.Add(pool);
            return pools;
        }
    }

    [Fact]
    public void A_pool_that_is_not_there_is_an_error_and_the_others_are_tested()
    {
        Outcome outcome = _engine.Run(
            $"'eu-west-1_Missing00', '{_pool}' | ForEach-Object {{ @{{ UserPoolId = $_ }} }} | ForEach-Object {{ [pscustomobject]$_ }} | Test-CognitoUserPool"
        );
        Assert.Equal(["ResourceNotFoundException"], outcome.ErrorIds);
        Assert.Equal("eu-west-1_Missing00", outcome.Errors[0].TargetObject.ToString());
        Assert.All(outcome.All("UserPoolId"), pool => Assert.Equal(_pool, pool));
        Assert.NotEmpty(outcome.Output);
    }

    [Fact]
    public void Only_what_the_chosen_rules_need_is_asked()
    {
        int before = _engine.Server.Log.Requests.Count;
        _engine.Run("Test-CognitoUserPool $args[0] -RuleId password-*", _pool).Succeeded();
        Assert.Equal(["DescribeUserPool"], _engine.Server.Log.Requests.Skip(before).Select(request => request.Operation));
    }

    [Fact]
    public void A_rule_that_nobody_knows_is_an_error() =>
        Assert.Equal(["UnknownRule"], _engine.Run("Test-CognitoUserPool $args[0] -RuleId pasword-length", _pool).Failures.Select(IdIn));

    [Fact]
    public void Severity_is_the_least_that_is_told_and_the_worst_comes_first()
    {
        var severities = _engine
            .Run("Test-CognitoUserPool $args[0] -IncludePassed", _pool)
            .Succeeded()
            .All("Severity")
            .Cast<string>()
            .Select(Enum.Parse<Severity>)
            .ToList();
        Assert.Equal(severities.OrderDescending(), severities);
        Assert.All(
            _engine.Run("Test-CognitoUserPool $args[0] -Severity Medium -IncludePassed", _pool).Succeeded().All("Severity"),
            severity => Assert.Contains((string?)severity, new[] { "Medium", "High", "Critical" })
        );
    }

    [Fact]
    public void Quiet_is_true_where_nothing_fails_and_the_unknown_does_not()
    {
        Assert.Equal(false, _engine.Run("Test-CognitoUserPool $args[0] -Quiet", _pool).Succeeded().Output.Single().BaseObject);
        Assert.Equal(
            true,
            _engine.Run("Test-CognitoUserPool $args[0] -RuleId pool-web-acl -Quiet", _pool).Succeeded().Output.Single().BaseObject
        );
    }

    [Fact]
    public void A_suppression_holds_for_its_rule_pool_and_time()
    {
        string file = Write(
            """
            [
              { "RuleId": "sign-up-*", "UserPoolId": "customers", "Reason": "A shop.", "Until": "2999-12-31" },
              { "RuleId": "mfa-off", "UserPoolId": "staff", "Reason": "Elsewhere.", "Until": "2999-12-31" },
              { "RuleId": "pool-deletion-protection", "Reason": "Until the move.", "Until": "2001-01-01" }, // over
            ]
            """
        );
        Outcome outcome = _engine.Run("Test-CognitoUserPool $args[0] -SuppressionPath $args[1] -IncludePassed", _pool, file).Succeeded();
        PSObject suppressed = Assert.Single(outcome.Output, finding => (string)finding.Properties["Status"].Value == "Suppressed");
        Assert.Equal(("sign-up-open", "A shop."), (suppressed.Properties["RuleId"].Value, suppressed.Properties["Reason"].Value));
        Assert.Contains("pool-deletion-protection", Assert.Single(outcome.Warnings));
        var shown = _engine.Run("Test-CognitoUserPool $args[0] -SuppressionPath $args[1]", _pool, file).Succeeded().All("RuleId").ToList();
        Assert.DoesNotContain("sign-up-open", shown);
        Assert.Contains("mfa-off", shown);
        Assert.Contains("pool-deletion-protection", shown);
    }

    [Theory]
    [InlineData("""[{ "RuleId": "mfa-off", "Until": "2999-12-31" }]""")]
    [InlineData("""[{ "RuleId": "mfa-off", "Reason": "x" }]""")]
    [InlineData("""[{ "RuleId": "mfa-off", "Reason": "x", "Until": "soon" }]""")]
    [InlineData("""[{ "RuleId": "no-such-rule", "Reason": "x", "Until": "2999-12-31" }]""")]
    [InlineData("""[{ "RuleId": "mfa-off", "Reason": "x", "Until": "2999-12-31", "Pool": "y" }]""")]
    [InlineData("[ 1 ]")]
    [InlineData("not JSON")]
    public void A_suppression_without_a_reason_or_a_last_day_is_refused(string file) =>
        Assert.Equal("InvalidSuppression", Assert.Throws<CognitoException>(() => Suppressions.Parse(file)).Id);

    [Fact]
    public void A_suppression_holds_for_the_whole_of_its_last_day()
    {
        var suppressions = Suppressions.Parse("""{ "RuleId": "mfa-off", "Reason": "x", "Until": "2026-03-31" }""");
        Assert.Empty(suppressions.ExpiredAt(new DateTime(2026, 3, 31, 23, 59, 0, DateTimeKind.Utc)));
        Assert.Single(suppressions.ExpiredAt(new DateTime(2026, 4, 1, 0, 0, 0, DateTimeKind.Utc)));
    }

    [Fact]
    public async Task A_baseline_leaves_what_is_new()
    {
        string file = _folder.PathOf("baseline.json");
        ScriptResult result = await Pwsh.RunScriptAsync(
            $$"""
            Import-Module '{{Path.Combine(Repository.Module, "CognitoPS.psd1")}}'
            Connect-Cognito -EndpointUrl {{_engine.Server.Endpoint}} -Region eu-west-1 -AccessKey test -SecretKey test
            Test-CognitoUserPool {{_pool}} | ConvertTo-Json | Set-Content '{{file}}'
            @(Test-CognitoUserPool {{_pool}} -BaselinePath '{{file}}').Count
            $null = New-CognitoUserPoolClient {{_pool}} web -EnableTokenRevocation $false -PreventUserExistenceErrors ENABLED
            Set-CognitoUserPool {{_pool}} -PasswordPolicy @{ MinimumLength = 7 }
            (Test-CognitoUserPool {{_pool}} -BaselinePath '{{file}}' -Severity Medium).RuleId
            """
        );
        Assert.Empty(result.Errors);
        Assert.Equal(["0", "password-length", "token-revocation"], result.Output);
    }

    [Fact]
    public void What_is_no_baseline_is_refused() =>
        Assert.Equal("InvalidBaseline", Assert.Throws<CognitoException>(() => Baseline.Parse("""[{ "Name": "x" }]""")).Id);

    [Fact]
    public void Repair_runs_the_remedies_and_asks_for_each()
    {
        string[] rules = ["pool-deletion-protection", "password-length", "sign-up-open"];
        int before = _engine.Server.Log.Requests.Count(request => request.Operation == "UpdateUserPool");
        _engine
            .Run("$found = Test-CognitoUserPool $args[0] -RuleId $args[1]; $found | Repair-CognitoUserPool -WhatIf", _pool, rules)
            .Succeeded();
        Assert.Equal(before, _engine.Server.Log.Requests.Count(request => request.Operation == "UpdateUserPool"));
        _engine.Run("$found | Repair-CognitoUserPool", _pool).Succeeded();
        Assert.Empty(_engine.Run("Test-CognitoUserPool $args[0] -RuleId $args[1]", _pool, rules).Succeeded().Output);
    }

    [Fact]
    public void Repair_says_what_no_command_mends_and_goes_on()
    {
        Outcome outcome = _engine.Run(
            "Test-CognitoUserPool $args[0] -RuleId username-*, log-message-*, pool-deletion-* | Repair-CognitoUserPool",
            _pool
        );
        Assert.Empty(outcome.Failures);
        Assert.Equal(2, outcome.Warnings.Count);
        Assert.Empty(_engine.Run("Test-CognitoUserPool $args[0] -RuleId pool-deletion-*", _pool).Succeeded().Output);
    }

    [Fact]
    public void An_error_of_a_remedy_is_an_error_and_the_next_one_is_run()
    {
        Outcome outcome = _engine.Run(
            """
            $found = Test-CognitoUserPool $args[0] -RuleId pool-deletion-protection
            $gone = [pscustomobject]@{ RuleId = 'mfa-off'; Status = 'Fail'; Remedy = 'Set-CognitoUserPool -UserPoolId eu-west-1_Missing00 -DeletionProtection ACTIVE' }
            $gone, $found | Repair-CognitoUserPool
            """,
            _pool
        );
        Assert.Equal(["ResourceNotFoundException"], outcome.ErrorIds);
        Assert.Empty(_engine.Run("Test-CognitoUserPool $args[0] -RuleId pool-deletion-*", _pool).Succeeded().Output);
    }

    [Theory]
    [InlineData("Get-Process")]
    [InlineData("Set-CognitoUserPool -UserPoolId $(Get-Process)")]
    [InlineData("Set-CognitoUserPool -UserPoolId x; Get-Process")]
    [InlineData("Set-CognitoUserPool -UserPoolId x | Get-Process")]
    [InlineData("Set-CognitoUserPool -UserPoolId x > file")]
    [InlineData("Set-CognitoUserPool -UserPoolId ([io.file]::ReadAllText('x'))")]
    [InlineData("Set-CognitoUserPool -UserPoolId $env:SECRET")]
    [InlineData("Set-CognitoUserPool -UserPoolId $found")]
    [InlineData("Set-CognitoUserPool -UserPoolId \"$(1)\"")]
    [InlineData("Set-CognitoUserPool @found")]
    [InlineData("& Set-CognitoUserPool -UserPoolId x")]
    [InlineData(". Set-CognitoUserPool -UserPoolId x")]
    [InlineData("Set-CognitoUserPool -UserPoolId x # and so on")]
    [InlineData("Set-CognitoUserPool -UserPoolId { Get-Process }")]
    [InlineData("Set-CognitoUserPool -UserPoolId x &")]
    [InlineData("Set-CognitoUserPool -UserPoolId x\n")]
    [InlineData("Set-CognitoUserPool -UserPoolId @{ a = Get-Process }")]
    [InlineData("Remove-CognitoUserPool -UserPoolId x")]
    [InlineData("param($x) Set-CognitoUserPool -UserPoolId x")]
    [InlineData("Set-CognitoUserPool -UserPoolId 'x")]
    public void What_is_no_remedy_is_not_run(string remedy)
    {
        int before = _engine.Server.Log.Requests.Count;
        Outcome outcome = _engine.Run(
            "[pscustomobject]@{ RuleId = 'mfa-off'; Status = 'Fail'; Remedy = $args[0] } | Repair-CognitoUserPool",
            remedy
        );
        Assert.Equal(["InvalidRemedy"], outcome.ErrorIds);
        Assert.Equal(before, _engine.Server.Log.Requests.Count);
    }

    [Theory]
    [InlineData("a';$global:pwned=1;'")]
    [InlineData("a\u2019;$global:pwned=1;\u2019")]
    [InlineData("$($global:pwned=1)")]
    [InlineData("-Confirm")]
    [InlineData("@found")]
    [InlineData("`a\"b&c|d<e>")]
    public void Whatever_a_group_is_called_a_remedy_means_that_group(string name)
    {
        _engine
            .Run(
                """
                $role = 'arn:aws:iam::123456789012:role/service'
                $null = New-CognitoGroup -UserPoolId $args[0] -GroupName '!' -Precedence 1 -RoleArn $role
                $null = New-CognitoGroup -UserPoolId $args[0] -GroupName $args[1] -Precedence 1 -RoleArn $role
                """,
                _pool,
                name
            )
            .Succeeded();
        string remedy = (string)_engine.Run("Test-CognitoUserPool $args[0] -RuleId group-precedence-tie", _pool).Succeeded()["Remedy"]!;
        RemedyText.Check(remedy);
        _engine.Run(remedy).Succeeded();
        Assert.Empty(_engine.Run("Test-CognitoUserPool $args[0] -RuleId group-precedence-tie", _pool).Succeeded().Output);
        Assert.Equal(
            [2],
            _engine
                .Run("Get-CognitoGroup -UserPoolId $args[0] -GroupName ([wildcardpattern]::Escape($args[1]))", _pool, name)
                .All("Precedence")
        );
        Assert.Empty(_engine.Run("Get-Variable pwned -ErrorAction Ignore").Output);
    }

    [Fact]
    public async Task A_log_for_code_scanning_is_what_the_published_schema_says()
    {
        string folder = Repository.In("tests", "js");
        NodePackages.Require(folder);
        string suppressions = Write("""{ "RuleId": "sign-up-open", "Reason": "A shop.", "Until": "2999-12-31" }""");
        string log = (string)
            _engine
                .Run("Test-CognitoUserPool -IncludePassed -AsSarif -SuppressionPath $args[0]", suppressions)
                .Succeeded()
                .Output.Single()
                .BaseObject;
        string file = _folder.PathOf("log.sarif");
        await File.WriteAllTextAsync(file, log);
        ProcessResult result = await OtherProcess.RunAsync(
            new("node", ["--test", "sarif.test.mjs"]) { WorkingDirectory = folder, Environment = { ["SARIF_LOG"] = file } }
        );
        Assert.True(result.ExitCode == 0, result.Output + result.Errors);

        JsonElement run = JsonDocument.Parse(log).RootElement.GetProperty("runs")[0];
        JsonElement rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules");
        Assert.Equal(AuditRules.All.Count, rules.GetArrayLength());
        JsonElement[] results = [.. run.GetProperty("results").EnumerateArray()];
        Assert.Equal(
            ["fail", "notApplicable", "open", "pass"],
            results.Select(one => one.GetProperty("kind").GetString()).Distinct().Order()
        );
        Assert.All(
            results,
            one =>
                Assert.Equal(
                    one.GetProperty("ruleId").GetString(),
                    rules[one.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString()
                )
        );
        JsonElement suppressed = Assert.Single(results, one => one.TryGetProperty("suppressions", out _));
        Assert.Equal("A shop.", suppressed.GetProperty("suppressions")[0].GetProperty("justification").GetString());
        Assert.Equal(results.Length, results.Select(one => one.GetProperty("partialFingerprints").ToString()).Distinct().Count());
    }

    private string Write(string text)
    {
        string path = _folder.PathOf("file.json");
        File.WriteAllText(path, text);
        return path;
    }

    private static string IdIn(string failure) => failure.Split("-> ")[1].Split(':')[0];
}
