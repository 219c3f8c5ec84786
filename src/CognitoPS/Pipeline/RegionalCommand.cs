using System.Management.Automation;
using CognitoPS.Completion;
using CognitoPS.Connection;

namespace CognitoPS.Pipeline;

/// <summary>A cmdlet that works in one region at a time.</summary>
public abstract class RegionalCommand : CognitoCommand
{
    /// <summary>
    /// The region to ask. Default: the region in the user pool's id, then what Connect-Cognito set, $StoredAWSRegion, AWS_REGION,
    /// AWS_DEFAULT_REGION and the profile's region.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? Region { get; set; }

    private protected override ConnectionSettings Given => base.Given with { Region = Region };
}
