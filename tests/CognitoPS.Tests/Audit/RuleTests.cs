using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CognitoPS.Audit;
using CognitoPS.Tests.Conventions;
using CognitoPS.Tests.Support;
using Xunit;

namespace CognitoPS.Tests.Audit;

/// <summary>Each rule fails, is mended by its remedy as it is printed, and passes, against the local server.</summary>
public sealed class RuleTests(RuleTests.Company company) : IClassFixture<RuleTests.Company>
{
    public static TheoryData<string> RuleIds => [.. RuleCases.All.Select(one => one.RuleId)];

    [Fact]
    public void Every_rule_has_a_case()
    {
        Assert.Equal(AuditRules.All.Select(rule => rule.Id).Order(), RuleCases.All.Select(one => one.RuleId).Order());
        Offenders.None(
            AuditRules.All.Where(rule => rule.Title.Length == 0 || rule.Why.Length < 30 || !rule.Why.EndsWith('.')).Select(rule => rule.Id),
            "A rule says what must hold and why."
        );
    }

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void A_rule_fails_and_passes(string ruleId)
    {
        RuleCase one = RuleCases.All.Single(row => row.RuleId == ruleId);
        string failing = company.Make(one.Fail, one.Force);
        var findings = company.Test(failing, ruleId);
        if (one.Pass is null)
        {
            Assert.All(findings, finding => Assert.Equal(("Unknown", true), (finding.Status, finding.Reason is { Length: > 0 })));
            Assert.NotEmpty(findings);
            return;
        }

        Company.Found failed = Assert.Single(findings, finding => finding.Status == "Fail");
        Assert.NotNull(failed.Evidence);
        string passing = company.Make(one.Pass, null);
        var passed = company.Test(passing, ruleId);
        Assert.DoesNotContain(passed, finding => finding.Status == "Fail");
        Assert.Contains(passed, finding => finding.Status == "Pass");
    }

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void A_remedy_as_it_is_printed_makes_the_rule_pass(string ruleId)
    {
        RuleCase one = RuleCases.All.Single(row => row.RuleId == ruleId);
        string pool = company.Make(one.Fail, one.Force);
        string? remedy = company.Test(pool, ruleId).Select(finding => finding.Remedy).SingleOrDefault(text => text is not null);
        if (remedy is null)
        {
            Rule rule = AuditRules.All.Single(row => row.Id == ruleId);
            Assert.True(rule.Manual is { Length: > 30 } || one.Pass is null, "A rule without a command says why.");
            return;
        }

        RemedyText.Check(remedy);
        company.Engine.Run(remedy).Succeeded();
        var after = company.Test(pool, ruleId);
        Assert.DoesNotContain(after, finding => finding.Status == "Fail");
        Assert.Contains(after, finding => finding.Status == "Pass");
    }

    /// <summary>One server and one shell for all cases: each makes a pool of its own.</summary>
    public sealed class Company : IDisposable
    {
        private readonly TemporaryFolder _folder = new();

        public Company()
        {
            Engine
                .Run(
                    "$global:server = $args[0]; $global:expiring = $args[1]; $global:valid = $args[2]; . ([scriptblock]::Create($args[3]))",
                    Engine.Server,
                    Metadata("expiring.xml", DateTimeOffset.UtcNow.AddDays(29)),
                    Metadata("valid.xml", DateTimeOffset.UtcNow.AddDays(31)),
                    File.ReadAllText(Repository.In("tests", "CognitoPS.Tests", "Audit", "RuleCases.ps1"))
                )
                .Succeeded();
        }

        internal Engine Engine { get; } = new();

        internal string Make(string script, Action<CognitoPS.LocalServer.State.UserPool>? force)
        {
            Engine.Run($"$global:pool = $null; {script}").Succeeded();
            string pool = (string)Engine.Run("$global:pool").Output[0].BaseObject;
            force?.Invoke(Engine.Server.State.FindPool(pool)!);
            return pool;
        }

        internal IReadOnlyList<Found> Test(string pool, string ruleId) =>
            [
                .. Engine
                    .Run("Test-CognitoUserPool $args[0] -RuleId $args[1] -IncludePassed -RequiredTag stage=prod", pool, ruleId)
                    .Succeeded()
                    .Output.Select(item => new Found(
                        (string)item.Properties["Status"].Value,
                        (string?)item.Properties["Evidence"].Value,
                        (string?)item.Properties["Remedy"].Value,
                        (string?)item.Properties["Reason"].Value
                    )),
            ];

        public void Dispose()
        {
            Engine.Dispose();
            _folder.Dispose();
        }

        private string Metadata(string name, DateTimeOffset end)
        {
            using var key = ECDsa.Create();
            using X509Certificate2 certificate = new CertificateRequest(
                "CN=idp.example.com",
                key,
                HashAlgorithmName.SHA256
            ).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-400), end);
            string path = _folder.PathOf(name);
            File.WriteAllText(
                path,
                $"""
                <EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://idp.example.com">
                  <IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
                    <KeyDescriptor use="signing">
                      <ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data><ds:X509Certificate>{Convert.ToBase64String(
                    certificate.RawData
                )}</ds:X509Certificate></ds:X509Data></ds:KeyInfo>
                    </KeyDescriptor>
                    <SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="https://idp.example.com/sso" />
                  </IDPSSODescriptor>
                </EntityDescriptor>
                """
            );
            return path;
        }

        internal sealed record Found(string Status, string? Evidence, string? Remedy, string? Reason);
    }
}
