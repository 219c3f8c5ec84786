using System.Net;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Audit;
using CognitoPS.Tests.Client;
using Xunit;

namespace CognitoPS.Tests.Audit;

/// <summary>What may not be read is unknown, and says which right is missing.</summary>
public class LivePoolSourceTests
{
    private const string Pool = "eu-west-1_AbCdEf123";

    [Theory]
    [InlineData("GetUserPoolMfaConfig", "mfa-off")]
    [InlineData("DescribeRiskConfiguration", "compromised-credentials")]
    [InlineData("GetLogDeliveryConfiguration", "log-message-failures")]
    [InlineData("ListUserPoolClients", "client-user-existence")]
    [InlineData("DescribeUserPoolClient", "client-user-existence")]
    [InlineData("ListUserPoolClientSecrets", "client-two-secrets")]
    [InlineData("ListGroups", "group-role")]
    [InlineData("ListUsersInGroup", "group-many-administrators")]
    [InlineData("ListIdentityProviders", "saml-idp-initiated")]
    [InlineData("DescribeIdentityProvider", "saml-idp-initiated")]
    [InlineData("ListResourceServers", "client-scope-undefined")]
    [InlineData("DescribeUserPoolDomain", "domain-login-version")]
    [InlineData("DescribeUserPool", "mfa-off")]
    public async Task A_missing_right_makes_its_rules_unknown_and_no_others(string denied, string ruleId)
    {
        IReadOnlyList<Finding> findings = await CheckAsync(operation => operation == denied);
        Finding unknown = Assert.Single(findings, finding => finding.Rule.Id == ruleId);
        Assert.Equal(FindingStatus.Unknown, unknown.Status);
        Assert.Contains($"cognito-idp:{denied} ", unknown.Reason);
        Assert.Equal(
            denied != "DescribeUserPool",
            findings.Any(finding => finding.Rule.Id == "password-length" && finding.Status == FindingStatus.Fail)
        );
    }

    [Fact]
    public async Task With_every_right_nothing_is_unknown_but_what_the_service_does_not_tell()
    {
        IReadOnlyList<Finding> findings = await CheckAsync(_ => false);
        Assert.Equal(
            ["client-unused", "pool-web-acl"],
            findings.Where(finding => finding.Status == FindingStatus.Unknown).Select(finding => finding.Rule.Id).Order()
        );
    }

    [Fact]
    public async Task Any_other_error_is_the_pools()
    {
        using AmazonCognitoIdentityProviderClient client = FakeEndpoint
            .Answering("""{ "__type": "ResourceNotFoundException", "message": "no" }""", HttpStatusCode.BadRequest)
            .CreateClient();
        await Assert.ThrowsAsync<ResourceNotFoundException>(() =>
            new LivePoolSource(client, "eu-west-1").ReadAsync(Pool, PoolParts.All, TestContext.Current.CancellationToken)
        );
    }

    private static async Task<IReadOnlyList<Finding>> CheckAsync(Func<string, bool> isDenied)
    {
        FakeEndpoint endpoint = new(request =>
        {
            string operation = request.Headers.GetValues("X-Amz-Target").Single().Split('.')[1];
            return isDenied(operation)
                ? FakeEndpoint.Response(
                    """{ "__type": "AccessDeniedException", "message": "No policy allows it" }""",
                    HttpStatusCode.BadRequest
                )
                : FakeEndpoint.Response(Answer(operation));
        });
        using AmazonCognitoIdentityProviderClient client = endpoint.CreateClient();
        PoolPicture picture = await new LivePoolSource(client, "eu-west-1").ReadAsync(
            Pool,
            PoolParts.All,
            TestContext.Current.CancellationToken
        );
        return new PoolAudit(new AuditOptions()).Check(picture);
    }

    private static string Answer(string operation) =>
        operation switch
        {
            "DescribeUserPool" =>
                $$"""{ "UserPool": { "Id": "{{Pool}}", "Name": "p", "Domain": "example", "UserPoolAddOns": { "AdvancedSecurityMode": "ENFORCED" } } }""",
            "ListUserPoolClients" => """{ "UserPoolClients": [ { "ClientId": "c1", "ClientName": "web" } ] }""",
            "DescribeUserPoolClient" => """{ "UserPoolClient": { "ClientId": "c1", "ClientName": "web", "ClientSecret": "secret" } }""",
            "ListUserPoolClientSecrets" => """{ "ClientSecrets": [ { "ClientSecretId": "c1--1", "ClientSecretCreateDate": 1 } ] }""",
            "ListGroups" => """{ "Groups": [ { "GroupName": "admins" } ] }""",
            "ListIdentityProviders" => """{ "Providers": [ { "ProviderName": "idp" } ] }""",
            "DescribeIdentityProvider" => """{ "IdentityProvider": { "ProviderName": "idp", "ProviderType": "SAML" } }""",
            "DescribeUserPoolDomain" => """{ "DomainDescription": { "Domain": "example" } }""",
            _ => "{}",
        };
}
