using System.Text.Json;
using Amazon;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Endpoints;
using Amazon.CognitoIdentityProvider.Internal;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;
using Xunit;

namespace CognitoPS.Tests.Client;

/// <summary>Where requests go.</summary>
public sealed class EndpointTests
{
    private static readonly JsonSerializerOptions CaseOptions = new(JsonSerializerDefaults.Web);

    public sealed record EndpointCase(string? Region, bool UseFips, bool UseDualStack, string? Endpoint, string? Url, string? Error);

    private static IEnumerable<EndpointCase> Cases =>
        JsonSerializer.Deserialize<EndpointCase[]>(
            File.ReadAllText(Path.Combine(ModelFile.Root, "tests", "CognitoPS.Tests", "Client", "endpoints.json")),
            CaseOptions
        )!;

    [Fact]
    public void The_rules_give_the_known_endpoints()
    {
        AmazonCognitoIdentityProviderEndpointProvider provider = new();
        Assert.All(
            Cases,
            known =>
            {
                CognitoIdentityProviderEndpointParameters parameters = new()
                {
                    Region = known.Region,
                    UseFIPS = known.UseFips,
                    UseDualStack = known.UseDualStack,
                    Endpoint = known.Endpoint,
                };
                if (known.Error is null)
                    Assert.Equal(known.Url, provider.ResolveEndpoint(parameters).URL);
                else
                    Assert.Equal(known.Error, Assert.Throws<AmazonClientException>(() => provider.ResolveEndpoint(parameters)).Message);
            }
        );
    }

    [Theory]
    [InlineData("us-iso-east-1", false, false, "https://cognito-idp.us-iso-east-1.c2s.ic.gov/")]
    [InlineData("us-isob-east-1", true, false, "https://cognito-idp-fips.us-isob-east-1.sc2s.sgov.gov/")]
    [InlineData("eu-central-1", false, true, "https://cognito-idp.eu-central-1.amazonaws.com/")]
    [InlineData("us-gov-west-1", true, false, "https://cognito-idp-fips.us-gov-west-1.amazonaws.com/")]
    [InlineData("ca-central-1", true, true, "https://cognito-idp-fips.ca-central-1.api.aws/")]
    public async Task A_request_goes_to_the_endpoint_of_the_settings(string region, bool useFips, bool useDualStack, string expected)
    {
        var endpoint = FakeEndpoint.Answering("{}");
        using AmazonCognitoIdentityProviderClient client = endpoint.CreateClient(configure: config =>
        {
            config.AuthenticationRegion = null;
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
            config.UseFIPSEndpoint = useFips;
            config.UseDualstackEndpoint = useDualStack;
        });

        await client.ListUserPoolsAsync(new ListUserPoolsRequest());

        Assert.Equal(expected, endpoint.Request.Address.ToString());
        Assert.Contains($"/{region}/cognito-idp/aws4_request", endpoint.Request.Authorization, StringComparison.Ordinal);
        Assert.Equal(expected.TrimEnd('/'), client.DetermineServiceOperationEndpoint(new ListUserPoolsRequest()).URL);
    }

    [Fact]
    public async Task A_custom_endpoint_is_used_as_it_is()
    {
        var endpoint = FakeEndpoint.Answering("{}");
        using AmazonCognitoIdentityProviderClient client = endpoint.CreateClient(configure: config =>
        {
            config.AuthenticationRegion = null;
            config.ServiceURL = "http://127.0.0.1:9229/base";
        });

        await client.ListUserPoolsAsync(new ListUserPoolsRequest());

        Assert.Equal("http://127.0.0.1:9229/base/", endpoint.Request.Address.ToString());
        Assert.Contains("/us-east-1/cognito-idp/", endpoint.Request.Authorization, StringComparison.Ordinal);
    }

    [Fact]
    public void A_profile_can_name_the_endpoint()
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(
                file,
                """
                [local]
                aws_access_key_id = AKIDEXAMPLE
                aws_secret_access_key = secret
                region = eu-west-1
                endpoint_url = http://localhost:5000

                """
            );
            AmazonCognitoIdentityProviderConfig config = new() { Profile = new Profile("local", file) };
            Assert.Equal("http://localhost:5000", config.ServiceURL.TrimEnd('/'));
        }
        finally
        {
            File.Delete(file);
        }
    }
}
