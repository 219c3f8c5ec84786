using System.Collections.ObjectModel;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider;

/// <summary>The modes that AWS_DEFAULTS_MODE and <see cref="ClientConfig.DefaultConfigurationMode"/> select from.</summary>
public static class AmazonCognitoIdentityProviderDefaultConfiguration
{
    public static IDefaultConfiguration Standard { get; } = Create(DefaultConfigurationMode.Standard, 3100);

    public static IDefaultConfiguration InRegion { get; } = Create(DefaultConfigurationMode.InRegion, 1100);

    public static IDefaultConfiguration CrossRegion { get; } = Create(DefaultConfigurationMode.CrossRegion, 3100);

    public static IDefaultConfiguration Mobile { get; } = Create(DefaultConfigurationMode.Mobile, 30000);

    public static IDefaultConfiguration Auto { get; } = Create(DefaultConfigurationMode.Auto, 1100);

    public static ReadOnlyCollection<IDefaultConfiguration> GetAllConfigurations() => new([Standard, InRegion, CrossRegion, Mobile, Auto]);

    private static DefaultConfiguration Create(DefaultConfigurationMode mode, int connectMilliseconds) =>
        new()
        {
            Name = mode,
            RetryMode = RequestRetryMode.Standard,
            S3UsEast1RegionalEndpoint = S3UsEast1RegionalEndpointValue.Regional,
            ConnectTimeout = TimeSpan.FromMilliseconds(connectMilliseconds),
            TlsNegotiationTimeout = TimeSpan.FromMilliseconds(connectMilliseconds),
        };
}
