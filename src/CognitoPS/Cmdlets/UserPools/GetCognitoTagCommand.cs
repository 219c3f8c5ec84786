using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Connection;
using CognitoPS.Paging;
using CognitoPS.Pipeline;
using CognitoPS.Resources;

namespace CognitoPS.Cmdlets.UserPools;

/// <summary>Gets the tags of a user pool.</summary>
/// <remarks>
/// <para>Each tag is an object of its own, sorted by name, that you can pipe to Remove-CognitoTag. A user pool without tags returns
/// nothing. -Key filters locally and saves no request.</para>
/// <para>The service identifies the user pool by its ARN. A pool described by Get-CognitoUserPool carries it, or you can specify
/// -ResourceArn. With only an ID, or a pool from a list, the cmdlet sends one more request.</para>
/// <para>Operations: ListTagsForResource, DescribeUserPool.</para>
/// </remarks>
/// <example>
/// List all tags of a user pool.
/// <code>Get-CognitoTag -UserPoolId eu-west-1_Customers</code>
/// </example>
/// <example>
/// Find out which user pools belong to which team.
/// <code>Get-CognitoUserPool | Get-CognitoTag -Key team</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "CognitoTag", DefaultParameterSetName = Named)]
[OutputType(typeof(Tag))]
public sealed class GetCognitoTagCommand : PoolCommand
{
    /// <summary>
    /// The user pool: its ID (eu-west-1_AbCdEf123), its ARN, which saves a request, or an object from Get-CognitoUserPool. User pools are
    /// also accepted from the pipeline.
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

    /// <summary>The ARN of a piped user pool.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, DontShow = true)]
    public string? Arn { get; set; }

    /// <summary>Returns only tags with this name. Wildcards are allowed.</summary>
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
