using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Connection;
using CognitoPS.Pipeline;
using CognitoPS.Resources;
using CognitoPS.Settings;

namespace CognitoPS.Cmdlets.UserPools;

/// <summary>Removes tags from a user pool.</summary>
/// <remarks>
/// <para>Removing a tag that doesn't exist is not an error.</para>
/// <para>Operations: UntagResource, DescribeUserPool. The latter runs only if the user pool's ARN isn't known.</para>
/// </remarks>
/// <example>
/// Remove two tags.
/// <code>Remove-CognitoTag -UserPoolId eu-west-1_Customers -Key team, stage</code>
/// </example>
/// <example>
/// Remove all tags whose names start with "temp-" from all user pools.
/// <code>Get-CognitoUserPool | Get-CognitoTag -Key temp-* | Remove-CognitoTag -Confirm:$false</code>
/// </example>
[Cmdlet(
    VerbsCommon.Remove,
    "CognitoTag",
    DefaultParameterSetName = Named,
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.High
)]
public sealed class RemoveCognitoTagCommand : PoolCommand
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

    /// <summary>The names of the tags.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = Named, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    [Alias("TagKeys", "TagKey")]
    public string[] Key { get; set; } = [];

    private protected override async Task ProcessAsync()
    {
        (string pool, var client) = (UserPoolId, Client);
        (string arn, string? name) = await PoolReader.ArnAsync(
            client,
            pool,
            (IsGiven(nameof(UserPoolId)) ? null : Arn) ?? base.UserPoolId,
            StopToken
        );
        var request = new UntagResourceRequest { ResourceArn = arn, TagKeys = [.. Key] };
        SettingCheck.Check(request);
        await RemoveAsync(
            pool,
            $"tag {string.Join(", ", Key)} of {Target.UserPool(name, pool)}",
            token => client.UntagResourceAsync(request, token)
        );
    }
}
