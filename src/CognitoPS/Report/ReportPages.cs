using System.Globalization;
using System.Reflection;
using System.Text;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Audit;
using Stubble.Core;
using Stubble.Core.Builders;
using Stubble.Core.Loaders;

namespace CognitoPS.Report;

/// <summary>
/// Makes pages of what was read. A template writes whatever comes from a pool as text; only the drawings, whose labels OxyPlot escapes, and
/// the style go in as they are.
/// </summary>
/// <param name="generated">When the pools were read.</param>
/// <param name="includesPersonalData">Whether users are named.</param>
internal sealed class ReportPages(DateTime generated, bool includesPersonalData)
{
    private const int MostMonths = 36;
    private const int MostGroups = 30;
    private const int MostClients = 200;
    private const int MostThings = 25;
    private const int MostPools = 30;

    private static readonly Severity[] Severities = [Severity.Critical, Severity.High, Severity.Medium, Severity.Low, Severity.Info];

    private static readonly Dictionary<string, string> Templates = new()
    {
        ["pool"] = Resource("pool.mustache"),
        ["overview"] = Resource("overview.mustache"),
        ["head"] = Resource("head.mustache"),
        ["chart"] = Resource("chart.mustache"),
        ["style"] = Resource("style.css"),
    };

    private readonly StubbleVisitorRenderer _renderer = new StubbleBuilder()
        .Configure(settings => settings.SetPartialTemplateLoader(new DictionaryLoader(Templates)))
        .Build();

    /// <summary>The files of a report: the page of the only pool, or an overview and the pages of several beside it.</summary>
    public IEnumerable<(string Path, string Page)> Of(IReadOnlyList<PoolReport> reports, string path)
    {
        if (reports.Count == 1)
            yield return (path, Pool(reports[0]));
        if (reports.Count < 2)
            yield break;
        string folder = Path.GetDirectoryName(path)!;
        string name = Path.GetFileNameWithoutExtension(path);
        (PoolReport Report, string File)[] pages = [.. reports.Select(report => (report, $"{name}-{report.Picture.UserPoolId}.html"))];
        yield return (path, Overview([.. pages.Select(page => (page.Report, Uri.EscapeDataString(page.File)))]));
        foreach ((PoolReport report, string file) in pages)
            yield return (Path.Combine(folder, file), Pool(report));
    }

    /// <summary>The page of one pool.</summary>
    public string Pool(PoolReport report)
    {
        var chart = new Chart();
        PoolPicture picture = report.Picture;
        Finding[] failed = [.. report.Findings.Where(finding => finding.Status == FindingStatus.Fail)];
        return Render(
            "pool",
            new()
            {
                ["Title"] = $"User pool {picture.Name ?? picture.UserPoolId}",
                ["Generated"] = Time(generated),
                ["Facts"] = Facts(report),
                ["Tags"] = (picture.Pool.Value?.UserPoolTags ?? [])
                    .OrderBy(tag => tag.Key, StringComparer.Ordinal)
                    .Select(tag => Row(("Name", tag.Key), ("Value", tag.Value)))
                    .ToList(),
                ["HasTags"] = picture.Pool.Value?.UserPoolTags is { Count: > 0 },
                ["Severities"] = Counts(failed),
                ["HasFindings"] = failed.Length > 0,
                ["Rules"] = failed.GroupBy(finding => finding.Rule).Select(RuleOf).ToList(),
                ["Unknown"] = report
                    .Findings.Where(finding => finding.Status == FindingStatus.Unknown)
                    .GroupBy(finding => finding.Rule)
                    .Select(rule => Row(("RuleId", rule.Key.Id), ("Title", rule.Key.Title), ("Reason", rule.First().Reason)))
                    .ToList(),
                ["HasUnknown"] = report.Findings.Any(finding => finding.Status == FindingStatus.Unknown),
                ["UserCharts"] = report.Users.Value is { Count: > 0 } users ? UserCharts(chart, users) : [],
                ["NoUsers"] =
                    report.Users.Missing is { } missing ? $"The users may not be listed: {missing}"
                    : report.Users.Value!.Count == 0 ? "The pool has no users."
                    : null,
                ["GroupCharts"] = GroupCharts(chart, report),
                ["Groups"] = Groups(report),
                ["HasGroups"] = picture.Groups.Value is { Count: > 0 },
                ["Clients"] = (picture.Clients.Value ?? []).Take(MostClients).Select(Client).ToList(),
                ["HasClients"] = picture.Clients.Value is { Count: > 0 },
                ["MoreClients"] = More(picture.Clients.Value?.Count ?? 0, MostClients),
                ["Administrators"] = includesPersonalData ? Administrators(picture) : [],
                ["HasAdministrators"] = includesPersonalData && Administrators(picture).Count > 0,
            }
        );
    }

    /// <summary>The page over several pools.</summary>
    /// <param name="reports">The pools, each with the address of its page.</param>
    public string Overview(IReadOnlyList<(PoolReport Report, string Link)> reports)
    {
        var chart = new Chart();
        Finding[] failed = [.. reports.SelectMany(one => one.Report.Findings).Where(finding => finding.Status == FindingStatus.Fail)];
        var worst = reports
            .Select(one => (Name: one.Report.Picture.Name ?? one.Report.Picture.UserPoolId, Counts: CountsOf(one.Report.Findings)))
            .Where(one => one.Counts.Sum() > 0)
            .OrderByDescending(one => one.Counts, Comparer<long[]>.Create(Worse))
            .Take(MostPools)
            .ToList();
        long users = reports.Sum(one => one.Report.Users.Value?.Count ?? 0);
        return Render(
            "overview",
            new()
            {
                ["Title"] = $"{Number(reports.Count)} user pools",
                ["Generated"] = Time(generated),
                ["Users"] = Number(users),
                ["PoolCount"] = Number(reports.Count),
                ["Severities"] = Counts(failed),
                ["HasFindings"] = worst.Count > 0,
                ["Chart"] =
                    worst.Count == 0
                        ? null
                        : Row(
                            ("Id", "findings-by-pool"),
                            ("Title", "Findings by pool and severity"),
                            (
                                "Summary",
                                worst.Count < reports.Count
                                    ? $"The {worst.Count} pools with the worst findings. The table below has all."
                                    : "The table below has the numbers."
                            ),
                            (
                                "Legend",
                                Severities.Take(4).Select((severity, place) => Row(("Name", severity.ToString()), ("Fill", place))).ToList()
                            ),
                            ("Svg", chart.Stacked([.. worst.Select(one => (one.Name, (IReadOnlyList<long>)[.. one.Counts.Take(4)]))]))
                        ),
                ["Pools"] = reports.Select(one => PoolRow(one.Report, one.Link)).ToList(),
                ["Rules"] = failed
                    .GroupBy(finding => finding.Rule)
                    .OrderByDescending(rule => rule.Key.Severity)
                    .ThenByDescending(rule => rule.Count())
                    .Select(rule =>
                        Row(
                            ("Severity", rule.Key.Severity.ToString()),
                            ("RuleId", rule.Key.Id),
                            ("Title", rule.Key.Title),
                            ("Count", Number(rule.Count())),
                            ("PoolCount", Number(rule.Select(finding => finding.UserPoolId).Distinct().Count()))
                        )
                    )
                    .ToList(),
            }
        );
    }

    private string Render(string template, Dictionary<string, object?> values)
    {
        values["Style"] = Templates["style"];
        return _renderer.Render(Templates[template], values);
    }

    private static List<Dictionary<string, object?>> Facts(PoolReport report)
    {
        PoolPicture picture = report.Picture;
        UserPoolType? pool = picture.Pool.Value;
        GetUserPoolMfaConfigResponse? mfa = picture.Mfa.Value;
        (string Name, string? Value)[] facts =
        [
            ("Id", picture.UserPoolId),
            ("Region", picture.Region),
            ("Feature plan", pool?.UserPoolTier?.Value),
            ("Created", Date(pool?.CreationDate)),
            ("Last changed", Date(pool?.LastModifiedDate)),
            ("Users", report.Users.Value is { } users ? Number(users.Count) : "not known"),
            ("Sign-in names", SignInNames(pool)),
            ("Multi-factor authentication", mfa is null ? "not known" : MfaText(mfa)),
            ("Users with a second factor", MfaShare(mfa)),
            ("Threat protection", pool?.UserPoolAddOns?.AdvancedSecurityMode?.Value ?? "OFF"),
            ("Deletion protection", pool?.DeletionProtection?.Value),
            ("App clients", picture.Clients.Value is { } clients ? Number(clients.Count) : "not known"),
            ("Identity providers", Names(picture.Providers.Value?.Select(provider => provider.ProviderName))),
            ("Domains", Names(picture.Domains.Value?.Select(domain => domain.Domain))),
        ];
        return [.. facts.Where(fact => fact.Value is not null).Select(fact => Row(("Name", fact.Name), ("Value", fact.Value)))];
    }

    private static string SignInNames(UserPoolType? pool) =>
        pool?.UsernameAttributes is { Count: > 0 } attributes ? string.Join(", ", attributes)
        : pool?.AliasAttributes is { Count: > 0 } aliases ? $"user name, {string.Join(", ", aliases)}"
        : "user name";

    private static string MfaText(GetUserPoolMfaConfigResponse mfa)
    {
        string[] factors =
        [
            .. new (bool IsOn, string Name)[]
            {
                (mfa.SoftwareTokenMfaConfiguration?.Enabled is true, "authenticator app"),
                (mfa.SmsMfaConfiguration is not null, "text message"),
                (mfa.EmailMfaConfiguration is not null, "e-mail"),
            }
                .Where(factor => factor.IsOn)
                .Select(factor => factor.Name),
        ];
        string mode = mfa.MfaConfiguration?.Value ?? "OFF";
        return mode == "OFF" || factors.Length == 0 ? mode : $"{mode}: {string.Join(", ", factors)}";
    }

    private static string MfaShare(GetUserPoolMfaConfigResponse? mfa) =>
        mfa?.MfaConfiguration?.Value switch
        {
            "ON" => "all: it is required",
            "OFF" => "none: it is off",
            _ => "not known: the list of users does not tell",
        };

    private static List<Dictionary<string, object?>> UserCharts(Chart chart, UserTotals users)
    {
        List<Dictionary<string, object?>> charts =
        [
            Bars(
                chart,
                "users-by-status",
                "Users by status",
                "Status",
                [.. users.Statuses.Select(status => (status.Key, status.Value)), ("(disabled)", users.Disabled)]
            ),
            Bars(
                chart,
                "sign-in-identifiers",
                "Users by how they can be reached",
                "Address",
                [
                    ("E-mail", users.WithEmail),
                    ("E-mail, verified", users.EmailVerified),
                    ("Telephone", users.WithPhone),
                    ("Telephone, verified", users.PhoneVerified),
                    ("From an identity provider", users.External),
                ]
            ),
        ];
        if (users.Created.Count > 0)
            charts.Add(Months(chart, "users-by-creation", "Users by month of creation", users.Created));
        if (users.Modified.Count > 0)
            charts.Add(Months(chart, "users-by-change", "Users by month of last change", users.Modified));
        return charts;
    }

    private static List<Dictionary<string, object?>> GroupCharts(Chart chart, PoolReport report)
    {
        (string, long)[] sizes =
        [
            .. report
                .GroupSizes.OrderByDescending(group => group.Value)
                .ThenBy(group => group.Key, StringComparer.Ordinal)
                .Take(MostGroups)
                .Select(group => (group.Key, group.Value)),
        ];
        return sizes.Length == 0
            ? []
            :
            [
                Row(
                    ("Id", "groups-by-size"),
                    ("Title", report.GroupSizes.Count > MostGroups ? $"The {MostGroups} largest groups" : "Groups by size"),
                    ("Summary", "The table below has the numbers."),
                    ("Svg", chart.Bars(sizes))
                ),
            ];
    }

    private static Dictionary<string, object?> Bars(
        Chart chart,
        string id,
        string title,
        string header,
        IReadOnlyList<(string Label, long Value)> rows
    ) =>
        Row(
            ("Id", id),
            ("Title", title),
            ("Header", header),
            ("Rows", rows.Select(row => Row(("Label", row.Label), ("Value", Number(row.Value)))).ToList()),
            ("HasRows", true),
            ("Svg", chart.Bars(rows))
        );

    private static Dictionary<string, object?> Months(Chart chart, string id, string title, IReadOnlyDictionary<DateTime, long> counts)
    {
        DateTime last = counts.Keys.Max();
        DateTime first = counts.Keys.Min();
        DateTime start = last.AddMonths(1 - MostMonths) > first ? last.AddMonths(1 - MostMonths) : first;
        List<(DateTime Month, long Value)> months = [];
        for (DateTime month = start; month <= last; month = month.AddMonths(1))
            months.Add((month, counts.TryGetValue(month, out long count) ? count : 0));
        long earlier = counts.Where(month => month.Key < start).Sum(month => month.Value);
        List<Dictionary<string, object?>> rows =
        [
            .. months.Select(month =>
                Row(("Label", month.Month.ToString("yyyy-MM", CultureInfo.InvariantCulture)), ("Value", Number(month.Value)))
            ),
        ];
        if (earlier > 0)
            rows.Insert(0, Row(("Label", $"before {start.ToString("yyyy-MM", CultureInfo.InvariantCulture)}"), ("Value", Number(earlier))));
        return Row(
            ("Id", id),
            ("Title", title),
            ("Header", "Month"),
            ("Rows", rows),
            ("IsLong", true),
            ("Svg", chart.Columns(months)),
            ("Summary", earlier > 0 ? $"{Number(earlier)} users before." : null)
        );
    }

    private static List<Dictionary<string, object?>> Groups(PoolReport report) =>
        [
            .. (report.Picture.Groups.Value ?? [])
                .Select(group => group.Group)
                .OrderBy(group => group.Precedence ?? int.MaxValue)
                .Select(group =>
                    Row(
                        ("Name", group.GroupName),
                        ("Members", report.GroupSizes.TryGetValue(group.GroupName, out long size) ? Number(size) : "not known"),
                        ("Precedence", group.Precedence?.ToString(CultureInfo.InvariantCulture)),
                        ("RoleArn", group.RoleArn),
                        ("Description", group.Description)
                    )
                ),
        ];

    private static Dictionary<string, object?> Client(ClientPicture picture) =>
        picture.Client.Value is not { } client
            ? Row(("Name", picture.ClientName), ("Id", picture.ClientId), ("Secret", picture.Client.Missing))
            : Row(
                ("Name", client.ClientName),
                ("Id", client.ClientId),
                ("Secret", client.ClientSecret is null ? "no" : "yes"),
                ("Flows", Names(client.ExplicitAuthFlows) ?? "default"),
                ("Grants", client.AllowedOAuthFlowsUserPoolClient is true ? Names(client.AllowedOAuthFlows) : "none"),
                ("Scopes", Names(client.AllowedOAuthScopes)),
                ("Access", Validity(client.AccessTokenValidity ?? 1, client.TokenValidityUnits?.AccessToken?.Value ?? "hours")),
                ("IdToken", Validity(client.IdTokenValidity ?? 1, client.TokenValidityUnits?.IdToken?.Value ?? "hours")),
                ("Refresh", Validity(client.RefreshTokenValidity ?? 30, client.TokenValidityUnits?.RefreshToken?.Value ?? "days"))
            );

    private static Dictionary<string, object?> RuleOf(IGrouping<Rule, Finding> rule) =>
        Row(
            ("Severity", rule.Key.Severity.ToString()),
            ("RuleId", rule.Key.Id),
            ("Title", rule.Key.Title),
            ("Why", rule.Key.Why),
            ("Manual", rule.Any(finding => finding.Remedy is null) ? rule.Key.Manual : null),
            ("Count", Number(rule.Count())),
            (
                "Things",
                rule.Take(MostThings)
                    .Select(finding =>
                        Row(
                            ("Name", finding.ResourceName ?? finding.ResourceId),
                            ("Evidence", finding.Evidence?.ToString()),
                            ("Remedy", finding.Remedy?.ToString())
                        )
                    )
                    .ToList()
            ),
            ("More", More(rule.Count(), MostThings))
        );

    private static List<Dictionary<string, object?>> Administrators(PoolPicture picture) =>
        [
            .. (picture.Groups.Value ?? [])
                .Where(group => group.FirstMembers.Value is { Count: > 0 })
                .Select(group =>
                    Row(
                        ("Group", group.Group.GroupName),
                        ("Members", Names(group.FirstMembers.Value!.Take(AuditOptions.ManyAdministrators).Select(user => user.Username))),
                        ("More", group.FirstMembers.Value!.Count > AuditOptions.ManyAdministrators)
                    )
                ),
        ];

    private static Dictionary<string, object?> PoolRow(PoolReport report, string link)
    {
        PoolPicture picture = report.Picture;
        long[] counts = CountsOf(report.Findings);
        return Row(
            ("Link", link),
            ("Name", picture.Name ?? picture.UserPoolId),
            ("Id", picture.UserPoolId),
            ("Region", picture.Region),
            ("Users", report.Users.Value is { } users ? Number(users.Count) : "not known"),
            ("Plan", picture.Pool.Value?.UserPoolTier?.Value),
            ("Mfa", picture.Mfa.Value?.MfaConfiguration?.Value),
            ("Critical", Number(counts[0])),
            ("High", Number(counts[1])),
            ("Medium", Number(counts[2])),
            ("Low", Number(counts[3]))
        );
    }

    private static List<Dictionary<string, object?>> Counts(IReadOnlyList<Finding> failed)
    {
        long[] counts = CountsOf(failed);
        return [.. Severities.Select((severity, place) => Row(("Name", severity.ToString()), ("Count", Number(counts[place]))))];
    }

    /// <summary>What fails, by severity, the worst first.</summary>
    private static long[] CountsOf(IReadOnlyList<Finding> findings) =>
        [
            .. Severities.Select(severity =>
                findings.LongCount(finding => finding.Status == FindingStatus.Fail && finding.Rule.Severity == severity)
            ),
        ];

    private static int Worse(long[] one, long[] other) =>
        one.Zip(other, (left, right) => left.CompareTo(right)).FirstOrDefault(comparison => comparison != 0);

    private static string? More(int count, int most) => count > most ? Number(count - most) : null;

    private static string? Names(IEnumerable<string?>? names) => names?.ToArray() is { Length: > 0 } some ? string.Join(", ", some) : null;

    private static string Validity(int number, string unit) => FormattableString.Invariant($"{number} {unit}");

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string? Date(DateTime? date) => date?.ToUniversalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Time(DateTime time) => time.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    private static Dictionary<string, object?> Row(params (string Name, object? Value)[] values) =>
        values.ToDictionary(value => value.Name, value => value.Value, StringComparer.Ordinal);

    private static string Resource(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"report/{name}")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
