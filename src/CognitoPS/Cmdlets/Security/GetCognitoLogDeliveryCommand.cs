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
[Cmdlet(VerbsCommon.Get, "CognitoLogDelivery")]
[OutputType(typeof(LogDelivery))]
public sealed class GetCognitoLogDeliveryCommand : PoolCommand
{
    private protected override async Task ProcessAsync()
    {
        GetLogDeliveryConfigurationResponse answer = await Client.GetLogDeliveryConfigurationAsync(
            new() { UserPoolId = UserPoolId },
            StopToken
        );
        WriteObject(new LogDelivery(answer.LogDeliveryConfiguration ?? new(), UserPoolId, PoolRegion));
    }
}
