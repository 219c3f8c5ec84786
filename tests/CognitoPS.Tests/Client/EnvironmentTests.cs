using Amazon;
using Amazon.CognitoIdentityProvider;
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
}
