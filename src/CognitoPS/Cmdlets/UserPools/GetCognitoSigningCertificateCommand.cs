using System.Management.Automation;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.UserPools;

/// <summary>Gets the certificate that a user pool signs SAML requests with.</summary>
/// <remarks>
/// <para>Send the certificate to the administrators of the SAML identity provider, so that the provider can verify the user pool's
/// requests.</para>
/// <para>Operation: GetSigningCertificate.</para>
/// </remarks>
/// <example>
/// Save the signing certificate to a file.
/// <code>(Get-CognitoSigningCertificate -UserPoolId eu-west-1_Customers).Certificate | Set-Content ./customers.cer</code>
/// </example>
/// <example>
/// List when the signing certificates of the production pools expire.
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
