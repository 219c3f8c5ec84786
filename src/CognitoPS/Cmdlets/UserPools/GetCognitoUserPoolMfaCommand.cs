using System.Management.Automation;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.UserPools;

/// <summary>Gets the multi-factor authentication (MFA) configuration of a user pool.</summary>
/// <remarks>
/// <para>MfaConfiguration shows whether MFA is off, required or optional. The other properties hold the settings of each MFA method and of
/// passkeys. They are empty if not configured.</para>
/// <para>The cmdlet sends one request per user pool. To change the configuration, use Set-CognitoUserPoolMfa, which leaves other settings
/// unchanged.</para>
/// <para>Operation: GetUserPoolMfaConfig.</para>
/// </remarks>
/// <example>
/// Get the MFA configuration of one user pool.
/// <code>Get-CognitoUserPoolMfa -UserPoolId eu-west-1_Customers</code>
/// </example>
/// <example>
/// List the production pools with MFA turned off.
/// <code>Get-CognitoUserPool *-prod | Get-CognitoUserPoolMfa | Where-Object MfaConfiguration -EQ OFF</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "CognitoUserPoolMfa", DefaultParameterSetName = Named)]
[OutputType(typeof(UserPoolMfa))]
public sealed class GetCognitoUserPoolMfaCommand : PoolCommand
{
    private protected override Task ProcessAsync()
    {
        (string pool, string region, var client) = (UserPoolId, PoolRegion, Client);
        return StartAsync(
            pool,
            pool,
            async token => new UserPoolMfa(await client.GetUserPoolMfaConfigAsync(new() { UserPoolId = pool }, token), pool, region)
        );
    }
}
