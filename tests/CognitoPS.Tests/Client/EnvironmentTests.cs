using Amazon;
using Amazon.CognitoIdentityProvider;
using Amazon.Runtime;
using Xunit;

namespace CognitoPS.Tests.Client;

/// <summary>Environment variables belong to the whole process: nothing else runs meanwhile.</summary>
[CollectionDefinition(nameof(EnvironmentTests), DisableParallelization = true)]
[Collection(nameof(EnvironmentTests))]
public sealed class EnvironmentTests
{
    [Theory]
    [InlineData("AWS_ENDPOINT_URL")]
    [InlineData("AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER")]
    public void The_environment_can_name_the_endpoint(string variable)
    {
        Environment.SetEnvironmentVariable(variable, "http://localhost:4566");
        try
        {
            AmazonCognitoIdentityProviderConfig config = new() { RegionEndpoint = RegionEndpoint.EUWest1 };
            Assert.Equal("http://localhost:4566", config.ServiceURL.TrimEnd('/'));
            Assert.Equal("eu-west-1", config.RegionEndpoint.SystemName);
        }
        finally
        {
            Environment.SetEnvironmentVariable(variable, null);
        }
    }

    /// <summary>With those of <see cref="SurfaceTests"/> these are all twelve constructors of the official client.</summary>
    [Fact]
    public void The_environment_can_name_the_region()
    {
        Environment.SetEnvironmentVariable("AWS_REGION", "eu-north-1");
        FallbackRegionFactory.Reset();
        try
        {
            using AmazonCognitoIdentityProviderClient fromNothing = new();
            using AmazonCognitoIdentityProviderClient fromCredentials = new(new BasicAWSCredentials("key", "secret"));
            using AmazonCognitoIdentityProviderClient fromKeys = new("key", "secret");
            using AmazonCognitoIdentityProviderClient fromSession = new("key", "secret", "token");

            Assert.All(
                [fromNothing, fromCredentials, fromKeys, fromSession],
                client => Assert.Equal("eu-north-1", client.Config.RegionEndpoint.SystemName)
            );
            Assert.Equal(12, typeof(AmazonCognitoIdentityProviderClient).GetConstructors().Length);
        }
        finally
        {
            Environment.SetEnvironmentVariable("AWS_REGION", null);
            FallbackRegionFactory.Reset();
        }
    }
}
