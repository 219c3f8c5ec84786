using Amazon.CognitoIdentityProvider.Internal;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util.Internal;

namespace Amazon.CognitoIdentityProvider;

/// <summary>Settings of the client.</summary>
public partial class AmazonCognitoIdentityProviderConfig : ClientConfig
{
    private static readonly string UserAgentString = InternalSDKUtils.BuildUserAgentString(
        "Cognito Identity Provider",
        typeof(AmazonCognitoIdentityProviderConfig).Assembly.GetName().Version!.ToString(3)
    );

    public AmazonCognitoIdentityProviderConfig()
        : this(new DefaultConfigurationProvider(AmazonCognitoIdentityProviderDefaultConfiguration.GetAllConfigurations())) { }

    public AmazonCognitoIdentityProviderConfig(IDefaultConfigurationProvider defaultConfigurationProvider)
        : base(defaultConfigurationProvider)
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "cognito-idp";
        EndpointProvider = new AmazonCognitoIdentityProviderEndpointProvider();
    }

    /// <summary>The name that configuration files and environment variables know the service by.</summary>
    public static new string ServiceId => "Cognito Identity Provider";

    public override string RegionEndpointServiceName => "cognito-idp";

    public override string ServiceVersion => "2016-04-18";

    public override string UserAgent => UserAgentString;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(AmazonCognitoIdentityProviderEndpointResolver.GetParameters(this, parameters.AlternateEndpoint));
}
