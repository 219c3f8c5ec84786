using System.Management.Automation;
using System.Text;
using CognitoPS.Audit;
using CognitoPS.Pipeline;
using CognitoPS.Report;
using CognitoPS.Settings;
using CognitoPS.Transfer;

namespace CognitoPS.Cmdlets.Audit;

/// <summary>Writes an HTML page about user pools: users, groups, app clients and findings, with charts.</summary>
/// <remarks>
/// <para>A page is one file that loads nothing, so that it can be mailed, archived and opened anywhere: on a phone, on paper, in light and
/// dark, by a screen reader. For several pools the file is an overview, and the page of each pool stands beside it under the pool's
/// id.</para>
/// <para>Users are counted, not named: by status, by month of creation and of last change, by how they can be reached, by group. Counting
/// lists all users of a pool, which takes a minute for 100,000 at the service's rates. Findings are those of Test-CognitoUserPool. Nothing
/// in a pool is changed.</para>
/// <para>Operations: ListUsers, ListUsersInGroup. Test-CognitoUserPool's are sent as well.</para>
/// </remarks>
/// <example>
/// A page about one pool.
/// <code>New-CognitoReport -UserPoolId eu-west-1_Customers -Path report.html</code>
/// </example>
/// <example>
/// An overview of all pools of the region, without findings that somebody has decided to live with.
/// <code>Get-CognitoUserPool | New-CognitoReport overview.html -SuppressionPath suppressions.json</code>
/// </example>
[Cmdlet(VerbsCommon.New, "CognitoReport", DefaultParameterSetName = Named, SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class NewCognitoReportCommand : PoolCommand
{
    private readonly List<(int Place, PoolReport Report)> _read = [];
    private PoolAudit? _audit;
    private int _pools;

    /// <summary>The file to write. One that is there is replaced.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = Named)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = Piped)]
    public string Path { get; set; } = "";

    /// <summary>Names the members of groups of administrators. Default: no user is named.</summary>
    [Parameter]
    public SwitchParameter IncludePersonalData { get; set; }

    /// <inheritdoc cref="TestCognitoUserPoolCommand.SuppressionPath"/>
    [Parameter]
    public string? SuppressionPath { get; set; }

    /// <inheritdoc cref="TestCognitoUserPoolCommand.RequiredTag"/>
    [Parameter]
    public string[] RequiredTag { get; set; } = [];

    private string FullPath => SessionState.Path.GetUnresolvedProviderPathFromPSPath(Path);

    private protected override Task BeginAsync()
    {
        AtomicFile.Check(FullPath, overwrite: true);
        Suppressions? suppressions = SuppressionPath is null
            ? null
            : Suppressions.Parse(InputFile.ReadText(SessionState, SuppressionPath, Suppressions.LargestFile));
        _audit = new(new() { RequiredTags = RequiredTag }, suppressions);
        return Task.CompletedTask;
    }

    private protected override async Task ProcessAsync()
    {
        (int place, string pool) = (_pools++, UserPoolId);
        if (!ShouldProcess(FullPath, $"Write a report about {pool}"))
            return;
        var reader = new PoolReportReader(Client, PoolRegion, _audit!);
        await StartAsync(
            pool,
            pool,
            async token =>
            {
                PoolReport report = await reader.ReadAsync(pool, token).ConfigureAwait(false);
                lock (_read)
                    _read.Add((place, report));
            }
        );
    }

    private protected override async Task EndAsync()
    {
        await base.EndAsync();
        PoolReport[] reports = [.. _read.OrderBy(one => one.Place).Select(one => one.Report)];
        foreach ((string path, string page) in new ReportPages(DateTime.UtcNow, IncludePersonalData).Of(reports, FullPath))
        {
            AtomicFile.Write(path, Encoding.UTF8.GetBytes(page), overwrite: true);
            WriteObject(InvokeProvider.Item.Get([path], force: true, literalPath: true)[0]);
        }
    }
}
