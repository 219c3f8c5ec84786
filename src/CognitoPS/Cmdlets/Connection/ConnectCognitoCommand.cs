using System.Management.Automation;
using CognitoPS.Connection;
using CognitoPS.Pacing;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.Connection;

/// <summary>Sets the session's default Region, endpoint and credentials.</summary>
/// <remarks>
/// <para>The settings apply to the current runspace. Every other cmdlet accepts the same parameters for one call. Connecting again replaces
/// all settings, including those you don't specify. Only -RateLimit and -TimeoutSeconds, used without other parameters, keep the Region,
/// endpoint and credentials.</para>
/// <para>Settings you don't specify come from $StoredAWSCredentials and $StoredAWSRegion, the environment, the profile, the container or
/// the instance.</para>
/// <para>The cmdlet works offline. The first request shows whether the credentials are valid.</para>
/// </remarks>
/// <example>
/// Use a profile.
/// <code>Connect-Cognito -ProfileName production -Region eu-west-1</code>
/// </example>
/// <example>
/// Use an emulator.
/// <code>Connect-Cognito -EndpointUrl http://127.0.0.1:9229 -Region eu-west-1 -AccessKey local -SecretKey local</code>
/// </example>
/// <parameter name="EndpointUrl">The endpoint URL to use instead of the Region's own, such as http://127.0.0.1:9229. Default:
/// AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER and AWS_ENDPOINT_URL, then the Region's own.</parameter>
/// <parameter name="ProfileName">The profile in the shared AWS config and credentials files to use: static keys, an assumed role, single
/// sign-on, web identity or a credential process. Without any credential parameter, the session uses $StoredAWSCredentials, the
/// environment, the profile of AWS_PROFILE or "default", and then the role of the container or instance.</parameter>
/// <parameter name="Region">The Region to use when neither the -Region of a cmdlet nor the user pool ID names one. Default:
/// $StoredAWSRegion, AWS_REGION, AWS_DEFAULT_REGION, and then the Region of the profile.</parameter>
[Cmdlet(VerbsCommunications.Connect, "Cognito")]
[OutputType(typeof(CognitoConnection))]
public sealed class ConnectCognitoCommand : ServiceCommand
{
    /// <summary>The maximum time to wait for a response, in seconds: 1 to 600. Default: 30.</summary>
    [Parameter]
    [ValidateRange(1, 600)]
    public int TimeoutSeconds { get; set; } = 30;

    /// <summary>
    /// The request rates. A hashtable sets requests per second for categories whose quota was raised, such as @{ UserCreation = 200 }.
    /// 0 turns pacing off. Default: the default rates of the service, and no pacing with a custom endpoint.
    /// </summary>
    [Parameter]
    public object? RateLimit { get; set; }

    /// <summary>Returns the connection.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override ConnectionSettings Given =>
        base.Given with
        {
            Timeout = IsGiven(nameof(TimeoutSeconds)) ? TimeSpan.FromSeconds(TimeoutSeconds) : null,
            RateLimits = RateLimit is null ? null : RateLimits.Parse(RateLimit),
        };

    private protected override object? CurrentTarget => ProfileName ?? Region;

    private protected override async Task ProcessAsync()
    {
        // Only how fast or how patiently to ask: where and as whom stays.
        ConnectionSettings settings =
            Given with { Timeout = null, RateLimits = null } == ConnectionSettings.None && Given != ConnectionSettings.None
                ? Given.Or(RunspaceState.Current.Default)
                : Given;
        if (settings.Region is { } region)
            Regions.Checked(region);
        if (settings.EndpointUrl is { } endpoint)
            ClientFactory.Checked(endpoint);
        StoredSession stored = Stored;
        await Task.Run(() => Credentials.Find(settings, stored.Credentials), StopToken);
        RunspaceState.Current.Connect(settings);
        if (PassThru)
            WriteObject(new CognitoConnection(settings, stored));
    }
}
