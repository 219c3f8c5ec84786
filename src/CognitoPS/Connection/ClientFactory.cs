using System.Collections.Concurrent;
using System.Management.Automation;
using Amazon;
using Amazon.CognitoIdentityProvider;
using CognitoPS.Errors;
using CognitoPS.Pacing;

namespace CognitoPS.Connection;

/// <summary>Makes service clients.</summary>
internal static class ClientFactory
{
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(30);
#if NET
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(5);
#endif
    private const string IgnoreEndpointVariables = "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS";

    /// <summary>What says in the environment where to ask, the first before the second, and whether to heed them.</summary>
    public static readonly string[] EndpointVariables =
    [
        "AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER",
        "AWS_ENDPOINT_URL",
        IgnoreEndpointVariables,
    ];

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
        if ((settings.EndpointUrl ?? EndpointOfEnvironment) is { } endpoint)
        {
            config.ServiceURL = Checked(endpoint).AbsoluteUri;
            config.AuthenticationRegion = region;
        }
        else
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        }

        return new CognitoClient(Credentials.Find(settings, storedCredentials), config);
    }

    /// <summary>
    /// The region for requests about <paramref name="userPoolId"/>: given, the pool's own, the connection's, the environment's, the
    /// profile's.
    /// </summary>
    /// <exception cref="CognitoException">NoRegion, InvalidRegion, InvalidUserPoolId.</exception>
    public static string RegionFor(ConnectionSettings given, ConnectionSettings defaults, string? storedRegion, string? userPoolId)
    {
        string? poolRegion = userPoolId is null ? null : Regions.OfPool(userPoolId);
        if ((given.Region ?? poolRegion ?? DefaultRegion(given.Or(defaults), storedRegion)) is { } region)
            return Regions.Checked(region);
        if ((given.EndpointUrl ?? defaults.EndpointUrl ?? EndpointOfEnvironment) is not null)
            return "us-east-1";
        Credentials.CheckDefaultProfile();
        throw new CognitoException(
            "NoRegion",
            ErrorCategory.InvalidArgument,
            "No Region is set.",
            "Specify -Region, run Connect-Cognito -Region …, or set AWS_REGION."
        );
    }

    /// <summary>The endpoint that the environment names, or null.</summary>
    public static Uri? EndpointOfEnvironment =>
        !string.Equals(Variable(IgnoreEndpointVariables), "true", StringComparison.OrdinalIgnoreCase)
        && (Variable(EndpointVariables[0]) ?? Variable(EndpointVariables[1])) is { } named
            ? Uri.TryCreate(named, UriKind.RelativeOrAbsolute, out Uri? endpoint)
                ? endpoint
                : throw NotAnEndpoint(named)
            : null;

    /// <summary><paramref name="endpoint"/>, if requests can be sent there.</summary>
    /// <exception cref="CognitoException">InvalidEndpointUrl.</exception>
    public static Uri Checked(Uri endpoint) =>
        endpoint is { IsAbsoluteUri: true, Scheme: "http" or "https" } ? endpoint : throw NotAnEndpoint(endpoint.OriginalString);

    private static CognitoException NotAnEndpoint(string text) =>
        new(
            "InvalidEndpointUrl",
            ErrorCategory.InvalidArgument,
            $"'{text}' is not a valid endpoint URL.",
            "Specify the full URL, such as http://127.0.0.1:9229, with -EndpointUrl or in AWS_ENDPOINT_URL."
        );

    /// <summary>Pacing is for the service itself: an endpoint of one's own has no rates unless some are named.</summary>
    private static Pacer? PacerFor(ConnectionSettings settings, object? storedCredentials, string region)
    {
        bool isService = (settings.EndpointUrl ?? EndpointOfEnvironment) is null;
        RateLimits? limits = settings.RateLimits;
        if (limits is null ? !isService : limits.IsOff)
            return null;
        string identity = $"{settings.EndpointUrl} {Credentials.Describe(settings, storedCredentials)}";
        return Pacers.GetOrAdd((identity, region, limits), _ => new Pacer((limits ?? RateLimits.Service).PerSecond));
    }

    /// <summary>The region where neither a cmdlet nor a pool's id names one; null: none is set.</summary>
    public static string? DefaultRegion(ConnectionSettings settings, string? storedRegion) =>
        settings.Region
        ?? storedRegion
        ?? Variable("AWS_REGION")
        ?? Variable("AWS_DEFAULT_REGION")
        ?? Credentials.RegionOfProfile(settings.ProfileName);

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
