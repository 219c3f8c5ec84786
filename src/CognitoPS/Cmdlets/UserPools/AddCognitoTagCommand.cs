using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Connection;
using CognitoPS.Pipeline;
using CognitoPS.Resources;
using CognitoPS.Settings;

namespace CognitoPS.Cmdlets.UserPools;

/// <summary>Adds tags to a user pool, or updates the values of existing tags.</summary>
/// <remarks>
/// <para>Tags you don't specify are left unchanged. A user pool can have up to 50 tags.</para>
/// <para>Operations: TagResource, DescribeUserPool. The latter runs only if the user pool's ARN isn't known.</para>
/// </remarks>
/// <example>
/// Add two tags.
/// <code>Add-CognitoTag -UserPoolId eu-west-1_Customers -Tag @{ team = 'identity'; stage = 'prod' }</code>
/// </example>
/// <example>
/// Add one tag to every production pool.
/// <code>Get-CognitoUserPool *-prod | Add-CognitoTag -Tag @{ stage = 'prod' }</code>
/// </example>
[Cmdlet(VerbsCommon.Add, "CognitoTag", DefaultParameterSetName = Named, SupportsShouldProcess = true)]
public sealed class AddCognitoTagCommand : PoolCommand
{
    /// <inheritdoc cref="GetCognitoTagCommand.UserPoolId"/>
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

    /// <inheritdoc cref="GetCognitoTagCommand.Arn"/>
    [Parameter(ValueFromPipelineByPropertyName = true, DontShow = true)]
    public string? Arn { get; set; }

    /// <summary>The tags, such as @{ team = 'identity' }. Names have up to 128 characters, values up to 256.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = Named)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = Piped)]
    [Alias("Tags")]
    [Settings(typeof(Dictionary<string, string>))]
    public Dictionary<string, string> Tag { get; set; } = [];

    private protected override async Task ProcessAsync()
    {
        (string pool, var client) = (UserPoolId, Client);
        (string arn, string? name) = await PoolReader.ArnAsync(
            client,
            pool,
            (IsGiven(nameof(UserPoolId)) ? null : Arn) ?? base.UserPoolId,
            StopToken
        );
        var request = new TagResourceRequest { ResourceArn = arn, Tags = Tag };
        SettingCheck.Check(request);
        string tags = string.Join(", ", Tag.Select(tag => $"{tag.Key}={tag.Value}"));
        if (ShouldProcess(Target.UserPool(name, pool), $"Tag {tags}"))
            await StartAsync(pool, pool, token => client.TagResourceAsync(request, token));
    }
}
