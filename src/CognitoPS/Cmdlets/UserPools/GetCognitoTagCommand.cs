using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.UserPools;

/// <summary>Lists the tags of a user pool.</summary>
/// <remarks>
/// <para>Operations: ListTagsForResource, DescribeUserPool. The latter only where the pool's ARN is not known.</para>
/// </remarks>
/// <example>
/// All tags of a pool.
/// <code>Get-CognitoTag -UserPoolId eu-west-1_Customers</code>
/// </example>
/// <example>
/// Which pools belong to which team.
/// <code>Get-CognitoUserPool | Get-CognitoTag -Key team</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "CognitoTag", DefaultParameterSetName = "Pool")]
[OutputType(typeof(Tag))]
public sealed class GetCognitoTagCommand : TagCommand
{
    /// <summary>Only tags of this name; wildcards are allowed.</summary>
    [Parameter(Position = 1)]
    [SupportsWildcards]
    public string? Key { get; set; }

    private protected override async Task ProcessAsync()
    {
        var name = NamePattern.Of(Key);
        string arn = await FindArnAsync();
        ListTagsForResourceResponse answer = await Client.ListTagsForResourceAsync(new() { ResourceArn = arn }, StopToken);
        foreach (KeyValuePair<string, string> tag in (answer.Tags ?? []).OrderBy(tag => tag.Key, StringComparer.Ordinal).Where(tag => name.IsMatch(tag.Key)))
            WriteObject(new Tag(tag.Key, tag.Value, arn, PoolId, RegionFor(PoolId)));
    }
}
