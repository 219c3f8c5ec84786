using System.Management.Automation;
using CognitoPS.Connection;
using CognitoPS.Pacing;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.Connection;

/// <summary>Sets where the session asks by default, and as whom.</summary>
/// <remarks>
/// <para>The setting is the runspace's. Every other cmdlet takes the same parameters for one call. Connecting again replaces the whole
/// setting, also what is not given; with -RateLimit or -TimeoutSeconds alone, where to ask and as whom stays. What is not given
/// here comes from $StoredAWSCredentials and $StoredAWSRegion, the environment, the profile, the container or the instance.</para>
/// <para>Nothing is sent; the first request shows whether the credentials are good.</para>
/// </remarks>
/// <example>
/// With a profile.
/// <code>Connect-Cognito -ProfileName production -Region eu-west-1</code>
/// </example>
/// <example>
/// With an emulator.
/// <code>Connect-Cognito -EndpointUrl http://127.0.0.1:9229 -Region eu-west-1 -AccessKey local -SecretKey local</code>
/// </example>
/// <parameter name="EndpointUrl">The endpoint that the session asks instead of the regions' own, as http://127.0.0.1:9229. When it is left
/// out: AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER and AWS_ENDPOINT_URL, then the region's own.</parameter>
/// <parameter name="ProfileName">The profile of the shared AWS configuration and credentials files that the session asks with: static keys,
/// an assumed role, single sign-on, web identity or a credential process. When neither it nor keys nor -Credential are given:
/// $StoredAWSCredentials, the environment, the profile of AWS_PROFILE or "default", then the container's or the instance's
/// role.</parameter>
/// <parameter name="Region">The region that the session asks where neither a cmdlet's -Region nor the user pool's id says one. When it is
/// left out: $StoredAWSRegion, AWS_REGION, AWS_DEFAULT_REGION and the profile's region.</parameter>
[Cmdlet(VerbsCommunications.Connect, "Cognito")]
[OutputType(typeof(CognitoConnection))]
public sealed class ConnectCognitoCommand : ServiceCommand
{
    /// <summary>How long the answer to a request may take, in seconds: 1 to 600. Default 30.</summary>
    [Parameter]
    [ValidateRange(1, 600)]
    public int TimeoutSeconds { get; set; } = 30;

    /// <summary>
    /// How fast to ask: 0 turns pacing off; a hashtable sets requests a second for categories whose quota was raised, as @{ UserCreation =
    /// 200 }. Default: the service's own rates, and no pacing at an endpoint of one's own.
    /// </summary>
    [Parameter]
    public object? RateLimit { get; set; }

    /// <summary>Writes the connection.</summary>
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
