using System.Management.Automation;
using CognitoPS.Completion;
using CognitoPS.Connection;

namespace CognitoPS.Cmdlets.Audit;

public sealed partial class TestCognitoUserPoolCommand
{
    /// <summary>
    /// Only pools with this name; wildcards are allowed. The id of a pool is taken too. Default: all pools of the region.
    /// </summary>
    [Parameter(Position = 0)]
    [UserPoolId]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(UserPoolNameCompleter))]
    public string? Name { get; set; }

    /// <summary>The ids or ARNs of the pools to test. Objects of Get-CognitoUserPool bring them.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [UserPoolId]
    [ArgumentCompleter(typeof(UserPoolIdCompleter))]
    public string[] UserPoolId { get; set; } = [];

    /// <inheritdoc cref="UserPools.GetCognitoUserPoolCommand.Region"/>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public new string[] Region { get; set; } = [];

    /// <inheritdoc cref="UserPools.GetCognitoUserPoolCommand.AllRegions"/>
    [Parameter]
    public SwitchParameter AllRegions { get; set; }

    /// <summary>Only these rules, such as client-*; wildcards are allowed. Default: all.</summary>
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RuleIdCompleter))]
    public string[] RuleId { get; set; } = [];

    /// <summary>Only rules of this severity and above: Critical, High, Medium, Low or Info. Default Info, which is all.</summary>
    [Parameter]
    [ValidateSet("Critical", "High", "Medium", "Low", "Info")]
    public string Severity { get; set; } = "Info";

    /// <summary>
    /// Tags that each pool must have: names, or name=value where the value may have wildcards, such as owner, 'stage=prod'. Default: none.
    /// </summary>
    [Parameter]
    public string[] RequiredTag { get; set; } = [];

    /// <summary>How old a client secret may be. Default 365 days.</summary>
    [Parameter]
    public TimeSpan SecretAge { get; set; } = TimeSpan.FromDays(365);

    /// <summary>Writes what passes, does not apply and is suppressed as well.</summary>
    [Parameter]
    public SwitchParameter IncludePassed { get; set; }

    /// <summary>
    /// A JSON file of findings to live with: an array of objects with RuleId, Reason and Until (a last day such as 2027-01-31), and, to say
    /// less than all, UserPoolId (an id or a name) and Resource (an id or a name), which may have wildcards.
    /// </summary>
    [Parameter]
    public string? SuppressionPath { get; set; }

    /// <summary>
    /// A file with the findings of an earlier run, as ConvertTo-Json writes them: only what is new since then is written.
    /// </summary>
    [Parameter]
    public string? BaselinePath { get; set; }

    /// <summary>Writes one text, a SARIF 2.1.0 log, instead of objects.</summary>
    [Parameter]
    public SwitchParameter AsSarif { get; set; }

    /// <summary>Writes $true where nothing fails, otherwise $false. What is unknown does not fail.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <summary>How many pools are read at once: 1 to 64. Default 10. Requests are paced below the service's rates.</summary>
    [Parameter]
    [ValidateRange(1, 64)]
    public int ThrottleLimit { get; set; } = 10;
}
