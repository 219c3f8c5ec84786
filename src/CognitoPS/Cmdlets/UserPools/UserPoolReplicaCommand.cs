using System.Management.Automation;
using CognitoPS.Completion;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.UserPools;

/// <summary>A cmdlet about a user pool's copy in one region.</summary>
public abstract class UserPoolReplicaCommand : PoolCommand
{
    /// <summary>The region of the copy.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string RegionName { get; set; } = "";

    private protected override object? CurrentTarget => RegionName;

    /// <summary>The copy in words, for questions.</summary>
    private protected string Described => $"the copy of user pool {UserPoolId} in {RegionName}";
}
