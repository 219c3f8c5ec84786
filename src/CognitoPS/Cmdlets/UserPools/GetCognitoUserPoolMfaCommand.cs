using System.Management.Automation;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.UserPools;

/// <summary>Shows whether a user pool asks for a second factor, and which ones it has.</summary>
/// <remarks>
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
[Cmdlet(VerbsCommon.Get, "CognitoUserPoolMfa")]
[OutputType(typeof(UserPoolMfa))]
public sealed class GetCognitoUserPoolMfaCommand : PoolCommand
{
    private protected override async Task ProcessAsync() =>
        WriteObject(new UserPoolMfa(await Client.GetUserPoolMfaConfigAsync(new() { UserPoolId = UserPoolId }, StopToken), UserPoolId, PoolRegion));
}
