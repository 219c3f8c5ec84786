using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.Security;

/// <summary>Reads which logs a user pool writes, and where to.</summary>
/// <remarks>
/// <para>A pool can log messages that could not be delivered (userNotification) and what users do (userAuthEvents).</para>
/// <para>Operation: GetLogDeliveryConfiguration.</para>
/// </remarks>
/// <example>
/// The logs of a pool with their destinations.
/// <code>(Get-CognitoLogDelivery -UserPoolId eu-west-1_Customers).LogConfigurations</code>
/// </example>
/// <example>
/// Pools that do not log what users do.
/// <code>Get-CognitoUserPool | Get-CognitoLogDelivery | Where-Object EventSources -notcontains userAuthEvents</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "CognitoLogDelivery", DefaultParameterSetName = Named)]
[OutputType(typeof(LogDelivery))]
public sealed class GetCognitoLogDeliveryCommand : PoolCommand
{
    private protected override Task ProcessAsync()
    {
        (string pool, string region, var client) = (UserPoolId, PoolRegion, Client);
        return StartAsync(
            pool,
            pool,
            async token =>
            {
                GetLogDeliveryConfigurationResponse answer = await client.GetLogDeliveryConfigurationAsync(
                    new() { UserPoolId = pool },
                    token
                );
                return new LogDelivery(answer.LogDeliveryConfiguration ?? new(), pool, region);
            }
        );
    }
}
