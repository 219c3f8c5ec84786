using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Connection;
using CognitoPS.Pipeline;
using CognitoPS.Resources;

namespace CognitoPS.Cmdlets.UserPools;

/// <summary>Gets the domains of a user pool, or domains by name.</summary>
/// <remarks>
/// <para>A user pool has at most one Cognito domain and one custom domain. -UserPoolId describes both; a user pool without a domain returns
/// nothing. -Domain looks in the default Region. Use -Region if the user pool is in another one.</para>
/// <para>Operations: DescribeUserPoolDomain, DescribeUserPool. The latter finds a user pool's domains.</para>
/// </remarks>
/// <example>
/// Get the domains of a user pool.
/// <code>Get-CognitoUserPoolDomain -UserPoolId eu-west-1_Customers</code>
/// </example>
/// <example>
/// Find every user pool in the Region that still uses Hosted UI (classic).
/// <code>Get-CognitoUserPool | Get-CognitoUserPoolDomain | Where-Object ManagedLoginVersion -eq 1</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "CognitoUserPoolDomain", DefaultParameterSetName = "Pool")]
[OutputType(typeof(UserPoolDomain))]
public sealed class GetCognitoUserPoolDomainCommand : ServiceCommand
{
    /// <summary>The user pools whose domains are described: IDs, ARNs or objects from Get-CognitoUserPool.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Pool", ValueFromPipelineByPropertyName = true)]
    [UserPoolId]
    [ArgumentCompleter(typeof(UserPoolIdCompleter))]
    public string[] UserPoolId { get; set; } = [];

    /// <summary>
    /// The domains to describe: the prefix of a Cognito domain, such as my-company, or a custom domain, such as auth.example.com.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = "Domain", ValueFromPipelineByPropertyName = true)]
    public string[] Domain { get; set; } = [];

    /// <summary>The piped object.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    // A domain knows its pool and a pool knows its domains: only a pool has a place for a custom one.
    private string? PipedDomain =>
        InputObject?.Properties["CustomDomain"] is null ? InputObject?.Properties["Domain"]?.Value as string : null;

    private protected override async Task ProcessAsync()
    {
        if (ParameterSetName == "Pool" && PipedDomain is { Length: > 0 } piped)
        {
            await TryAsync(InputObject, () => WriteDomainAsync(piped, RegionFor(UserPoolId.FirstOrDefault())));
            return;
        }

        foreach (string domain in Domain)
            await TryAsync(domain, () => WriteDomainAsync(domain, RegionFor(null)));
        foreach (string pool in UserPoolId)
        {
            await TryAsync(
                pool,
                async () =>
                {
                    UserPoolType described = (
                        await ClientIn(RegionFor(pool)).DescribeUserPoolAsync(new() { UserPoolId = pool }, StopToken)
                    ).UserPool;
                    foreach (string domain in new[] { described.Domain, described.CustomDomain }.Where(domain => domain is { Length: > 0 }))
                        await TryAsync(domain, () => WriteDomainAsync(domain, RegionFor(pool)));
                }
            );
        }
    }

    private async Task WriteDomainAsync(string domain, string region) =>
        WriteObject(new UserPoolDomain(await UserPoolDomains.DescribeAsync(ClientIn(region), domain, StopToken), region));
}
