using System.Collections.Concurrent;
using System.Management.Automation;
using Amazon;
using Amazon.CognitoIdentityProvider;
using CognitoPS.Pacing;
using CognitoPS.Pipeline;

namespace CognitoPS.Connection;

/// <summary>Makes service clients.</summary>
internal static class ClientFactory
{
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(30);
#if NET
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(5);
#endif
    private static readonly string[] EndpointVariables = ["AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER", "AWS_ENDPOINT_URL"];

    /// <summary>Shared by all runspaces, because the service counts them together.</summary>
    private static readonly ConcurrentDictionary<(string Identity, string Region, RateLimits? Limits), Pacer> Pacers = new();

    public static IAmazonCognitoIdentityProvider Create(ConnectionSettings settings, object? storedCredentials, string region)
    {
        var config = new CognitoClientConfig
        {
            Timeout = settings.Timeout ?? DefaultTimeout,
            Pacer = PacerFor(settings, storedCredentials, region),
#if NET
            ConnectTimeout = ConnectTimeout,
#endif
        };
        if (settings.EndpointUrl is { } endpoint)
        {
            config.ServiceURL = endpoint.AbsoluteUri;
            config.AuthenticationRegion = region;
        }
        else
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        }

        return new CognitoClient(Credentials.Find(settings, storedCredentials), config);
    }

    /// <summary>The region for requests about <paramref name="userPoolId"/>: given, the pool's own, the connection's, the environment's, the profile's.</summary>
    /// <exception cref="CognitoException">NoRegion, InvalidRegion, InvalidUserPoolId.</exception>
    public static string RegionFor(ConnectionSettings given, ConnectionSettings defaults, string? storedRegion, string? userPoolId)
    {
        string? poolRegion = userPoolId is null ? null : Regions.OfPool(userPoolId);
        string? region = given.Region ?? poolRegion ?? defaults.Region ?? storedRegion
            ?? Variable("AWS_REGION") ?? Variable("AWS_DEFAULT_REGION")
            ?? Credentials.RegionOfProfile((given.NamesIdentity ? given : defaults).ProfileName);
        if (region is not null)
            return Regions.Checked(region);
        return (given.EndpointUrl ?? defaults.EndpointUrl) is not null
            ? "us-east-1"
            : throw new CognitoException("NoRegion", ErrorCategory.InvalidArgument, "No region is set.",
                "Give -Region, or run Connect-Cognito -Region …, or set AWS_REGION.");
    }

    /// <summary>Pacing is for the service itself: an endpoint of one's own has no rates unless some are named.</summary>
    private static Pacer? PacerFor(ConnectionSettings settings, object? storedCredentials, string region)
    {
        bool isService = settings.EndpointUrl is null && EndpointVariables.All(name => Variable(name) is null);
        RateLimits? limits = settings.RateLimits;
        if (limits is null ? !isService : limits.IsOff)
            return null;
        string identity = $"{settings.EndpointUrl} {Credentials.Describe(settings, storedCredentials)}";
        return Pacers.GetOrAdd((identity, region, limits), _ => new Pacer((limits ?? RateLimits.Service).PerSecond));
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
