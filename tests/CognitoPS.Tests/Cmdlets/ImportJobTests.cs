using CognitoPS.Tests.Support;
using Xunit;

namespace CognitoPS.Tests.Cmdlets;

/// <summary>Import jobs that are waited for.</summary>
public sealed class ImportJobTests : IDisposable
{
    private readonly Engine _engine = new();
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _engine.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Rows_that_failed_or_were_skipped_are_a_warning_with_counts()
    {
        Outcome outcome = Import("ann,a@example.com,true", "bob,b@example.com,true", "there,t@example.com,true", "eve,e@example.com,false")
            .Succeeded();

        Assert.Equal(["2", "1", "1"], Numbers(Assert.Single(outcome.Warnings)).Take(3));
        Assert.Equal("Succeeded", outcome["Status"]);
    }

    [Fact]
    public void A_job_that_does_not_succeed_is_an_error_beside_its_object()
    {
        Outcome outcome = Import("ann,a@example.com,false", "bob,b@example.com,false");

        Assert.Equal(["ImportNotSucceeded"], outcome.ErrorIds);
        Assert.Equal("Failed", outcome["Status"]);
        Assert.Equal(["0", "0", "2"], Numbers(Assert.Single(outcome.Warnings)).Take(3));
    }

    [Fact]
    public void A_job_whose_rows_all_arrive_says_nothing()
    {
        Outcome outcome = Import("ann,a@example.com,true").Succeeded();

        Assert.Empty(outcome.Warnings);
        Assert.Equal(1L, outcome["ImportedUsers"]);
    }

    private static IEnumerable<string> Numbers(string warning) =>
        System
            .Text.RegularExpressions.Regex.Matches(warning[warning.IndexOf(':', StringComparison.Ordinal)..], "[0-9]+")
            .Select(match => match.Value);

    /// <summary>Imports rows of user name, e-mail address and whether it is verified.</summary>
    private Outcome Import(params string[] rows)
    {
        string pool = _engine.Server.AddPool("customers");
        return _engine.Run(
            """
            $pool, $file, $rows = $args
            New-CognitoUser $pool there -MessageAction SUPPRESS | Out-Null
            $header = Get-CognitoUserImportHeader $pool
            $columns = "$header".Split(',')
            $lines = foreach ($row in $rows) {
                $name, $address, $verified = $row.Split(',')
                $cells = @{ 'cognito:username' = $name; email = $address; email_verified = $verified; 'cognito:mfa_enabled' = 'false' }
                @(foreach ($column in $columns) { $cells[$column] }) -join ','
            }
            [IO.File]::WriteAllLines($file, [string[]](@("$header") + @($lines)))
            New-CognitoUserImportJob $pool people arn:aws:iam::123456789012:role/cognito $file | Start-CognitoUserImportJob -Wait
            """,
            [pool, _folder.PathOf("users.csv"), .. rows]
        );
    }
}
