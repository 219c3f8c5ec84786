using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Connection;
using CognitoPS.Paging;
using CognitoPS.Pipeline;
using CognitoPS.Resources;

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
[Cmdlet(VerbsCommon.Get, "CognitoTag", DefaultParameterSetName = Named)]
[OutputType(typeof(Tag))]
public sealed class GetCognitoTagCommand : PoolCommand
{
    /// <summary>
    /// The user pool: its id (eu-west-1_AbCdEf123), its ARN, which saves a request, or an object of Get-CognitoUserPool. Pools arrive by
    /// pipeline too.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = Named, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    [Alias("ResourceArn")]
    [UserPoolId(keepsArn: true)]
    [ArgumentCompleter(typeof(UserPoolIdCompleter))]
    public override string UserPoolId
    {
        get => Regions.PoolIdOf(base.UserPoolId);
        set => base.UserPoolId = value;
    }

    /// <summary>The ARN of a piped pool.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, DontShow = true)]
    public string? Arn { get; set; }

    /// <summary>Only tags of this name; wildcards are allowed.</summary>
    [Parameter(Position = 1, ParameterSetName = Named)]
    [Parameter(Position = 0, ParameterSetName = Piped)]
    [SupportsWildcards]
    public string? Key { get; set; }

    private protected override Task ProcessAsync()
    {
        var key = NamePattern.Of(Key);
        (string pool, string region, string known, var client) = (
            UserPoolId,
            PoolRegion,
            (IsGiven(nameof(UserPoolId)) ? null : Arn) ?? base.UserPoolId,
            Client
        );
        return StartAsync(
            pool,
            pool,
            async token =>
            {
                (string arn, _) = await PoolReader.ArnAsync(client, pool, known, token);
                ListTagsForResourceResponse answer = await client.ListTagsForResourceAsync(new() { ResourceArn = arn }, token);
                return (answer.Tags ?? [])
                    .Where(tag => key.IsMatch(tag.Key))
                    .OrderBy(tag => tag.Key, StringComparer.Ordinal)
                    .Select(tag => (object)new Tag(tag.Key, tag.Value, arn, pool, region))
                    .ToList();
            }
        );
    }
}
