using System.Management.Automation;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Pipeline;
using CognitoPS.Resources;
using CognitoPS.Settings;
using CognitoPS.Updates;

namespace CognitoPS.Cmdlets.UserPools;

/// <summary>Updates a Cognito domain or custom domain of a user pool. Settings you don't specify are left unchanged.</summary>
/// <remarks>
/// <para>You can update the certificate of a custom domain, the managed login version, and failover. You can't change a domain's name; add
/// another one with New-CognitoUserPoolDomain.</para>
/// <para>Operations: DescribeUserPoolDomain, UpdateUserPoolDomain.</para>
/// </remarks>
/// <example>
/// Switch from Hosted UI (classic) to managed login.
/// <code>Set-CognitoUserPoolDomain -UserPoolId eu-west-1_Customers -Domain my-company -ManagedLoginVersion 2</code>
/// </example>
/// <example>
/// Preview a new certificate for every custom domain in the Region.
/// <code>Get-CognitoUserPool | Get-CognitoUserPoolDomain | Where-Object IsCustom | Set-CognitoUserPoolDomain -CertificateArn arn:aws:acm:us-east-1:123456789012:certificate/11111111-2222-3333-4444-555555555555 -WhatIf</code>
/// </example>
/// <parameter name="Clear">Paths of settings to reset to the service default, such as Routing.</parameter>
[Cmdlet(VerbsCommon.Set, "CognitoUserPoolDomain", DefaultParameterSetName = Named, SupportsShouldProcess = true)]
[OutputType(typeof(UserPoolDomain))]
public sealed class SetCognitoUserPoolDomainCommand : SetCommand
{
    /// <inheritdoc cref="NewCognitoUserPoolDomainCommand.Domain"/>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = Named, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(UserPoolDomainCompleter))]
    public string Domain { get; set; } = "";

    /// <inheritdoc cref="NewCognitoUserPoolDomainCommand.ManagedLoginVersion"/>
    [Parameter]
    public int? ManagedLoginVersion { get; set; }

    /// <inheritdoc cref="NewCognitoUserPoolDomainCommand.CertificateArn"/>
    [Parameter]
    [SettingPath("CustomDomainConfig.CertificateArn")]
    public string? CertificateArn { get; set; }

    /// <inheritdoc cref="NewCognitoUserPoolDomainCommand.SecurityPolicy"/>
    [Parameter]
    [SettingPath("CustomDomainConfig.SecurityPolicy")]
    [ArgumentCompleter(typeof(EnumCompleter<SecurityPolicyType>))]
    public string? SecurityPolicy { get; set; }

    /// <inheritdoc cref="NewCognitoUserPoolDomainCommand.CustomDomainConfig"/>
    [Parameter]
    [Settings(typeof(CustomDomainConfigType))]
    public CustomDomainConfigType? CustomDomainConfig { get; set; }

    /// <inheritdoc cref="NewCognitoUserPoolDomainCommand.Routing"/>
    [Parameter]
    [Settings(typeof(RoutingType))]
    public RoutingType? Routing { get; set; }

    private protected override object? CurrentTarget => Domain;

    private protected override Task ProcessAsync()
    {
        (string pool, string region, string domain, var client) = (UserPoolId, PoolRegion, Domain, Client);
        return UpdateAsync(
            new Update<DomainDescriptionType, UpdateUserPoolDomainRequest>
            {
                Target = _ => Target.Domain(domain, pool),
                Read = token => UserPoolDomains.DescribeAsync(client, domain, token),
                Identify = request =>
                {
                    (request.UserPoolId, request.Domain) = (pool, domain);
                    if (request.CustomDomainConfig is { CertificateArn: null, SecurityPolicy: null })
                        request.CustomDomainConfig = null;
                },
                Check = (_, request) => UserPoolDomains.Check(domain, request.CustomDomainConfig),
                Write = async (request, token) =>
                {
                    await client.UpdateUserPoolDomainAsync(request, token);
                    return null;
                },
                Rules = UpdateRules.UserPoolDomain,
                Output = found => new UserPoolDomain(found, region),
            }
        );
    }
}
