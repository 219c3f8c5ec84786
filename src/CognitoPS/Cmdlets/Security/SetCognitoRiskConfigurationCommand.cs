using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Pipeline;
using CognitoPS.Settings;
using CognitoPS.Updates;

namespace CognitoPS.Cmdlets.Security;

/// <summary>Changes what threat protection does about risky sign-ins: what is named changes, everything else stays.</summary>
/// <remarks>
/// <para>The service replaces the configuration as a whole. This cmdlet reads it, merges what was named, shows the difference under
/// -WhatIf, -Confirm and -Verbose, and writes the whole. With -ClientId the client gets a configuration of its own instead of the
/// pool's.</para>
/// <para>Operations: DescribeRiskConfiguration, SetRiskConfiguration.</para>
/// </remarks>
/// <example>
/// Sign-ins at high risk are refused, and the user is told.
/// <code>Set-CognitoRiskConfiguration -UserPoolId eu-west-1_Customers -AccountTakeoverRiskConfiguration @{ Actions = @{ HighAction = @{ EventAction = 'BLOCK'; Notify = $false } } }</code>
/// </example>
/// <example>
/// The office's addresses are never held to be risky.
/// <code>Set-CognitoRiskConfiguration -UserPoolId eu-west-1_Customers -AddSkippedIPRange 203.0.113.0/24</code>
/// </example>
[Cmdlet(VerbsCommon.Set, "CognitoRiskConfiguration", DefaultParameterSetName = Named, SupportsShouldProcess = true)]
[OutputType(typeof(RiskConfiguration))]
public sealed class SetCognitoRiskConfigurationCommand : SetCommand
{
    private const string Blocked = "RiskExceptionConfiguration.BlockedIPRangeList";
    private const string Skipped = "RiskExceptionConfiguration.SkippedIPRangeList";

    /// <summary>The app client's id. Default: the pool as a whole.</summary>
    [Parameter(Position = 1, ParameterSetName = Named, ValueFromPipelineByPropertyName = true)]
    [Parameter(Position = 0, ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ClientIdCompleter))]
    public string? ClientId { get; set; }

    /// <summary>
    /// What happens when a password is known to have leaked, as @{ Actions = @{ EventAction = 'BLOCK' }; EventFilter = 'SIGN_IN',
    /// 'PASSWORD_CHANGE', 'SIGN_UP' }. EventAction: BLOCK or NO_ACTION.
    /// </summary>
    [Parameter]
    [Settings(typeof(CompromisedCredentialsRiskConfigurationType))]
    public CompromisedCredentialsRiskConfigurationType? CompromisedCredentialsRiskConfiguration { get; set; }

    /// <summary>
    /// What happens at each risk, as @{ Actions = @{ LowAction = @{ EventAction = 'NO_ACTION'; Notify = $false } } } with MediumAction and
    /// HighAction, and NotifyConfiguration for the e-mails. EventAction: BLOCK, MFA_IF_CONFIGURED, MFA_REQUIRED or NO_ACTION.
    /// </summary>
    [Parameter]
    [Settings(typeof(AccountTakeoverRiskConfigurationType))]
    public AccountTakeoverRiskConfigurationType? AccountTakeoverRiskConfiguration { get; set; }

    /// <summary>
    /// Addresses that are always refused or never held to be risky, as @{ BlockedIPRangeList = '198.51.100.0/24'; SkippedIPRangeList =
    /// '203.0.113.0/24' }: at most 200 each.
    /// </summary>
    [Parameter]
    [Settings(typeof(RiskExceptionConfigurationType))]
    public RiskExceptionConfigurationType? RiskExceptionConfiguration { get; set; }

    /// <summary>Adds address ranges that are always refused, as 198.51.100.0/24.</summary>
    [Parameter]
    [ListEdit(Blocked, adds: true)]
    public string[] AddBlockedIPRange { get; set; } = [];

    /// <summary>Removes address ranges that are always refused.</summary>
    [Parameter]
    [ListEdit(Blocked, adds: false)]
    public string[] RemoveBlockedIPRange { get; set; } = [];

    /// <summary>Adds address ranges that are never held to be risky.</summary>
    [Parameter]
    [ListEdit(Skipped, adds: true)]
    public string[] AddSkippedIPRange { get; set; } = [];

    /// <summary>Removes address ranges that are never held to be risky.</summary>
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
