using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.UserPools;

/// <summary>Lists the tags of a user pool.</summary>
/// <remarks>
/// <para>A tag is written as an object of its own, in the order of the names, and can be piped to Remove-CognitoTag. A pool without tags
/// writes nothing. -Key is compared here and saves no request.</para>
/// <para>The service knows the pool by its ARN: a pool that Get-CognitoUserPool has described carries it, and -ResourceArn names it; an id
/// alone, or a pool of a list, costs one more request.</para>
/// <para>Operations: ListTagsForResource, DescribeUserPool.</para>
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
        (string arn, _) = await FindAsync();
        ListTagsForResourceResponse answer = await Client.ListTagsForResourceAsync(new() { ResourceArn = arn }, StopToken);
        foreach (
            KeyValuePair<string, string> tag in (answer.Tags ?? [])
                .OrderBy(tag => tag.Key, StringComparer.Ordinal)
                .Where(tag => name.IsMatch(tag.Key))
        )
            WriteObject(new Tag(tag.Key, tag.Value, arn, PoolId, RegionFor(PoolId)));
    }
}
