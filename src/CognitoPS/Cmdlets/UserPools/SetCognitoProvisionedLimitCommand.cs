using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Output;
using CognitoPS.Pipeline;
using CognitoPS.Resources;
using CognitoPS.Settings;

namespace CognitoPS.Cmdlets.UserPools;

/// <summary>Updates a provisioned request rate limit of the account in a Region, in requests per second.</summary>
/// <remarks>
/// <para>Capacity above the free limit is billed. The new value must be between the free limit and the quota that Service Quotas grants the
/// account.</para>
/// <para>Operations: GetProvisionedLimit, UpdateProvisionedLimit.</para>
/// </remarks>
/// <example>
/// Preview a new limit.
/// <code>Set-CognitoProvisionedLimit -Category UserAuthentication -RequestedLimitValue 200 -Region eu-west-1 -WhatIf</code>
/// </example>
/// <example>
/// Go back to the free limit.
/// <code>Get-CognitoProvisionedLimit -Category UserCreation | ForEach-Object { $_ | Set-CognitoProvisionedLimit -RequestedLimitValue $_.FreeLimitValue }</code>
/// </example>
[Cmdlet(VerbsCommon.Set, "CognitoProvisionedLimit", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(ProvisionedLimit))]
public sealed class SetCognitoProvisionedLimitCommand : ServiceCommand
{
    /// <summary>
    /// The category of operations: UserAuthentication, UserCreation, UserFederation, UserRead, UserToken or UserResourceRead.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(LimitCategoryCompleter))]
    public string Category { get; set; } = "";

    /// <summary>The new limit in requests per second.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateRange(1, int.MaxValue)]
    public int RequestedLimitValue { get; set; }

    /// <summary>The piped object; -PassThru returns it with its new settings.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>Returns the updated limit.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override bool IsAboutRegion => true;

    private protected override object? CurrentTarget => Category;

    private protected override async Task ProcessAsync()
    {
        string region = RegionFor(null);
        var request = new UpdateProvisionedLimitRequest
        {
            LimitDefinition = ProvisionedLimits.Of(Category),
            RequestedLimitValue = RequestedLimitValue,
        };
        SettingCheck.Check(request);
        LimitType now = (
            await ClientIn(region).GetProvisionedLimitAsync(new() { LimitDefinition = ProvisionedLimits.Of(Category) }, StopToken)
        ).Limit;
        if (
            !ShouldProcess(
                $"limit on {Category} requests in {region}: {now.ProvisionedLimitValue} → {RequestedLimitValue} per second, "
                    + $"{now.FreeLimitValue} of them free of charge",
                "Set"
            )
        )
            return;
        UpdateProvisionedLimitResponse changed = await ClientIn(region).UpdateProvisionedLimitAsync(request, StopToken);
        if (PassThru)
            WriteObject(NoteProperties.Renew(new ProvisionedLimit(changed.Limit, Category, region), PipedNotes));
    }
}
