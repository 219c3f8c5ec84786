using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Settings;

namespace CognitoPS.Cmdlets.UserPools;

/// <summary>Removes tags from a user pool.</summary>
/// <remarks>
/// <para>A tag that is not there is no error.</para>
/// <para>Operations: UntagResource, DescribeUserPool. The latter only where the pool's ARN is not known.</para>
/// </remarks>
/// <example>
/// Two tags.
/// <code>Remove-CognitoTag -UserPoolId eu-west-1_Customers -Key team, stage</code>
/// </example>
/// <example>
/// All tags whose names begin with "temp-", from all pools.
/// <code>Get-CognitoUserPool | Get-CognitoTag -Key temp-* | Remove-CognitoTag -Confirm:$false</code>
/// </example>
[Cmdlet(
    VerbsCommon.Remove,
    "CognitoTag",
    DefaultParameterSetName = "Pool",
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.High
)]
public sealed class RemoveCognitoTagCommand : TagCommand
{
    /// <summary>The names of the tags.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("TagKeys", "TagKey")]
    public string[] Key { get; set; } = [];

    private protected override async Task ProcessAsync()
    {
        (string arn, string pool) = await FindAsync();
        var request = new UntagResourceRequest { ResourceArn = arn, TagKeys = [.. Key] };
        SettingCheck.Check(request);
        if (ShouldProcess($"tag {string.Join(", ", Key)} of {pool}", "Remove"))
            await Client.UntagResourceAsync(request, StopToken);
    }
}
