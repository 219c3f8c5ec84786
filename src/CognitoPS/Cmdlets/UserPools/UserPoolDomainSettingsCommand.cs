using System.Management.Automation;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Pipeline;
using CognitoPS.Settings;

namespace CognitoPS.Cmdlets.UserPools;

/// <summary>The settings of a domain, which New- and Set-CognitoUserPoolDomain share.</summary>
public abstract class UserPoolDomainSettingsCommand : PoolCommand
{
    /// <summary>
    /// The domain: a prefix of the service's own domain as my-company (lower-case letters, digits and hyphens, at most 63), or a whole name
    /// of yours as auth.example.com.
    /// </summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(UserPoolDomainCompleter))]
    public string Domain { get; set; } = "";

    /// <summary>1 for the classic hosted pages, 2 for managed login with the branding editor.</summary>
    [Parameter]
    public int? ManagedLoginVersion { get; set; }

    /// <summary>
    /// The ACM certificate of a custom domain, by ARN. It covers the domain's name; for a domain on CloudFront it stands in us-east-1.
    /// </summary>
    [Parameter]
    [SettingPath("CustomDomainConfig.CertificateArn")]
    public string? CertificateArn { get; set; }

    /// <summary>The oldest TLS version that a custom domain accepts, as the service names its policies.</summary>
    [Parameter]
    [SettingPath("CustomDomainConfig.SecurityPolicy")]
    [ArgumentCompleter(typeof(EnumCompleter<SecurityPolicyType>))]
    public string? SecurityPolicy { get; set; }

    /// <summary>Certificate and TLS policy of a custom domain together, as @{ CertificateArn = 'arn:…'; SecurityPolicy = '…' }.</summary>
    [Parameter]
    [Settings(typeof(CustomDomainConfigType))]
    public CustomDomainConfigType? CustomDomainConfig { get; set; }

    /// <summary>
    /// How sign-in moves to another region when the first one fails, as @{ Failover = @{ SecondaryRegion = 'eu-central-1';
    /// PrimaryRoute53HealthCheckId = '…' } }.
    /// </summary>
    [Parameter]
    [Settings(typeof(RoutingType))]
    public RoutingType? Routing { get; set; }

    private protected override object? CurrentTarget => Domain;

    /// <summary>A domain in words, for questions.</summary>
    internal static string Describe(string domain, string pool) => $"domain '{domain}' of {pool}";

    /// <summary>A prefix has neither dots nor a certificate; a custom domain has both.</summary>
    /// <exception cref="CognitoException">ContradictingParameters, MissingSetting.</exception>
    private protected static void Check(string domain, CustomDomainConfigType? config)
    {
        bool custom = domain.Contains('.');
        if (custom && config?.CertificateArn is null)
            throw new CognitoException(
                "MissingSetting",
                ErrorCategory.InvalidArgument,
                $"The custom domain '{domain}' needs a certificate.",
                "Give -CertificateArn, or a prefix without dots."
            );
        if (!custom && config is not null)
            throw new CognitoException(
                "ContradictingParameters",
                ErrorCategory.InvalidArgument,
                $"The prefix domain '{domain}' takes no certificate: the service has its own.",
                "Leave it out, or give the whole name of a domain of yours."
            );
    }
}
