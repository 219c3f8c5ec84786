using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Settings;

namespace CognitoPS.Cmdlets.UserPools;

/// <summary>Adds tags to a user pool, or gives its tags new values.</summary>
/// <remarks>
/// <para>Tags that are not named stay. A pool has at most 50.</para>
/// <para>Operations: TagResource, DescribeUserPool. The latter only where the pool's ARN is not known.</para>
/// </remarks>
/// <example>
/// Two tags.
/// <code>Add-CognitoTag -UserPoolId eu-west-1_Customers -Tag @{ team = 'identity'; stage = 'prod' }</code>
/// </example>
/// <example>
/// One tag for every production pool.
/// <code>Get-CognitoUserPool *-prod | Add-CognitoTag -Tag @{ stage = 'prod' }</code>
/// </example>
[Cmdlet(VerbsCommon.Add, "CognitoTag", DefaultParameterSetName = "Pool", SupportsShouldProcess = true)]
public sealed class AddCognitoTagCommand : TagCommand
{
    /// <summary>The tags, as @{ team = 'identity' }: names up to 128 characters, values up to 256.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [Alias("Tags")]
    [Settings(typeof(Dictionary<string, string>))]
    public Dictionary<string, string> Tag { get; set; } = [];

    private protected override async Task ProcessAsync()
    {
        var request = new TagResourceRequest { ResourceArn = await FindArnAsync(), Tags = Tag };
        SettingCheck.Check(request);
        if (ShouldProcess($"user pool {PoolId}", $"Tag {string.Join(", ", Tag.Select(tag => $"{tag.Key}={tag.Value}"))}"))
            await Client.TagResourceAsync(request, StopToken);
    }
}
