using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.Security;

/// <summary>Gets the threat protection settings for risky sign-ins of a user pool or an app client.</summary>
/// <remarks>
/// <para>The settings only take effect while threat protection is turned on in the UserPoolAddOns of the pool. Threat protection needs the
/// feature plan PLUS.</para>
/// <para>Operation: DescribeRiskConfiguration.</para>
/// </remarks>
/// <example>
/// Show the configuration of a pool.
/// <code>Get-CognitoRiskConfiguration -UserPoolId eu-west-1_Customers</code>
/// </example>
/// <example>
/// Find pools that do not block compromised passwords.
/// <code>Get-CognitoUserPool | Get-CognitoRiskConfiguration | Where-Object CompromisedCredentials -ne BLOCK</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "CognitoRiskConfiguration", DefaultParameterSetName = Named)]
[OutputType(typeof(RiskConfiguration))]
public sealed class GetCognitoRiskConfigurationCommand : PoolCommand
{
    /// <summary>The ID of an app client. Default: the settings of the whole pool.</summary>
    [Parameter(Position = 1, ParameterSetName = Named, ValueFromPipelineByPropertyName = true)]
    [Parameter(Position = 0, ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ClientIdCompleter))]
    public string? ClientId { get; set; }

    private protected override object? CurrentTarget => ClientId is { Length: > 0 } id ? id : UserPoolId;

    private protected override Task ProcessAsync()
    {
        (string pool, string region, var client) = (UserPoolId, PoolRegion, Client);
        string? clientId = ClientId is { Length: > 0 } given ? given : null;
        return StartAsync(
            clientId ?? pool,
            $"{pool}/{clientId}",
            async token =>
            {
                DescribeRiskConfigurationResponse answer = await client.DescribeRiskConfigurationAsync(
                    new() { UserPoolId = pool, ClientId = clientId },
                    token
                );
                return new RiskConfiguration(answer.RiskConfiguration, pool, region);
            }
        );
    }
}
