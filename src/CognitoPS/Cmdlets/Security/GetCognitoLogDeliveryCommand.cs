using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.Security;

/// <summary>Gets the log streaming configuration of user pools: which logs they write, and where.</summary>
/// <remarks>
/// <para>A pool can log messages that could not be delivered (userNotification) and the activity of users (userAuthEvents). The console
/// calls this log streaming.</para>
/// <para>Operation: GetLogDeliveryConfiguration.</para>
/// </remarks>
/// <example>
/// Show the logs of a pool and their destinations.
/// <code>(Get-CognitoLogDelivery -UserPoolId eu-west-1_Customers).LogConfigurations</code>
/// </example>
/// <example>
/// Find pools that do not log user activity.
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
