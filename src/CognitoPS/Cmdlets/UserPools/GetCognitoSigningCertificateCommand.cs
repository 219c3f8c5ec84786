using System.Management.Automation;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.UserPools;

/// <summary>Shows the certificate with which a user pool signs what it sends to SAML identity providers.</summary>
/// <remarks>
/// <para>Give it to the people who run the provider, so that it can verify the pool's requests.</para>
/// <para>Operation: GetSigningCertificate.</para>
/// </remarks>
/// <example>
/// As a file.
/// <code>(Get-CognitoSigningCertificate -UserPoolId eu-west-1_Customers).Certificate | Set-Content ./customers.cer</code>
/// </example>
/// <example>
/// When the certificates of the production pools end.
/// <code>Get-CognitoUserPool *-prod | Get-CognitoSigningCertificate | Sort-Object NotAfter</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "CognitoSigningCertificate", DefaultParameterSetName = Named)]
[OutputType(typeof(SigningCertificate))]
public sealed class GetCognitoSigningCertificateCommand : PoolCommand
{
    private protected override Task ProcessAsync()
    {
        (string pool, string region, var client) = (UserPoolId, PoolRegion, Client);
        return StartAsync(
            pool,
            pool,
            async token => new SigningCertificate(
                (await client.GetSigningCertificateAsync(new() { UserPoolId = pool }, token)).Certificate,
                pool,
                region
            )
        );
    }
}
