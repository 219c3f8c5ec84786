using Amazon.CognitoIdentityProvider.Endpoints;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util;

namespace Amazon.CognitoIdentityProvider.Internal;

/// <summary>Gives the settings of a request's client to the endpoint provider.</summary>
public class AmazonCognitoIdentityProviderEndpointResolver : BaseEndpointResolver
{
    protected override EndpointParameters MapEndpointsParameters(IRequestContext requestContext) =>
        GetParameters(requestContext.ClientConfig, requestContext.Request.AlternateEndpoint);

    internal static CognitoIdentityProviderEndpointParameters GetParameters(IClientConfig config, RegionEndpoint? alternate) =>
        new()
        {
            Region = alternate?.SystemName ?? config.RegionEndpoint?.SystemName ?? RegionOf(config),
            UseDualStack = config.UseDualstackEndpoint,
            UseFIPS = config.UseFIPSEndpoint,
            Endpoint = config.ServiceURL,
        };

    /// <summary>With a custom endpoint the region is the one to sign for, or the one that the address names.</summary>
    private static string? RegionOf(IClientConfig config) =>
        string.IsNullOrEmpty(config.ServiceURL) ? null
        : string.IsNullOrEmpty(config.AuthenticationRegion) ? AWSSDKUtils.DetermineRegion(config.ServiceURL)
        : config.AuthenticationRegion;
}
