using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using CognitoPS.Tests.Support;
using Xunit;

namespace CognitoPS.Tests.Audit;

/// <summary>New-CognitoReport: what stands in the pages, as a browser reads them.</summary>
public sealed class ReportTests : IDisposable
{
    private const string Hostile = "\"><script>alert(1)</script>'&amp;<img src=x onerror=alert(2)>";

    private readonly Engine _engine = new(sample: true);
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _engine.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void The_numbers_of_a_page_are_the_pools()
    {
        IHtmlDocument page = Report("Get-CognitoUserPool staff-prod | New-CognitoReport $args[0]");
        Dictionary<string, long> statuses = Column(page, "Users by status");
        var counted = _engine.Run("Get-CognitoUserPool staff-prod | Get-CognitoUser -CountByStatus").Succeeded();
        foreach ((object? status, object? count) in counted.All("Status").Zip(counted.All("Count")))
            Assert.Equal(count, statuses[(string)status!]);
        Assert.Equal(600, Number(Fact(page, "Users")));
        Assert.Equal(600, statuses.Where(status => status.Key != "(disabled)").Sum(status => status.Value));
        Assert.Equal(600, Column(page, "Users by month of creation").Values.Sum());
        Assert.Equal(600, Column(page, "Users by month of last change").Values.Sum());
        Assert.Equal(600, Column(page, "Users by how they can be reached")["E-mail"]);
        long sales = _engine.Run("Get-CognitoUserPool staff-prod | Get-CognitoGroupMember -GroupName sales").Succeeded().Output.Count;
        Assert.Equal(sales, Column(page, "All groups")["sales"]);
        Assert.Equal(["staff-api", "staff-web"], Rows(page, "App clients").Select(row => row[0]).Order());
    }

    [Fact]
    public void The_findings_of_a_page_are_those_of_the_test_with_their_remedies()
    {
        IHtmlDocument page = Report("Get-CognitoUserPool partners-prod | New-CognitoReport $args[0]");
        Outcome found = _engine.Run("Get-CognitoUserPool partners-prod | Test-CognitoUserPool").Succeeded();
        var failed = found
            .Output.Where(finding => (string)finding.Properties["Status"].Value == "Fail")
            .Select(finding => (Rule: (string)finding.Properties["RuleId"].Value, Remedy: (string?)finding.Properties["Remedy"].Value))
            .ToList();
        Assert.Equal(failed.Select(one => one.Rule).Distinct().Order(), page.QuerySelectorAll("article.finding").Select(RuleOf).Order());
        Assert.Equal(
            failed.Select(one => one.Remedy).OfType<string>().Order(),
            page.QuerySelectorAll("article.finding td:last-child code").Select(code => code.TextContent).Order()
        );
        Assert.Equal(failed.Count, page.QuerySelectorAll(".tile .count").Sum(count => Number(count.TextContent)));

        static string RuleOf(IElement article) => article.QuerySelector("p.note code")!.TextContent;
    }

    [Fact]
    public void Several_pools_have_an_overview_that_leads_to_the_page_of_each()
    {
        IHtmlDocument overview = Report("Get-CognitoUserPool | New-CognitoReport $args[0]");
        List<string[]> pools = Rows(overview, "Pools");
        Assert.Equal(5, pools.Count);
        Assert.Equal("2,500", pools.Single(row => row[0] == "customers-prod")[3]);
        foreach (IElement link in overview.QuerySelectorAll("tbody a"))
        {
            IHtmlDocument page = Parse(_folder.PathOf(link.GetAttribute("href")!));
            Assert.Equal(Fact(page, "Id"), pools.Single(row => row[0] == link.TextContent)[1]);
        }
    }

    [Theory]
    [InlineData("Get-CognitoUserPool customers-prod | New-CognitoReport $args[0]")]
    [InlineData("Get-CognitoUserPool | New-CognitoReport $args[0]")]
    public void A_page_loads_nothing_runs_nothing_and_is_below_a_megabyte(string script)
    {
        Report(script);
        foreach (string path in Directory.GetFiles(_folder.Name, "*.html"))
        {
            Assert.InRange(new FileInfo(path).Length, 1000, 1_000_000);
            IHtmlDocument page = Parse(path);
            Assert.Empty(page.QuerySelectorAll("script, iframe, object, embed, img, audio, video, form, base"));
            Assert.Equal("icon", Assert.Single(page.QuerySelectorAll("link")).GetAttribute("rel"));
            Assert.DoesNotContain("url(", page.QuerySelector("style")!.TextContent.Replace("url(#", ""));
            Assert.DoesNotContain("@import", page.QuerySelector("style")!.TextContent);
            Assert.All(page.All.SelectMany(element => element.Attributes), attribute => Assert.False(attribute.Name.StartsWith("on")));
            Assert.Contains("default-src 'none'", page.QuerySelector("meta[http-equiv]")!.GetAttribute("content"));
        }
    }

    [Fact]
    public void A_screen_reader_finds_headings_headers_and_the_text_of_each_chart()
    {
        Report("Get-CognitoUserPool | New-CognitoReport $args[0]");
        foreach (string path in Directory.GetFiles(_folder.Name, "*.html"))
        {
            IHtmlDocument page = Parse(path);
            Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
            Assert.Single(page.QuerySelectorAll("h1"));
            int before = 1;
            foreach (IElement heading in page.QuerySelectorAll("h1, h2, h3, h4"))
            {
                int level = heading.LocalName[1] - '0';
                Assert.True(level <= before + 1, $"{heading.TextContent} skips a level");
                before = level;
            }

            Assert.All(page.QuerySelectorAll("table"), table => Assert.NotNull(table.QuerySelector("caption")));
            Assert.All(page.QuerySelectorAll("thead th"), header => Assert.Equal("col", header.GetAttribute("scope")));
            Assert.All(page.QuerySelectorAll("tbody tr"), row => Assert.Equal("row", row.QuerySelector("th")?.GetAttribute("scope")));
            Assert.All(page.QuerySelectorAll("svg"), svg => Assert.Equal("true", svg.GetAttribute("aria-hidden")));
            Assert.All(
                page.QuerySelectorAll("figure"),
                figure =>
                    Assert.NotNull(
                        figure.QuerySelector("table, p.note") is not null
                            ? page.GetElementById(figure.GetAttribute("aria-labelledby")!)
                            : null
                    )
            );
            string[] ids = [.. page.QuerySelectorAll("[id]").Select(element => element.Id!)];
            Assert.Equal(ids.Distinct().Order(), ids.Order());
        }
    }

    [Fact]
    public void Whatever_stands_in_a_pool_is_text_in_the_page()
    {
        string pool = _engine.Server.AddPool("hostile", settings: $$"""{ "UserPoolTags": { "a<b>": "<script>x</script>" } }""");
        _engine
            .Run(
                """
                $pool, $name = $args
                $null = New-CognitoUserPoolClient $pool 'web' -CallbackURLs 'https://example.com/?q=<script>alert(1)</script>' -AllowedOAuthFlows implicit -AllowedOAuthScopes openid -AllowedOAuthFlowsUserPoolClient $true
                $null = New-CognitoGroup $pool '<b>admins</b>' -Description $name
                $null = New-CognitoUser $pool '<u>eve</u>' -MessageAction SUPPRESS
                Add-CognitoGroupMember $pool '<b>admins</b>' '<u>eve</u>'
                """,
                pool,
                Hostile
            )
            .Succeeded();
        IHtmlDocument page = Report("New-CognitoReport $args[1] $args[0] -IncludePersonalData", pool);
        Assert.Empty(page.QuerySelectorAll("script, img, b, u"));
        Assert.Contains(Hostile, Rows(page, "All groups").Single());
        Assert.Contains("<b>admins</b>", page.QuerySelectorAll("svg text").Select(text => text.TextContent));
        Assert.Equal(["a<b>", "<script>x</script>"], Rows(page, "Tags").Single());
        Assert.Equal(["<b>admins</b>", "<u>eve</u>"], Rows(page, "Members of groups of administrators").Single());
    }

    [Fact]
    public void Nobody_is_named_unless_it_is_asked_for()
    {
        var names = _engine.Run("Get-CognitoUserPool staff-prod | Get-CognitoUser").Succeeded().All("Username").Cast<string>().ToList();
        IHtmlDocument page = Report("Get-CognitoUserPool staff-prod | New-CognitoReport $args[0]");
        Assert.All(names, name => Assert.DoesNotContain(name, page.Source.Text));
        Assert.DoesNotContain("@example.com", page.Source.Text);
        page = Report("Get-CognitoUserPool staff-prod | New-CognitoReport $args[0] -IncludePersonalData");
        Assert.Contains(names, name => page.Source.Text.Contains(name, StringComparison.Ordinal));
    }

    [Fact]
    public void A_report_that_cannot_be_written_asks_nothing()
    {
        int before = _engine.Server.Log.Requests.Count;
        Outcome outcome = _engine.Run("Get-CognitoUserPool staff-prod | New-CognitoReport $args[0]", _folder.PathOf("missing/report.html"));
        Assert.Contains("FolderNotFound", outcome.Failures.Single());
        Assert.DoesNotContain(_engine.Server.Log.Requests.Skip(before), request => request.Operation == "ListUsers");
    }

    private IHtmlDocument Report(string script, params object[] arguments)
    {
        string path = _folder.PathOf("report.html");
        _engine.Run(script, [path, .. arguments]).Succeeded();
        return Parse(path);
    }

    private static IHtmlDocument Parse(string path) =>
        new HtmlParser(new HtmlParserOptions { IsStrictMode = false }).ParseDocument(File.ReadAllText(path));

    private static string Fact(IHtmlDocument page, string name) =>
        page.QuerySelectorAll("dl div").Single(fact => fact.QuerySelector("dt")!.TextContent == name).QuerySelector("dd")!.TextContent;

    private static List<string[]> Rows(IHtmlDocument page, string caption) =>
        [
            .. page.QuerySelectorAll("table")
                .Single(table => table.QuerySelector("caption")!.TextContent == caption)
                .QuerySelectorAll("tbody tr")
                .Select(row => row.Children.Select(cell => cell.TextContent).ToArray()),
        ];

    private static Dictionary<string, long> Column(IHtmlDocument page, string caption) =>
        Rows(page, caption).ToDictionary(row => row[0], row => Number(row[1]));

    private static long Number(string text) => long.Parse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
}
