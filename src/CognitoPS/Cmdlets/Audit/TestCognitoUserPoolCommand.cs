using System.Management.Automation;
using CognitoPS.Audit;
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
/// A step of a pipeline that fails when a Critical finding is left.
/// <code>if (-not (Test-CognitoUserPool eu-west-1_Customers -Severity Critical -Quiet)) { throw 'See Test-CognitoUserPool.' }</code>
/// </example>
[Cmdlet(VerbsDiagnostic.Test, "CognitoUserPool")]
[OutputType(typeof(UserPoolFinding), typeof(bool), typeof(string))]
public sealed partial class TestCognitoUserPoolCommand : ServiceCommand
{
    private readonly List<(int Place, IReadOnlyList<Finding> Findings)> _kept = [];
    private AuditOptions _options = new();
    private PoolAudit? _audit;
    private BulkRun? _run;
    private int _pools;

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
            WriteWarning($"The suppression of {rule} ended on {until:yyyy-MM-dd}: its findings are reported again.");
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
        if (ids.Length == 0)
            await AddRegionsAsync();
    }

    private async Task AddRegionsAsync()
    {
        string[] regions = RegionsAsked(Region, AllRegions);
        IReadOnlyList<string>[] found = await Task.WhenAll(regions.Select(ListAsync));
        if (found.All(pools => pools.Count == 0) && Name is not null && !WildcardPattern.ContainsWildcardCharacters(Name))
            throw PoolReader.NotFound(Name, string.Join(", ", regions));
        for (int i = 0; i < regions.Length; i++)
        {
            foreach (string pool in found[i])
                await AddAsync(pool, regions[i]);
        }
    }

    private protected override async Task EndAsync()
    {
        await _run!.CompleteAsync();
        Finding[] findings = [.. _kept.OrderBy(pool => pool.Place).SelectMany(pool => pool.Findings)];
        if (AsSarif)
            WriteObject(SarifLog.Write(findings, _options.Rules));
        else if (Quiet)
            WriteObject(!Array.Exists(findings, finding => finding.Status == FindingStatus.Fail));
    }

    private protected override void OnEnd()
    {
        _run?.End();
        base.OnEnd();
    }

    private async Task<IReadOnlyList<string>> ListAsync(string region)
    {
        IReadOnlyList<string> ids = [];
        await TryAsync(
            region,
            async () => ids = await PoolReader.IdsAsync(ClientIn(Regions.Checked(region)), NamePattern.Of(Name), StopToken)
        );
        return ids;
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
                    _kept.Add((place, [.. findings.Where(finding => finding.Status == FindingStatus.Suppressed || IsShown(finding))]));
                return null;
            }
        );
    }

    private bool IsShown(Finding finding) => IncludePassed || finding.Status is FindingStatus.Fail or FindingStatus.Unknown;
}
