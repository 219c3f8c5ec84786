using System.Management.Automation;
using CognitoPS.Audit;
using CognitoPS.Pipeline;
using CognitoPS.Threading;

namespace CognitoPS.Cmdlets.Audit;

/// <summary>Runs the remedies of findings.</summary>
/// <remarks>
/// <para>For each finding that has a Remedy it asks, and runs that command. A remedy may only be one of this module's Set-, Add-
/// and Remove- commands with plain values: whatever else a finding from a file holds is refused. The connection parameters are passed
/// on.</para>
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

    /// <summary>The command that mends a finding. A finding that has none is passed over, with a warning that says why.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? Remedy { get; set; }

    /// <summary>The rule that failed, for questions and warnings.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? RuleId { get; set; }

    /// <summary>What the finding is about, for questions and warnings.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Resource { get; set; }

    /// <summary>What kind of thing that is, for questions and warnings.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? ResourceType { get; set; }

    /// <summary>The pool that it is in, for questions and warnings.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? UserPool { get; set; }

    /// <summary>Why no command mends it, for the warning.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Reason { get; set; }

    private protected override object? CurrentTarget => RuleId ?? Remedy;

    private protected override Task ProcessAsync()
    {
        string target = string.Join(" ", new[] { ResourceType, Resource, UserPool is null ? null : $"of {UserPool}" }.OfType<string>());
        if (Remedy is { Length: > 0 })
            AskAndRun(Remedy, target.Length > 0 ? target : "user pool");
        else if (Reason is { Length: > 0 })
            WriteWarning($"{RuleId}: no command can fix {target}. {Reason}");
        return Task.CompletedTask;
    }

    private void AskAndRun(string remedy, string target)
    {
        RemedyText.Check(remedy);
        if (!ShouldProcess(target, remedy))
            return;
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
}
