using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.UserPools;

/// <summary>Changes a user pool's domain: what is named changes, everything else stays.</summary>
/// <remarks>
/// <para>Changes the certificate of a custom domain, the version of managed login, or failover. A domain's name cannot be changed: add
/// another with New-CognitoUserPoolDomain.</para>
/// <para>Operations: DescribeUserPoolDomain, UpdateUserPoolDomain.</para>
/// </remarks>
/// <example>
/// From the classic hosted pages to managed login.
/// <code>Set-CognitoUserPoolDomain -UserPoolId eu-west-1_Customers -Domain my-company -ManagedLoginVersion 2</code>
/// </example>
/// <example>
/// A new certificate for every custom domain of the region, shown first.
/// <code>Get-CognitoUserPool | Get-CognitoUserPoolDomain | Where-Object IsCustom | Set-CognitoUserPoolDomain -CertificateArn arn:aws:acm:us-east-1:123456789012:certificate/11111111-2222-3333-4444-555555555555 -WhatIf</code>
/// </example>
[Cmdlet(VerbsCommon.Set, "CognitoUserPoolDomain", SupportsShouldProcess = true)]
[OutputType(typeof(UserPoolDomain))]
public sealed class SetCognitoUserPoolDomainCommand : UserPoolDomainSettingsCommand
{
    /// <summary>Settings to take back to the service's default, by path, as Routing.</summary>
    [Parameter]
    public string[] Clear { get; set; } = [];

    /// <summary>
    /// Sends only what is given: the service then resets everything else to its default. Nothing is read first, but for -WhatIf and
    /// -Confirm, which show what would be reset.
    /// </summary>
    [Parameter]
    public SwitchParameter Replace { get; set; }

    /// <summary>Writes the changed domain.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override Task ProcessAsync() =>
        SafeUpdate.RunAsync(
            this,
            new Update<DomainDescriptionType, UpdateUserPoolDomainRequest>
            {
                Target = _ => Describe(Domain, UserPoolId),
                Read = () => GetCognitoUserPoolDomainCommand.DescribeAsync(Client, Domain, StopToken),
                Identify = request =>
                    (request.UserPoolId, request.Domain, request.CustomDomainConfig) = (
                        UserPoolId,
                        Domain,
                        request.CustomDomainConfig is { CertificateArn: null, SecurityPolicy: null } ? null : request.CustomDomainConfig
                    ),
                Check = (_, request) => Check(Domain, request.CustomDomainConfig),
                Write = request => Client.UpdateUserPoolDomainAsync(request, StopToken),
                Rules = UpdateRules.UserPoolDomain,
                Output = domain => new UserPoolDomain(domain, PoolRegion),
            },
            Clear,
            Replace,
            PassThru
        );
}
