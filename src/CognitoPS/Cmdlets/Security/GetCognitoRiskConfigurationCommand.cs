using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.Security;

/// <summary>Reads what threat protection does about risky sign-ins, for a pool or one of its app clients.</summary>
/// <remarks>
/// <para>Threat protection must be switched on in the pool's UserPoolAddOns to have an effect.</para>
/// <para>Operation: DescribeRiskConfiguration.</para>
/// </remarks>
/// <example>
/// The configuration of a pool.
/// <code>Get-CognitoRiskConfiguration -UserPoolId eu-west-1_Customers</code>
/// </example>
/// <example>
/// Pools that let leaked passwords pass.
/// <code>Get-CognitoUserPool | Get-CognitoRiskConfiguration | Where-Object CompromisedCredentials -ne BLOCK</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "CognitoRiskConfiguration", DefaultParameterSetName = Named)]
[OutputType(typeof(RiskConfiguration))]
public sealed class GetCognitoRiskConfigurationCommand : PoolCommand
{
    /// <summary>The app client's id. Default: the pool as a whole.</summary>
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
