using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Audit;
using CognitoPS.Completion;
using CognitoPS.Connection;
using CognitoPS.Paging;
using CognitoPS.Pipeline;
using CognitoPS.Resources;
using CognitoPS.Settings;

namespace CognitoPS.Cmdlets.Audit;

/// <summary>Tests user pools against rules, and writes what fails with the command that mends it.</summary>
/// <remarks>
/// <para>A finding names the rule, its severity, the pool, app client, group, identity provider or domain that it is about, the setting
/// that decided (Evidence), and a command of this module (Remedy) that can be pasted and run; Repair-CognitoUserPool runs it. Where a right
/// is missing the status is Unknown, and Reason names the right. Nothing is changed.</para>
/// <para>-SuppressionPath names findings that you have decided to live with, each with a reason and a last day. -BaselinePath shows only
/// what is new since an earlier run. -AsSarif writes a log for code scanning. docs/rules.md lists every rule, and which controls of AWS
/// Security Hub and checks of prowler are the same.</para>
/// <para>Operations: DescribeUserPool, DescribeIdentityProvider, DescribeRiskConfiguration, DescribeUserPoolClient, DescribeUserPoolDomain,
/// GetLogDeliveryConfiguration, GetUserPoolMfaConfig, ListGroups, ListIdentityProviders, ListResourceServers, ListUserPoolClients,
/// ListUserPoolClientSecrets, ListUserPools, ListUsersInGroup. Only those that the chosen rules need are sent.</para>
/// </remarks>
/// <example>
/// What is wrong with the production pools, and the commands that mend it.
/// <code>Test-CognitoUserPool *-prod | Format-List RuleId, Resource, Evidence, Why, Remedy</code>
/// </example>
/// <example>
/// A step of a pipeline that fails when a finding of severity High or above is left.
/// <code>if (-not (Test-CognitoUserPool eu-west-1_Customers -Severity Critical -Quiet)) { throw 'See Test-CognitoUserPool.' }</code>
/// </example>
[Cmdlet(VerbsDiagnostic.Test, "CognitoUserPool")]
[OutputType(typeof(UserPoolFinding), typeof(bool), typeof(string))]
public sealed class TestCognitoUserPoolCommand : ServiceCommand
{
    private readonly List<(int Place, IReadOnlyList<Finding> Findings)> _kept = [];
    private AuditOptions _options = new();
    private PoolAudit? _audit;
    private BulkRun? _run;
    private int _pools;

    /// <summary>Only pools with this name; wildcards are allowed. The id of a pool is taken too. Default: all pools of the region.</summary>
    [Parameter(Position = 0)]
    [UserPoolId]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(UserPoolNameCompleter))]
    public string? Name { get; set; }

    /// <summary>The ids or ARNs of the pools to test. Objects of Get-CognitoUserPool bring them.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [UserPoolId]
    [ArgumentCompleter(typeof(UserPoolIdCompleter))]
    public string[] UserPoolId { get; set; } = [];

    /// <inheritdoc cref="UserPools.GetCognitoUserPoolCommand.Region"/>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public new string[] Region { get; set; } = [];

    /// <inheritdoc cref="UserPools.GetCognitoUserPoolCommand.AllRegions"/>
    [Parameter]
    public SwitchParameter AllRegions { get; set; }

    /// <summary>Only these rules, such as client-*; wildcards are allowed. Default: all.</summary>
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RuleIdCompleter))]
    public string[] RuleId { get; set; } = [];

    /// <summary>Only rules of this severity and above: Critical, High, Medium, Low or Info. Default Info, which is all.</summary>
    [Parameter]
    [ValidateSet("Critical", "High", "Medium", "Low", "Info")]
    public string Severity { get; set; } = "Info";

    /// <summary>
    /// Tags that each pool must have: names, or name=value where the value may have wildcards, such as owner, 'stage=prod'. Default: none.
    /// </summary>
    [Parameter]
    public string[] RequiredTag { get; set; } = [];

    /// <summary>How old a client secret may be. Default 365 days.</summary>
    [Parameter]
    public TimeSpan SecretAge { get; set; } = TimeSpan.FromDays(365);

    /// <summary>Writes what passes, does not apply and is suppressed as well.</summary>
    [Parameter]
    public SwitchParameter IncludePassed { get; set; }

    /// <summary>
    /// A JSON file of findings to live with: an array of objects with RuleId, Reason and Until (a last day such as 2027-01-31), and, to say
    /// less than all, UserPoolId (an id or a name) and Resource (an id or a name), which may have wildcards.
    /// </summary>
    [Parameter]
    public string? SuppressionPath { get; set; }

    /// <summary>A file with the findings of an earlier run, as ConvertTo-Json writes them: only what is new since then is written.</summary>
    [Parameter]
    public string? BaselinePath { get; set; }

    /// <summary>Writes one text, a SARIF 2.1.0 log, instead of objects.</summary>
    [Parameter]
    public SwitchParameter AsSarif { get; set; }

    /// <summary>Writes $true where nothing fails, otherwise $false. What is unknown does not fail.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <summary>How many pools are read at once: 1 to 64. Default 10. Requests are paced below the service's rates.</summary>
    [Parameter]
    [ValidateRange(1, 64)]
    public int ThrottleLimit { get; set; } = 10;

    private protected override bool IsAboutRegion => true;

    private protected override ConnectionSettings Given => base.Given with { Region = Region.Length == 1 ? Region[0] : null };

    private protected override Task BeginAsync()
    {
        _options = new()
        {
            RuleIds = RuleId,
            LeastSeverity = (Severity)Enum.Parse(typeof(Severity), Severity, ignoreCase: true),
            RequiredTags = RequiredTag,
            SecretAge = SecretAge,
        };
        _options.Check();
        Suppressions? suppressions = SuppressionPath is null
            ? null
            : Suppressions.Parse(InputFile.ReadText(SessionState, SuppressionPath, Suppressions.LargestFile));
        foreach ((string rule, DateTime until) in suppressions?.ExpiredAt(_options.UtcNow) ?? [])
            WriteWarning($"The suppression of {rule} ended on {until:yyyy-MM-dd}: its findings are back.");
        Baseline? baseline = BaselinePath is null
            ? null
            : Baseline.Parse(InputFile.ReadText(SessionState, BaselinePath, Baseline.LargestFile));
        _audit = new(_options, suppressions, baseline);
        _run = new BulkRun(this, ThrottleLimit, total: null);
        return Task.CompletedTask;
    }

    private protected override async Task ProcessAsync()
    {
        string[] ids = Name is not null && Regions.IsPoolId(Name) ? [Name] : UserPoolId;
        foreach (string id in ids)
            await TryAsync(id, () => AddAsync(id, RegionFor(id)));
        if (ids.Length > 0)
            return;
        string[] regions = RegionsAsked(Region, AllRegions);
        List<UserPoolDescriptionType>[] found = await Task.WhenAll(regions.Select(ListAsync));
        if (found.All(pools => pools.Count == 0) && Name is not null && !WildcardPattern.ContainsWildcardCharacters(Name))
            throw PoolReader.NotFound(Name, string.Join(", ", regions));
        for (int i = 0; i < regions.Length; i++)
        {
            foreach (UserPoolDescriptionType pool in found[i])
                await AddAsync(pool.Id, regions[i]);
        }
    }

    private protected override async Task EndAsync()
    {
        await _run!.CompleteAsync();
        Finding[] findings = [.. _kept.OrderBy(pool => pool.Place).SelectMany(pool => pool.Findings)];
        if (AsSarif)
            WriteObject(SarifLog.Write(findings, _options.Rules));
        else if (Quiet)
            WriteObject(Array.TrueForAll(findings, finding => finding.Status != FindingStatus.Fail));
    }

    private protected override void OnEnd()
    {
        _run?.End();
        base.OnEnd();
    }

    private async Task<List<UserPoolDescriptionType>> ListAsync(string region)
    {
        List<UserPoolDescriptionType> pools = [];
        var name = NamePattern.Of(Name);
        await TryAsync(
            region,
            async () =>
            {
                await foreach (
                    var page in Pager.PagesAsync(
                        ClientIn(Regions.Checked(region)),
                        ListOperations.UserPools,
                        new ListUserPoolsRequest(),
                        cancellationToken: StopToken
                    )
                )
                    pools.AddRange(page.Where(pool => name.IsMatch(pool.Name)));
            }
        );
        return pools;
    }

    private Task AddAsync(string pool, string region)
    {
        (int place, PoolAudit audit, IPoolSource source) = (_pools++, _audit!, new LivePoolSource(ClientIn(region), region));
        bool keeps = AsSarif || Quiet;
        return _run!.AddAsync(
            pool,
            pool,
            async token =>
            {
                IReadOnlyList<Finding> findings = audit.Check(await source.ReadAsync(pool, audit.Parts, token).ConfigureAwait(false));
                if (!keeps)
                    return findings.Where(IsShown).Select(finding => (object)new UserPoolFinding(finding)).ToList();
                lock (_kept)
                    _kept.Add(
                        (
                            place,
                            [
                                .. findings.Where(finding =>
                                    Quiet || AsSarif && finding.Status == FindingStatus.Suppressed || IsShown(finding)
                                ),
                            ]
                        )
                    );
                return null;
            }
        );
    }

    private bool IsShown(Finding finding) => IncludePassed || finding.Status is FindingStatus.Fail or FindingStatus.Unknown;
}
