using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;

namespace Amazon.CognitoIdentityProvider.Internal;

/// <summary>The service's endpoint rules, over the runtime's knowledge of partitions.</summary>
public class AmazonCognitoIdentityProviderEndpointProvider : IEndpointProvider
{
    /// <summary>Regions whose FIPS endpoint answers on IPv6 as well.</summary>
    private static readonly HashSet<string> DualStackFips = ["us-east-1", "us-east-2", "us-west-1", "us-west-2"];

    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        bool useFips = (bool)parameters["UseFIPS"],
            useDualStack = (bool)parameters["UseDualStack"];
        if (parameters["Endpoint"] is string custom)
        {
            return useFips ? throw new AmazonClientException("Invalid Configuration: FIPS and custom endpoint are not supported")
                : useDualStack ? throw new AmazonClientException("Invalid Configuration: Dualstack and custom endpoint are not supported")
                : new Endpoint(custom);
        }
        if (parameters["Region"] is not string region || Fn.Partition(region) is not { } partition)
            throw new AmazonClientException("Invalid Configuration: Missing Region");

        bool supportsFips = partition.supportsFIPS,
            supportsDualStack = partition.supportsDualStack;
        if (useFips && useDualStack && !(supportsFips && supportsDualStack))
            throw new AmazonClientException("FIPS and DualStack are enabled, but this partition does not support one or both");
        if (useFips && !supportsFips)
            throw new AmazonClientException("FIPS is enabled but this partition does not support FIPS");
        if (useDualStack && !supportsDualStack)
            throw new AmazonClientException("DualStack is enabled but this partition does not support DualStack");

        // In the commercial partition these endpoints are dual-stack under their old names.
        bool hasOldName = useFips ? DualStackFips.Contains(region) : partition.name == "aws";
        string suffix = useDualStack && !hasOldName ? partition.dualStackDnsSuffix : partition.dnsSuffix;
        return new Endpoint($"https://cognito-idp{(useFips ? "-fips" : "")}.{region}.{suffix}");
    }
}
