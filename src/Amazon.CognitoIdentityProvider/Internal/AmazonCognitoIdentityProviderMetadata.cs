using Amazon.Runtime.Internal;

namespace Amazon.CognitoIdentityProvider.Internal;

/// <summary>How the runtime knows the service.</summary>
public partial class AmazonCognitoIdentityProviderMetadata : IServiceMetadata
{
    public string ServiceId => AmazonCognitoIdentityProviderConfig.ServiceId;

    public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>();
}
