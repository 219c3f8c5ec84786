using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Pipeline;
using CognitoPS.Settings;
using CognitoPS.Updates;

namespace CognitoPS.Cmdlets.Security;

/// <summary>
/// Updates the threat protection settings for risky sign-ins. Settings you don't specify are left unchanged.
/// </summary>
/// <remarks>
/// <para>The service replaces the whole configuration, so this cmdlet reads it, merges in your changes and writes it back. -WhatIf,
/// -Confirm and -Verbose show the difference. With -ClientId, the app client gets its own configuration, which replaces that of the
/// pool.</para>
/// <para>Operations: DescribeRiskConfiguration, SetRiskConfiguration.</para>
/// </remarks>
/// <example>
/// Block high-risk sign-ins without notifying the user.
/// <code>Set-CognitoRiskConfiguration -UserPoolId eu-west-1_Customers -AccountTakeoverRiskConfiguration @{ Actions = @{ HighAction = @{ EventAction = 'BLOCK'; Notify = $false } } }</code>
/// </example>
/// <example>
/// Never treat the office's IP ranges as risky.
/// <code>Set-CognitoRiskConfiguration -UserPoolId eu-west-1_Customers -AddSkippedIPRange 203.0.113.0/24</code>
/// </example>
/// <parameter name="Clear">Paths of settings to reset to the service default, such as RiskExceptionConfiguration. Press Tab to see all
/// paths.</parameter>
[Cmdlet(VerbsCommon.Set, "CognitoRiskConfiguration", DefaultParameterSetName = Named, SupportsShouldProcess = true)]
[OutputType(typeof(RiskConfiguration))]
public sealed class SetCognitoRiskConfigurationCommand : SetCommand
{
    private const string Blocked = "RiskExceptionConfiguration.BlockedIPRangeList";
    private const string Skipped = "RiskExceptionConfiguration.SkippedIPRangeList";

    /// <summary>The ID of an app client. Default: the settings of the whole pool.</summary>
    [Parameter(Position = 1, ParameterSetName = Named, ValueFromPipelineByPropertyName = true)]
    [Parameter(Position = 0, ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ClientIdCompleter))]
    public string? ClientId { get; set; }

    /// <summary>
    /// The response to compromised passwords, such as @{ Actions = @{ EventAction = 'BLOCK' }; EventFilter = 'SIGN_IN', 'SIGN_UP' }.
    /// EventAction: BLOCK or NO_ACTION. EventFilter: SIGN_IN, PASSWORD_CHANGE, SIGN_UP. Default: all three.
    /// </summary>
    [Parameter]
    [Settings(typeof(CompromisedCredentialsRiskConfigurationType))]
    public CompromisedCredentialsRiskConfigurationType? CompromisedCredentialsRiskConfiguration { get; set; }

    /// <summary>
    /// The response to each risk level, such as @{ Actions = @{ HighAction = @{ EventAction = 'BLOCK'; Notify = $false } } }. Actions
    /// contains LowAction, MediumAction and HighAction. EventAction: BLOCK, MFA_IF_CONFIGURED, MFA_REQUIRED or NO_ACTION. Notify sends the
    /// user an email, which NotifyConfiguration sets up.
    /// </summary>
    [Parameter]
    [Settings(typeof(AccountTakeoverRiskConfigurationType))]
    public AccountTakeoverRiskConfigurationType? AccountTakeoverRiskConfiguration { get; set; }

    /// <summary>
    /// IP ranges to always block or never treat as risky, at most 200 of each, for example @{ BlockedIPRangeList = '198.51.100.0/24';
    /// SkippedIPRangeList = '203.0.113.0/24' }.
    /// </summary>
    [Parameter]
    [Settings(typeof(RiskExceptionConfigurationType))]
    public RiskExceptionConfigurationType? RiskExceptionConfiguration { get; set; }

    /// <summary>IP ranges to add to those that are always blocked, such as 198.51.100.0/24.</summary>
    [Parameter]
    [ListEdit(Blocked, adds: true)]
    public string[] AddBlockedIPRange { get; set; } = [];

    /// <summary>IP ranges to remove from those that are always blocked.</summary>
    [Parameter]
    [ListEdit(Blocked, adds: false)]
    public string[] RemoveBlockedIPRange { get; set; } = [];

    /// <summary>IP ranges to add to those that are never treated as risky, such as 203.0.113.0/24.</summary>
    [Parameter]
    [ListEdit(Skipped, adds: true)]
    public string[] AddSkippedIPRange { get; set; } = [];

    /// <summary>IP ranges to remove from those that are never treated as risky.</summary>
    [Parameter]
    [ListEdit(Skipped, adds: false)]
    public string[] RemoveSkippedIPRange { get; set; } = [];

    private protected override object? CurrentTarget => ClientId is { Length: > 0 } id ? id : UserPoolId;

    private protected override Task ProcessAsync()
    {
        (string pool, string region, var client) = (UserPoolId, PoolRegion, Client);
        string? clientId = ClientId is { Length: > 0 } id ? id : null;
        return UpdateAsync(
            new Update<RiskConfigurationType, SetRiskConfigurationRequest>
            {
                Target = _ => $"risk configuration of {(clientId is null ? pool : Target.AppClient(null, clientId, pool))}",
                Read = async token =>
                    (
                        await client.DescribeRiskConfigurationAsync(new() { UserPoolId = pool, ClientId = clientId }, token)
                    ).RiskConfiguration,
                Identify = request => (request.UserPoolId, request.ClientId) = (pool, clientId),
                Adjust = (_, request) => request.ClientId = clientId,
                Write = async (request, token) => (await client.SetRiskConfigurationAsync(request, token)).RiskConfiguration,
                Rules = UpdateRules.RiskConfiguration,
                Output = risk => new RiskConfiguration(risk, pool, region),
            }
        );
    }
}
