using System.Management.Automation;

namespace CognitoPS.Pipeline;

/// <summary>-First by the names that it has elsewhere: in AWS.Tools, the AWS CLI and Microsoft Entra.</summary>
internal sealed class LimitParameter
{
    /// <summary>How many objects are wanted.</summary>
    [Parameter(DontShow = true)]
    [Alias("MaxResult", "MaxResults", "MaxItem", "MaxItems", "Top")]
    public ulong? Limit { get; set; }
}
