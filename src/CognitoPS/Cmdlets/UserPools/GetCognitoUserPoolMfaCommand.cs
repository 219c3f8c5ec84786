using System.Management.Automation;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.UserPools;

/// <summary>Shows whether a user pool asks for a second factor, and which ones it has.</summary>
/// <remarks>
/// <para>MfaConfiguration says whom the pool asks: nobody, everybody, or those who set a second factor up. The other properties hold the
/// settings of each factor and of passkeys, and are empty where none were made.</para>
/// <para>One request for each pool. What is changed goes through Set-CognitoUserPoolMfa, which keeps the rest.</para>
/// <para>Operation: GetUserPoolMfaConfig.</para>
/// </remarks>
/// <example>
/// One pool.
/// <code>Get-CognitoUserPoolMfa -UserPoolId eu-west-1_Customers</code>
/// </example>
/// <example>
/// The production pools that ask nobody for a second factor.
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
