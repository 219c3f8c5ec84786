using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Pipeline;
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
[Cmdlet(VerbsCommon.New, "CognitoUserPoolDomain", SupportsShouldProcess = true)]
[OutputType(typeof(UserPoolDomain))]
public sealed class NewCognitoUserPoolDomainCommand : UserPoolDomainSettingsCommand
{
    private protected override async Task ProcessAsync()
    {
        var request = new CreateUserPoolDomainRequest();
        BoundSettings.Apply(this, request);
        request.UserPoolId = UserPoolId;
        Check(Domain, request.CustomDomainConfig);
        if (!Creation.ShouldCreate(this, Describe(Domain, UserPoolId), request))
            return;
        await Client.CreateUserPoolDomainAsync(request, StopToken);
        WriteObject(new UserPoolDomain(await GetCognitoUserPoolDomainCommand.DescribeAsync(Client, Domain, StopToken), PoolRegion));
    }
}
