using System.Management.Automation;
using CognitoPS.Tests.Conventions;
using CognitoPS.Tests.Support;
using Xunit;

namespace CognitoPS.Tests.Pipeline;

/// <summary>What a piped object says: which thing is meant, in which pool and region, and what it brings along.</summary>
public sealed class PipedObjectTests : IDisposable
{
    private const string Setup = """
        $pool = New-CognitoUserPool customers
        $other = New-CognitoUserPool others
        $pool, $other | ForEach-Object { Add-CognitoUserPoolAttribute $_ department -WarningAction SilentlyContinue }
        $client = 'web', 'app', 'cli' | ForEach-Object { New-CognitoUserPoolClient $pool $_ }
        $group = 'admins', 'staff', 'guests' | ForEach-Object { New-CognitoGroup $pool $_ }
        $server = 'https://a.example.com', 'https://b.example.com' | ForEach-Object { New-CognitoResourceServer $pool $_ API }
        $user = 'anna', 'bert', 'cleo' | ForEach-Object {
            New-CognitoUser $pool $_ @{ email = "$_@example.com"; email_verified = $true; department = 'sales' } -MessageAction SUPPRESS
        }
        $provider = 'one', 'two' | ForEach-Object {
            New-CognitoIdentityProvider $pool "saml-$_" SAML -MetadataUrl https://idp.example.com/metadata.xml
        }
        """;

    private readonly Engine _engine = new();

    public PipedObjectTests() => _engine.Run(Setup).Succeeded();

    public void Dispose() => _engine.Dispose();

    // One of each thing into every Get- that takes what identifies it, beside each switch: it is that thing, and nothing is listed.
    [Theory]
    [InlineData("$pool", "CognitoUserPool", "UserPoolId")]
    [InlineData("(Get-CognitoUserPool customers)", "CognitoUserPool", "UserPoolId")]
    [InlineData("$client[1]", "CognitoUserPoolClient", "ClientId")]
    [InlineData("(Get-CognitoUserPoolClient $pool -First 1)", "CognitoUserPoolClient", "ClientId")]
    [InlineData("$group[1]", "CognitoGroup", "GroupName")]
    [InlineData("$server[1]", "CognitoResourceServer", "Identifier")]
    [InlineData("$user[1]", "CognitoUser", "Username")]
    [InlineData("(Get-CognitoUser $pool -First 1)", "CognitoUser", "Username")]
    [InlineData("$provider[1]", "CognitoIdentityProvider", "ProviderName")]
    [InlineData("(Get-CognitoIdentityProvider $pool -First 1)", "CognitoIdentityProvider", "ProviderName")]
    public void One_thing_is_read_whatever_switch_stands_beside_it(string thing, string noun, string key)
    {
        Type cmdlet = TheModule.AllCmdlets.Single(type => TheModule.NameOf(type) == $"Get-{noun}");
        string[] switches =
        [
            "",
            .. TheModule
                .Parameters(cmdlet)
                .Where(property => property.PropertyType == typeof(SwitchParameter))
                .Select(property => $"-{property.Name}"),
        ];
        foreach (string parameter in switches)
        {
            PSObject piped = Assert.Single(_engine.Run($"$it = {thing}; $it").Succeeded().Output);
            long before = _engine.Server.Log.Count();
            Outcome outcome = _engine.Run($"$it | Get-{noun} {parameter}");

            Assert.True(
                outcome.Errors.Count == 1 && outcome.Output.Count == 0
                    || outcome.Output.Count == 1 && Equals(outcome[key], piped.Properties[key].Value),
                $"Get-{noun} {parameter}: {outcome.Output.Count} objects, {string.Join(", ", outcome.ErrorIds)}"
            );
            Assert.InRange(_engine.Server.Log.Count() - before, 0, 1);
        }
    }

    [Fact]
    public void What_was_piped_is_what_every_Get_is_about()
    {
        string[] things = ["$pool", "$client[1]", "$group[1]", "$server[1]", "$user[1]", "$provider[1]"];
        var offenders = new List<string>();
        foreach (Type cmdlet in TheModule.AllCmdlets.Where(type => TheModule.AttributeOf(type).VerbName == "Get"))
        {
            foreach (string thing in things)
            {
                PSObject piped = _engine.Run($"$it = {thing}; $it").Succeeded().Output[0];
                Outcome outcome = _engine.Run($"$it | {TheModule.NameOf(cmdlet)}");
                offenders.AddRange(
                    from written in outcome.Output
                    from parameter in TheModule.Parameters(cmdlet)
                    where
                        parameter
                            .GetCustomAttributes(typeof(ParameterAttribute), true)
                            .Cast<ParameterAttribute>()
                            .Any(attribute => attribute.ValueFromPipelineByPropertyName)
                    let wanted = piped.Properties[parameter.Name]?.Value as string
                    let got = written.Properties[parameter.Name]?.Value as string
                    where wanted is { Length: > 0 } && got is not null && wanted != got
                    select $"{thing} | {TheModule.NameOf(cmdlet)}: {parameter.Name} is {got}"
                );
            }
        }

        Offenders.None(offenders, "What comes out is about what was piped in.");
    }

    [Theory]
    [InlineData("1..3 | Get-CognitoUser $pool", "UnrelatedInput")]
    [InlineData("$user | New-CognitoUserPool -PoolName copy", "UnrelatedInput")]
    [InlineData("$pool | New-CognitoUserPool -PoolName copy", "UnrelatedInput")]
    [InlineData("$user | New-CognitoGroup $pool.UserPoolId copies", "UnrelatedInput")]
    [InlineData("$user | New-CognitoUserPoolClient -UserPoolId $pool.UserPoolId -ClientName copies", "UnrelatedInput")]
    public void What_has_nothing_to_do_with_the_cmdlet_is_refused(string script, string id)
    {
        long before = _engine.Server.Log.Count();

        Outcome outcome = _engine.Run(script);

        Assert.NotEmpty(outcome.Errors);
        Assert.All(outcome.ErrorIds, each => Assert.Equal(id, each));
        Assert.Equal(before, _engine.Server.Log.Count());
    }

    [Theory]
    [InlineData("$pool | New-CognitoGroup fresh", "GroupName", "fresh")]
    [InlineData("New-CognitoGroup $pool fresh", "GroupName", "fresh")]
    [InlineData("New-CognitoGroup $pool.UserPoolId fresh", "GroupName", "fresh")]
    [InlineData("New-CognitoGroup $pool.Arn fresh", "GroupName", "fresh")]
    [InlineData("New-CognitoGroup fresh -UserPoolId $pool.UserPoolId", "GroupName", "fresh")]
    [InlineData("$pool | Get-CognitoGroup staff", "GroupName", "staff")]
    [InlineData("$pool | Get-CognitoUserPoolClient web", "ClientName", "web")]
    [InlineData("$pool | Get-CognitoUserPoolClient $client[1].ClientId", "ClientName", "app")]
    [InlineData("Get-CognitoUserPoolClient $pool w*", "ClientName", "web")]
    [InlineData("$pool | Get-CognitoUser anna", "Username", "anna")]
    [InlineData("$pool | Get-CognitoIdentityProvider saml-one", "ProviderName", "saml-one")]
    [InlineData("Get-CognitoUserPool $pool.UserPoolId", "Name", "customers")]
    [InlineData("Get-CognitoUserPool $pool.Arn", "Name", "customers")]
    [InlineData("Get-CognitoUserPool $pool", "Name", "customers")]
    [InlineData("'anna' | Enable-CognitoUser $pool -PassThru", "Username", "anna")]
    [InlineData("$user[0] | Set-CognitoUserPassword 'S3cret-Pass1' -PassThru", "Username", "anna")]
    [InlineData("$pool | Set-CognitoUserPassword anna 'S3cret-Pass1' -PassThru", "Username", "anna")]
    public void The_name_stands_first_where_the_rest_is_piped(string script, string property, string value) =>
        Assert.Equal(value, _engine.Run(script).Succeeded()[property]);

    [Theory]
    [InlineData("Get-CognitoGroup staff")]
    [InlineData("Get-CognitoUser anna")]
    public void A_name_without_a_pool_is_refused(string script)
    {
        Outcome outcome = _engine.Run(script);

        Assert.NotEmpty(outcome.Failures);
        Assert.Empty(outcome.Output);
    }

    [Theory]
    [InlineData("$client[0] | Connect-CognitoUser -Username anna 'S3cret-Pass1'")]
    [InlineData("Connect-CognitoUser -Username anna 'S3cret-Pass1'")]
    [InlineData("$client[0] | Register-CognitoUser anna 'S3cret-Pass1'")]
    [InlineData("Register-CognitoUser anna 'S3cret-Pass1'")]
    [InlineData("$user[0] | Set-CognitoUserPassword 'S3cret-Pass1'")]
    [InlineData("$pool | Set-CognitoUserPassword 'S3cret-Pass1'")]
    [InlineData("$pool | Set-CognitoUserPassword nobody 'S3cret-Pass1'")]
    [InlineData("Set-CognitoUserPassword 'S3cret-Pass1'")]
    [InlineData("Set-CognitoUserPassword anna 'S3cret-Pass1'")]
    public void A_secret_that_stands_where_an_id_may_is_not_shown_and_no_id(string script)
    {
        Outcome outcome = _engine.Run(script);

        Assert.DoesNotContain("S3cret-Pass1", outcome.Everything, StringComparison.Ordinal);
        Assert.Equal(0, _engine.Server.Log.Count("InitiateAuth"));
    }

    [Fact]
    public void A_password_goes_with_a_username()
    {
        _engine.Run("$user[0] | Set-CognitoUserPassword 'S3cret-Pass1' -Permanent").Succeeded();

        Assert.Equal(
            "anna",
            _engine.Run("$client[0] | Connect-CognitoUser -Username anna -Password 'S3cret-Pass1'").Succeeded()["Username"]
        );
    }

    [Theory]
    [InlineData("Get-CognitoUser $pool | New-CognitoUser -UserPoolId $other -MessageAction SUPPRESS")]
    [InlineData("Get-CognitoUser $pool -Username anna, bert, cleo | New-CognitoUser -UserPoolId $other -MessageAction SUPPRESS")]
    [InlineData(
        "Get-CognitoUser $pool | ForEach-Object { [pscustomobject]@{ Username = $_.Username; Email = $_.Email; email_verified = $_.email_verified; department = $_.'custom:department'; Name = ''; Sub = $_.Sub } } | New-CognitoUser -UserPoolId $other -MessageAction SUPPRESS"
    )]
    public void Copied_users_bring_what_can_be_written(string script)
    {
        Outcome copied = _engine.Run(script).Succeeded();

        Assert.Contains("sub", Assert.Single(copied.Warnings), StringComparison.Ordinal);
        Outcome there = _engine.Run("Get-CognitoUser $other").Succeeded();
        Assert.Equal(["anna@example.com", "bert@example.com", "cleo@example.com"], there.All("Email").Order());
        Assert.All(there.All("email_verified"), value => Assert.Equal("true", value));
        Assert.All(there.All("custom:department"), value => Assert.Equal("sales", value));
    }

    [Fact]
    public void Columns_that_are_nobodys_attribute_are_named_and_nothing_is_created()
    {
        Outcome outcome = _engine.Run(
            "[pscustomobject]@{ Username = 'dora'; mail = 'd@example.com'; floor = 3 } | New-CognitoUser -UserPoolId $other"
        );

        Assert.Equal(["UnknownAttribute"], outcome.ErrorIds);
        Assert.Contains("mail", outcome.Errors[0].ToString(), StringComparison.Ordinal);
        Assert.Contains("floor", outcome.Errors[0].ToString(), StringComparison.Ordinal);
        Assert.Empty(_engine.Run("Get-CognitoUser $other").Succeeded().Output);
    }

    [Fact]
    public void Attributes_that_are_given_win_over_the_piped_object()
    {
        _engine
            .Run(
                "[pscustomobject]@{ Username = 'dora'; mail = 'd@example.com' } | New-CognitoUser -UserPoolId $other -MessageAction SUPPRESS -Attribute { @{ email = $_.mail } }"
            )
            .Succeeded();

        Assert.Equal("d@example.com", _engine.Run("Get-CognitoUser $other").Succeeded()["Email"]);
    }

    [Fact]
    public void A_pool_that_is_written_is_asked_where_it_is()
    {
        Outcome outcome = _engine.Run(
            "[pscustomobject]@{ Username = 'dora'; Region = 'ap-northeast-1'; EndpointUrl = 'http://127.0.0.1:1' } | New-CognitoUser -UserPoolId $other.UserPoolId -MessageAction SUPPRESS"
        );

        Assert.Equal("eu-west-1", outcome.Succeeded()["Region"]);
    }

    [Fact]
    public void A_pool_that_is_piped_brings_its_region_and_a_region_that_is_written_wins()
    {
        string script = "[pscustomobject]@{ UserPoolId = $pool.UserPoolId; Region = 'ap-northeast-1' } | Get-CognitoUser -First 1";

        Assert.Equal(["ResourceNotFoundException"], _engine.Run(script).ErrorIds);
        Assert.Equal("eu-west-1", _engine.Run($"{script} -Region eu-west-1").Succeeded()["Region"]);
    }

    [Fact]
    public void A_users_groups_carry_the_user()
    {
        _engine.Run("$user[0] | Add-CognitoGroupMember admins; $user[0] | Add-CognitoGroupMember staff").Succeeded();

        Outcome groups = _engine.Run("$user[0] | Get-CognitoGroup").Succeeded();
        Assert.Equal(["admins", "staff"], groups.All("GroupName").Order());
        Assert.All(groups.All("Username"), name => Assert.Equal("anna", name));
        Assert.Equal(
            ["admins", "staff"],
            _engine.Run("Get-CognitoGroupMember $pool admins | Get-CognitoGroup").Succeeded().All("GroupName").Order()
        );
        Assert.Equal("staff", _engine.Run("$user[0] | Get-CognitoGroup -GroupName st*").Succeeded()["GroupName"]);

        _engine.Run("$user[0] | Get-CognitoGroup | Remove-CognitoGroupMember -Confirm:$false").Succeeded();
        Assert.Empty(_engine.Run("$user[0] | Get-CognitoGroup").Succeeded().Output);
    }

    [Theory]
    [InlineData(
        "Set-CognitoUser $pool anna @{ department = 'a', 'b'; name = @{ a = 1 }; nickname = [pscustomobject]@{ a = 1 }; email = 'x' }"
    )]
    [InlineData("New-CognitoUser $pool dora @{ department = 'a', 'b'; name = @{ a = 1 }; nickname = [pscustomobject]@{ a = 1 } }")]
    [InlineData(
        "$client[0] | Register-CognitoUser -Username dora -Password 'S3cret-Pass1' -Attribute @{ department = 'a', 'b'; name = @{}; nickname = [pscustomobject]@{ a = 1 } }"
    )]
    public void Values_that_are_not_single_are_named_and_nothing_is_sent(string script)
    {
        long before = _engine.Server.Log.Count();

        Outcome outcome = _engine.Run(script);

        Assert.Equal(["InvalidAttributeValue"], outcome.ErrorIds);
        Assert.All(
            (string[])["department", "name", "nickname"],
            name => Assert.Contains(name, outcome.Errors[0].ToString(), StringComparison.Ordinal)
        );
        Assert.Equal(before, _engine.Server.Log.Count());
    }

    [Fact]
    public void Values_become_what_the_attributes_type_wants()
    {
        _engine.Run("Add-CognitoUserPoolAttribute $pool points Number -WarningAction SilentlyContinue").Succeeded();
        _engine
            .Run(
                "Set-CognitoUser $pool anna @{ birthdate = [datetime]'1990-02-01'; updated_at = [datetime]'2026-01-01T00:00:00Z'; email_verified = 0; points = 7.0; department = [guid]::Empty; nickname = [System.DayOfWeek]::Monday }"
            )
            .Succeeded();

        Outcome anna = _engine.Run("Get-CognitoUser $pool anna").Succeeded();
        Assert.Equal("1990-02-01", anna["birthdate"]);
        Assert.Equal("1767225600", anna["updated_at"]);
        Assert.Equal("false", anna["email_verified"]);
        Assert.Equal("7", anna["custom:points"]);
        Assert.Equal(Guid.Empty.ToString(), anna["custom:department"]);
        Assert.Equal("Monday", anna["nickname"]);
    }

    [Theory]
    [InlineData("Set-CognitoUserPool $pool -PasswordPolicy $null")]
    [InlineData("Set-CognitoUserPool $pool -Policies $null")]
    [InlineData("Set-CognitoIdentityProvider $pool saml-one -AttributeMapping $null")]
    [InlineData("New-CognitoUser $pool dora -Attribute $null")]
    [InlineData("Get-CognitoUserPool -EndpointUrl $null")]
    [InlineData("Get-CognitoUserPool -ProfileName $null")]
    [InlineData("Get-CognitoUserPool -Credential $null")]
    [InlineData("Connect-Cognito -EndpointUrl $null")]
    [InlineData("Connect-Cognito -AccessKey $null -SecretKey $null")]
    [InlineData("Connect-Cognito -Region ''")]
    public void A_whole_setting_that_is_null_is_no_setting(string script)
    {
        long before = _engine.Server.Log.Count();

        Assert.Contains("MissingSetting", Assert.Single(_engine.Run(script).Failures), StringComparison.Ordinal);
        Assert.Equal(before, _engine.Server.Log.Count());
    }

    [Fact]
    public void Attributes_of_clients_and_providers_go_by_their_bare_names()
    {
        Outcome client = _engine
            .Run("Set-CognitoUserPoolClient $pool $client[0].ClientId -ReadAttribute email, department -PassThru")
            .Succeeded();
        Assert.Equal(["custom:department", "email"], ((IEnumerable<string>)client["ReadAttributes"]!).Order(StringComparer.Ordinal));
        Outcome provider = _engine
            .Run(
                "Set-CognitoIdentityProvider $pool saml-one -AttributeMapping @{ email = 'mail'; department = 'dept'; username = 'uid' } -PassThru"
            )
            .Succeeded();
        Assert.Contains("custom:department", ((IReadOnlyDictionary<string, string>)provider["AttributeMapping"]!).Keys);

        Outcome unknown = _engine.Run("Set-CognitoUserPoolClient $pool $client[0].ClientId -AddWriteAttribute zzz, floor");
        Assert.Equal(["UnknownAttribute"], unknown.ErrorIds);
        Assert.Contains("zzz, floor", unknown.Errors[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void How_fast_to_ask_is_changed_where_the_session_is_connected()
    {
        Outcome connection = _engine.Run("Connect-Cognito -RateLimit 0 -PassThru").Succeeded();

        Assert.Equal(_engine.Server.Endpoint, connection["EndpointUrl"]);
        Assert.Equal("eu-west-1", connection["Region"]);
    }

    [Theory]
    [InlineData("departement", "department")]
    [InlineData("zzzzzz", null)]
    public void What_was_meant_is_guessed_where_it_is_near(string name, string? nearest)
    {
        Outcome outcome = _engine.Run($"Set-CognitoUser $pool anna @{{ {name} = 'x' }}");

        string advice = outcome.Errors[0].ErrorDetails.RecommendedAction;
        Assert.Equal(nearest is not null, advice.Contains($"Did you mean {nearest}?", StringComparison.Ordinal));
    }
}
