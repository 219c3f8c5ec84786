using System.Management.Automation;
using CognitoPS.Audit;
using CognitoPS.Errors;
using CognitoPS.Pipeline;
using CognitoPS.Threading;

namespace CognitoPS.Cmdlets.Audit;

/// <summary>Runs the remedies of findings.</summary>
/// <remarks>
/// <para>For each finding that fails and has a Remedy it asks, and runs that command. A remedy may only be one of this module's Set-, Add-
/// and Remove- commands with plain values: whatever else a finding from a file holds is refused. The connection parameters are passed on.</para>
/// <para>Look at the findings first. Some remedies cost money, such as the plan PLUS for threat protection; others end what people use,
/// such as open sign-up. Test-CognitoUserPool -RuleId chooses rules.</para>
/// </remarks>
/// <example>
/// Shows what would be done about the app clients, and does nothing.
/// <code>Test-CognitoUserPool eu-west-1_Customers -RuleId client-*, token-* | Repair-CognitoUserPool -WhatIf</code>
/// </example>
/// <example>
/// Protects every pool of the region against deletion.
/// <code>Test-CognitoUserPool -RuleId pool-deletion-protection | Repair-CognitoUserPool</code>
/// </example>
[Cmdlet(VerbsDiagnostic.Repair, "CognitoUserPool", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
public sealed class RepairCognitoUserPoolCommand : ServiceCommand
{
    private static readonly string[] Passed =
    [
        nameof(ProfileName),
        nameof(AccessKey),
        nameof(SecretKey),
        nameof(SessionToken),
        nameof(Credential),
        nameof(EndpointUrl),
    ];

    /// <summary>Findings of Test-CognitoUserPool.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    public PSObject[] InputObject { get; set; } = [];

    private protected override bool IsTakenWhole => true;

    private protected override async Task ProcessAsync()
    {
        foreach (PSObject finding in InputObject)
            await TryAsync(finding, () => RepairAsync(finding));
    }

    private Task RepairAsync(PSObject finding)
    {
        string rule = Text(finding, "RuleId") ?? throw NoFinding();
        string target = $"{Text(finding, "ResourceType")} {Text(finding, "Resource")} of {Text(finding, "UserPool")}";
        if (Text(finding, "Status") != nameof(FindingStatus.Fail))
            WriteVerbose($"{rule}: nothing fails at {target}.");
        else if (Text(finding, "Remedy") is not { Length: > 0 } remedy)
            WriteWarning($"{rule}: no command mends {target}. {Text(finding, "Reason")}".TrimEnd());
        else if (RemedyText.Check(remedy) && ShouldProcess(target, remedy))
            Run(remedy);
        return Task.CompletedTask;
    }

    private void Run(string remedy)
    {
        var connection = MyInvocation
            .BoundParameters.Where(pair => Passed.Contains(pair.Key) && IsGiven(pair.Key))
            .ToDictionary(pair => pair.Key, pair => pair.Value);
        using (PipelineLoop.Outside())
        {
            using var shell = PowerShell.Create(RunspaceMode.CurrentRunspace);
            shell
                .AddScript($"param($connection) {remedy} @connection -Confirm:$false -ErrorAction Continue", useLocalScope: true)
                .AddArgument(connection);
            shell.Invoke();
            foreach (WarningRecord warning in shell.Streams.Warning)
                base.WriteWarning(warning.Message);
            foreach (ErrorRecord error in shell.Streams.Error)
                base.WriteError(error);
        }
    }

    private static string? Text(PSObject finding, string member) => finding.Properties[member]?.Value?.ToString();

    private static CognitoException NoFinding() =>
        new("UnrelatedInput", ErrorCategory.InvalidArgument, "What was piped is no finding.", "Pipe what Test-CognitoUserPool writes.");
}
