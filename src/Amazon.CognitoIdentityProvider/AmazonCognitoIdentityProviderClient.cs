using Amazon.CognitoIdentityProvider.Internal;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;

namespace Amazon.CognitoIdentityProvider;

/// <summary>Calls Amazon Cognito user pools.</summary>
public partial class AmazonCognitoIdentityProviderClient : AmazonServiceClient, IAmazonCognitoIdentityProvider
{
    private static readonly IServiceMetadata Metadata = new AmazonCognitoIdentityProviderMetadata();

    public AmazonCognitoIdentityProviderClient()
        : this(new AmazonCognitoIdentityProviderConfig()) { }

    public AmazonCognitoIdentityProviderClient(RegionEndpoint region)
        : this(new AmazonCognitoIdentityProviderConfig { RegionEndpoint = region }) { }

    public AmazonCognitoIdentityProviderClient(AmazonCognitoIdentityProviderConfig config)
        : base(config) { }

    public AmazonCognitoIdentityProviderClient(AWSCredentials credentials)
        : this(credentials, new AmazonCognitoIdentityProviderConfig()) { }

    public AmazonCognitoIdentityProviderClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonCognitoIdentityProviderConfig { RegionEndpoint = region }) { }

    public AmazonCognitoIdentityProviderClient(AWSCredentials credentials, AmazonCognitoIdentityProviderConfig clientConfig)
        : base(credentials, clientConfig) { }

    public AmazonCognitoIdentityProviderClient(string awsAccessKeyId, string awsSecretAccessKey)
        : this(awsAccessKeyId, awsSecretAccessKey, new AmazonCognitoIdentityProviderConfig()) { }

    public AmazonCognitoIdentityProviderClient(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region)
        : this(awsAccessKeyId, awsSecretAccessKey, new AmazonCognitoIdentityProviderConfig { RegionEndpoint = region }) { }

    public AmazonCognitoIdentityProviderClient(
        string awsAccessKeyId,
        string awsSecretAccessKey,
        AmazonCognitoIdentityProviderConfig clientConfig
    )
        : base(awsAccessKeyId, awsSecretAccessKey, clientConfig) { }

    public AmazonCognitoIdentityProviderClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken)
        : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonCognitoIdentityProviderConfig()) { }

    public AmazonCognitoIdentityProviderClient(
        string awsAccessKeyId,
        string awsSecretAccessKey,
        string awsSessionToken,
        RegionEndpoint region
    )
        : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonCognitoIdentityProviderConfig { RegionEndpoint = region }) { }

    public AmazonCognitoIdentityProviderClient(
        string awsAccessKeyId,
        string awsSecretAccessKey,
        string awsSessionToken,
        AmazonCognitoIdentityProviderConfig clientConfig
    )
        : base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, clientConfig) { }

    /// <inheritdoc/>
    public ICognitoIdentityProviderPaginatorFactory Paginators => field ??= new CognitoIdentityProviderPaginatorFactory(this);

    /// <inheritdoc/>
    public Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request) =>
        Config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(request));

    protected override IServiceMetadata ServiceMetadata => Metadata;

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        pipeline.RemoveHandler<EndpointResolver>();
        // The service has none of these, and each handler is one more asynchronous step in every call.
        pipeline.RemoveHandler<EndpointDiscoveryHandler>();
        pipeline.RemoveHandler<ChecksumHandler>();
        pipeline.RemoveHandler<CompressionHandler>();
        pipeline.AddHandlerAfter<Marshaller>(new AmazonCognitoIdentityProviderEndpointResolver());
        pipeline.AddHandlerAfter<RetryHandler>(new AmazonCognitoIdentityProviderAuthSchemeHandler());
        pipeline.AddHandlerAfter<Unmarshaller>(new ResponseBuffer());
    }

    private Task<TResponse> SendAsync<TResponse>(AmazonCognitoIdentityProviderRequest request, CancellationToken cancellationToken)
        where TResponse : AmazonWebServiceResponse, new() =>
        InvokeAsync<TResponse>(
            request,
            new InvokeOptions
            {
                RequestMarshaller = RequestMarshaller.Instance,
                ResponseUnmarshaller = JsonUnmarshaller<TResponse>.Instance,
            },
            cancellationToken
        );
}
