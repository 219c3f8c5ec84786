using System.Management.Automation;
using CognitoPS.Tests.Conventions;
using CognitoPS.Tests.Support;
using Xunit;

namespace CognitoPS.Tests.Output;

/// <summary>What comes out of the pipeline, in the real shell: dates in several zones, and objects that go through files and jobs.</summary>
public class ObjectTests
{
    /// <summary>Get- cmdlets whose output is no object of the module's, or lives in this process only.</summary>
    private static readonly Dictionary<string, string> NotObjects = new()
    {
        ["Get-CognitoLocalServer"] = "a server that runs in the process",
        ["Get-CognitoSecretHash"] = "a text",
        ["Get-CognitoTotpCode"] = "a text",
    };

    [Theory]
    [InlineData("Asia/Tokyo", "09:00:00")]
    [InlineData("America/New_York", "-0")]
    [InlineData("UTC", "00:00:00")]
    public async Task Every_date_is_local_compares_with_Get_Date_and_has_its_offset_as_text(string zone, string offset)
    {
        Dates dates = await Pwsh.RunFileAsync<Dates>(Path.Combine("Output", "Dates.ps1"), ("TZ", zone));

        Assert.StartsWith(offset, dates.Zone, StringComparison.Ordinal);
        Offenders.None(dates.Wrong, $"Dates are right in {zone}.");
        Assert.True(dates.Tried.Length > 50, $"{dates.Tried.Length}: {string.Join(", ", dates.Tried)}");
    }

    [Fact]
    public async Task Every_object_survives_files_and_jobs_and_goes_back_changed_in_one_member()
    {
        Survival survival = await Pwsh.RunFileAsync<Survival>(Path.Combine("Output", "Survival.ps1"));

        Offenders.None(survival.Wrong, "An object is the same behind JSON, Clixml and remoting, and the wire shows just what was changed.");
        Offenders.NoneBut(
            NotObjects.Keys,
            TheModule
                .AllCmdlets.Where(cmdlet => TheModule.AttributeOf(cmdlet).VerbName == VerbsCommon.Get)
                .Select(TheModule.NameOf)
                .Except(survival.Reads),
            "Each Get- cmdlet is tried."
        );
        Assert.True(survival.Tried > 300);
    }

    [Fact]
    public async Task PassThru_writes_the_piped_object_renewed_and_users_of_a_pool_have_the_same_columns()
    {
        Renewal renewal = await Pwsh.RunFileAsync<Renewal>(Path.Combine("Output", "Renewal.ps1"));

        Offenders.None(renewal.Wrong, "-PassThru writes the piped object as it is now, with what it carried.");
        Offenders.NoneBut(
            ["Connect-Cognito"],
            renewal.Known.Except(renewal.Tried),
            "Each cmdlet with -PassThru that takes objects is tried."
        );
    }

    [Fact]
    public async Task An_object_that_names_one_thing_reads_that_one()
    {
        Piping piping = await Pwsh.RunFileAsync<Piping>(Path.Combine("Output", "Piping.ps1"));

        Offenders.NoneBut(
            [
                // A member of a group is a user, whose groups are read.
                "Get-CognitoGroupMember to Get-CognitoGroup",
                // A finding that names all users with one address.
                "Get-CognitoUser duplicates to Get-CognitoUser",
                // A pool has a domain and a custom domain.
                "Get-CognitoUserPool to Get-CognitoUserPoolDomain",
            ],
            piping.Wrong,
            "Each object that carries the key of a thing reads that one thing, whatever switch stands beside it."
        );
        Assert.True(piping.Tried > 70, $"{piping.Tried}");
    }

    [Fact]
    public async Task Cells_hold_what_is_in_them_tables_fit_the_console_and_lists_leave_out_what_is_not_set()
    {
        Views views = await Pwsh.RunFileAsync<Views>(Path.Combine("Output", "Views.ps1"));

        Offenders.None(views.Wrong, "A view is readable.");
        Assert.True(views.Tried > 30, $"{views.Tried}");
    }

    private sealed record Views(string[] Wrong, int Tried);

    private sealed record Piping(string[] Wrong, int Tried);

    private sealed record Renewal(string[] Wrong, string[] Tried, string[] Known);

    private sealed record Dates(string[] Tried, string[] Wrong, string Zone);

    private sealed record Survival(int Tried, string[] Wrong, string[] Reads);
}
