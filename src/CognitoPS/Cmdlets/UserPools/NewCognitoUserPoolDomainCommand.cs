using System.Management.Automation;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Pipeline;
using CognitoPS.Resources;
using CognitoPS.Settings;

namespace CognitoPS.Cmdlets.UserPools;

/// <summary>Gives a user pool a domain for managed login.</summary>
/// <remarks>
/// <para>A name without dots is a prefix of the service's own domain; it must be free in the whole region. A name with dots is a domain of
/// yours and needs a certificate; point its DNS record to CloudFrontDomain of the result.</para>
/// <para>Operations: CreateUserPoolDomain, DescribeUserPoolDomain. A pool has at most one domain of each kind.</para>
/// </remarks>
/// <example>
/// A prefix domain with managed login.
/// <code>New-CognitoUserPoolDomain -UserPoolId eu-west-1_Customers -Domain my-company -ManagedLoginVersion 2</code>
/// </example>
/// <example>
/// A domain of your own.
/// <code>New-CognitoUserPoolDomain -UserPoolId eu-west-1_Customers -Domain auth.example.com -CertificateArn arn:aws:acm:us-east-1:123456789012:certificate/11111111-2222-3333-4444-555555555555</code>
/// </example>
[Cmdlet(VerbsCommon.New, "CognitoUserPoolDomain", DefaultParameterSetName = Named, SupportsShouldProcess = true)]
[OutputType(typeof(UserPoolDomain))]
public sealed class NewCognitoUserPoolDomainCommand : PoolCommand
{
    /// <summary>
    /// The domain: a prefix of the service's own domain as my-company (lower-case letters, digits and hyphens, at most 63), or a whole name
    /// of yours as auth.example.com.
    /// </summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = Named, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
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

    private protected override async Task ProcessAsync()
    {
        var request = new CreateUserPoolDomainRequest();
        Bound.Apply(request);
        (string pool, string region, string domain, var client) = (UserPoolId, PoolRegion, Domain, Client);
        request.UserPoolId = pool;
        UserPoolDomains.Check(domain, request.CustomDomainConfig);
        if (!ShouldCreate(Target.Domain(domain, pool), request))
            return;
        await StartAsync(
            domain,
            pool,
            async token =>
            {
                await client.CreateUserPoolDomainAsync(request, token);
                return new UserPoolDomain(await UserPoolDomains.DescribeAsync(client, domain, token), region);
            }
        );
    }
}
