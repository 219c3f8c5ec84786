using CognitoPS.Tests.Support;
using Xunit;

namespace CognitoPS.Tests.Pipeline;

/// <summary>What people type out of a habit from AWS.Tools, Active Directory or Entra, and what they look for users by.</summary>
public sealed class HabitTests : IDisposable
{
    private readonly Engine _engine = new();

    public HabitTests() =>
        _engine
            .Run(
                """
                $pool = New-CognitoUserPool customers
                $null = New-CognitoUserPool twins; $null = New-CognitoUserPool twins
                Add-CognitoUserPoolAttribute $pool department -WarningAction SilentlyContinue
                $null = 'staff', 'guests' | ForEach-Object { New-CognitoGroup $pool $_ }
                $null = New-CognitoUserPoolClient $pool web
                $null = @{ anna = 'sales'; bert = 'sales'; cleo = 'support'; dora = '' }.GetEnumerator() | ForEach-Object {
                    $attributes = @{ email = "$($_.Key)@example.$(if ($_.Key -lt 'c') { 'com' } else { 'org' })"; given_name = $_.Key }
                    if ($_.Value) { $attributes.department = $_.Value }
                    New-CognitoUser $pool $_.Key $attributes -NoInvitation
                }
                """
            )
            .Succeeded();

    public void Dispose() => _engine.Dispose();

    [Theory]
    [InlineData("email ^= \"anna\" and department = \"sales\"", "anna")]
    [InlineData("custom:department != \"sales\"", "cleo,dora")]
    [InlineData("department ^= \"s\" AND given_name !^= \"a\"", "bert,cleo")]
    [InlineData("department = 'sales' and username != 'anna'", "bert")]
    [InlineData(
        "cognito:user_status = \"FORCE_CHANGE_PASSWORD\" and status = \"Enabled\" and birthdate != \"2000-01-01\" and email ^= \"d\"",
        "dora"
    )]
    [InlineData("given_name = \"a and b\"", "")]
    [InlineData("*", "anna,bert,cleo,dora")]
    public void A_filter_has_conditions_on_any_attribute_in_order_and_in_slices(string filter, string expected)
    {
        foreach (string how in (string[])["", "-Parallel"])
        {
            Outcome found = _engine.Run($"Get-CognitoUser $pool -Filter $args[0] {how}", filter).Succeeded();

            Assert.Equal(expected, string.Join(',', found.All("Username").Select(name => $"{name}").Order(StringComparer.Ordinal)));
        }
    }

    [Theory]
    [InlineData("department = \"sales\" and email = \"anna@example.com\" and given_name ^= \"a\"", "email = \"anna@example.com\"")]
    [InlineData("given_name ^= \"a\" and email != \"x\"", "given_name ^= \"a\"")]
    [InlineData("department = \"sales\"", null)]
    [InlineData("email != \"x\"", null)]
    public void The_service_gets_the_most_selective_condition_that_it_can_answer(string filter, string? sent)
    {
        Outcome found = _engine.Run("Get-CognitoUser $pool -Filter $args[0] -Verbose", filter).Succeeded();

        Assert.NotEmpty(found.Output);
        Assert.Contains(found.Verbose, text => text.Contains(sent ?? "nothing", StringComparison.Ordinal));
        string body = _engine.Server.Log.Requests.Last(request => request.Operation == "ListUsers").Body;
        Assert.Equal(sent is not null, body.Contains("Filter", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("departement != \"sales\"", "UnknownAttribute")]
    [InlineData("email = \"a\" and", "InvalidFilter")]
    [InlineData("email = \"a\" or email = \"b\"", "InvalidFilter")]
    [InlineData("email -eq 'a'", "InvalidFilter")]
    public void A_filter_that_cannot_be_meant_lists_nobody(string filter, string error)
    {
        Outcome outcome = _engine.Run("Get-CognitoUser $pool -Filter $args[0]", filter);

        Assert.Equal([error], outcome.ErrorIds);
        Assert.Equal(0, _engine.Server.Log.Count("ListUsers"));
    }

    [Theory]
    [InlineData("Get-CognitoUser -UserPoolId customers -Username anna", "Username", "anna")]
    [InlineData("New-CognitoUserPool copy -LikeUserPoolId customers", "Name", "copy")]
    [InlineData("Get-CognitoUserPool -UserPoolId customers", "Name", "customers")]
    [InlineData("Get-CognitoUserPoolClient -UserPoolId customers web", "ClientName", "web")]
    [InlineData("Set-CognitoUserPool -UserPoolId customers -DeletionProtection ACTIVE -PassThru", "Name", "customers")]
    public void A_pool_is_named_where_only_one_has_the_name(string script, string property, string value) =>
        Assert.Equal(value, _engine.Run(script).Succeeded()[property]);

    [Theory]
    [InlineData("Remove-CognitoUserPool -UserPoolId twins -Force -Confirm:$false", "AmbiguousPoolName")]
    [InlineData("Get-CognitoUser -UserPoolId custmers", "PoolNotFound")]
    public void A_name_that_several_pools_or_none_have_is_refused(string script, string error) =>
        Assert.Equal([error], _engine.Run(script).ErrorIds);

    [Fact]
    public void A_name_is_looked_up_once_for_many_items()
    {
        _engine.Run("'anna', 'bert', 'cleo' | Disable-CognitoUser -UserPoolId customers").Succeeded();

        Assert.Equal(1, _engine.Server.Log.Count("ListUserPools"));
    }

    [Theory]
    [InlineData("Get-CognitoUser $pool -Limit 2")]
    [InlineData("Get-CognitoUser $pool -Top 2")]
    [InlineData("Get-CognitoUserPool -MaxResult 2")]
    [InlineData("Get-CognitoGroup $pool -MaxItems 2")]
    public void Other_names_of_First_count_too(string script) => Assert.Equal(2, _engine.Run(script).Succeeded().Output.Count);

    [Theory]
    [InlineData("Get-CognitoUser $pool -Identity anna", "Username", "anna")]
    [InlineData("Disable-CognitoUser $pool -Identity anna -PassThru", "Enabled", "False")]
    [InlineData("Get-CognitoUserPool -Identity customers", "Name", "customers")]
    [InlineData("Get-CognitoGroup $pool -Identity staff", "GroupName", "staff")]
    [InlineData("Get-CognitoGroup $pool -Name st*", "GroupName", "staff")]
    [InlineData("Add-CognitoGroupMember $pool -Identity staff -Members anna; Get-CognitoGroupMember $pool staff", "Username", "anna")]
    [InlineData("Set-CognitoUser $pool anna -GivenName Ann -Email a@example.com -PassThru", "given_name", "Ann")]
    [InlineData("Set-CognitoUser $pool anna -UserAttribute @{ Name = 'given_name'; Value = 'Ann' } -PassThru", "given_name", "Ann")]
    [InlineData("Set-CognitoUser $pool anna -Enabled $false -PassThru", "Enabled", "False")]
    [InlineData("New-CognitoUser $pool emil -Email e@example.com -PhoneNumber +15550100 -NoInvitation", "phone_number", "+15550100")]
    [InlineData(
        "New-CognitoUser $pool emil -UserAttribute @{ Name = 'email'; Value = 'e@example.com' }, @{ Name = 'given_name'; Value = 'E' } -NoInvitation",
        "given_name",
        "E"
    )]
    [InlineData("Get-CognitoUser $pool anna | New-CognitoUser -Username emil -Email e@example.com -NoInvitation", "Email", "e@example.com")]
    public void A_habit_that_means_the_same_works(string script, string property, string value) =>
        Assert.Equal(value, $"{_engine.Run(script).Succeeded()[property]}");

    [Theory]
    [InlineData("Get-CognitoUser $pool -Properties *", "NotNeeded")]
    [InlineData("Get-CognitoUser $pool -AttributesToGet email", "NotNeeded")]
    [InlineData("Get-CognitoUser $pool -All", "NotNeeded")]
    public void A_habit_that_is_not_needed_is_told_so(string script, string error) =>
        Assert.Contains(error, Assert.Single(_engine.Run(script).Failures), StringComparison.Ordinal);

    [Fact]
    public void An_attribute_is_not_given_twice()
    {
        long before = _engine.Server.Log.Count();

        Outcome outcome = _engine.Run("Set-CognitoUser $pool anna -Email a@example.com -Attribute @{ email = 'b@example.com' }");

        Assert.Equal(["AmbiguousAttribute"], outcome.ErrorIds);
        Assert.Equal(before, _engine.Server.Log.Count());
    }

    [Fact]
    public void Attributes_of_rows_arrive_by_their_names_beside_a_parameter()
    {
        Outcome created = _engine
            .Run(
                "[pscustomobject]@{ Username = 'emil'; Email = 'e@example.com'; Name = 'Emil E' } | New-CognitoUser $pool -GivenName E -NoInvitation"
            )
            .Succeeded();

        Assert.Equal("e@example.com", created["Email"]);
        Assert.Equal("Emil E", created["Name"]);
        Assert.Equal("E", created["given_name"]);
    }
}
