using System.Management.Automation;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Pipeline;
using CognitoPS.Resources;
using CognitoPS.Settings;

namespace CognitoPS.Cmdlets.UserPools;

/// <summary>Creates a Cognito domain or a custom domain for a user pool's managed login.</summary>
/// <remarks>
/// <para>A name without dots is the prefix of a Cognito domain. It must be unused in the whole Region. A name with dots is a custom domain,
/// which requires a certificate. Point its DNS record to the CloudFrontDomain of the result.</para>
/// <para>Operations: CreateUserPoolDomain, DescribeUserPoolDomain. A user pool can have one domain of each kind.</para>
/// </remarks>
/// <example>
/// Create a Cognito domain with managed login.
/// <code>New-CognitoUserPoolDomain -UserPoolId eu-west-1_Customers -Domain my-company -ManagedLoginVersion 2</code>
/// </example>
/// <example>
/// Create a custom domain.
/// <code>New-CognitoUserPoolDomain -UserPoolId eu-west-1_Customers -Domain auth.example.com -CertificateArn arn:aws:acm:us-east-1:123456789012:certificate/11111111-2222-3333-4444-555555555555</code>
/// </example>
[Cmdlet(VerbsCommon.New, "CognitoUserPoolDomain", DefaultParameterSetName = Named, SupportsShouldProcess = true)]
[OutputType(typeof(UserPoolDomain))]
public sealed class NewCognitoUserPoolDomainCommand : PoolCommand
{
    /// <summary>
    /// The domain: the prefix of a Cognito domain, such as my-company (up to 63 lowercase letters, digits and hyphens), or a custom domain,
    /// such as auth.example.com.
    /// </summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = Named, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(UserPoolDomainCompleter))]
    public string Domain { get; set; } = "";

    /// <summary>
    /// The branding version: 1 for Hosted UI (classic), 2 for managed login with the branding editor. Version 2 requires the ESSENTIALS or
    /// PLUS feature plan. Default: 1.
    /// </summary>
    [Parameter]
    public int? ManagedLoginVersion { get; set; }

    /// <summary>
    /// The ARN of the ACM certificate for a custom domain. The certificate must cover the domain's name. For a domain on CloudFront, it
    /// must be in us-east-1.
    /// </summary>
    [Parameter]
    [SettingPath("CustomDomainConfig.CertificateArn")]
    public string? CertificateArn { get; set; }

    /// <summary>The minimum TLS version that a custom domain accepts: TLS_V1, TLS_V1_2_2021 or TLS_V1_3_2025.</summary>
    [Parameter]
    [SettingPath("CustomDomainConfig.SecurityPolicy")]
    [ArgumentCompleter(typeof(EnumCompleter<SecurityPolicyType>))]
    public string? SecurityPolicy { get; set; }

    /// <summary>
    /// The certificate and TLS policy of a custom domain together, such as @{ CertificateArn = 'arn:…'; SecurityPolicy = 'TLS_V1_2_2021' }.
    /// </summary>
    [Parameter]
    [Settings(typeof(CustomDomainConfigType))]
    public CustomDomainConfigType? CustomDomainConfig { get; set; }

    /// <summary>
    /// How sign-in fails over to another Region, such as @{ Failover = @{ SecondaryRegion = 'eu-central-1'; PrimaryRoute53HealthCheckId =
    /// '…' } }.
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
