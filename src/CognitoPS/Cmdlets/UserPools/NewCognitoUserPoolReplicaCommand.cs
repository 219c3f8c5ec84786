using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Connection;
using CognitoPS.Pipeline;
using CognitoPS.Settings;

namespace CognitoPS.Cmdlets.UserPools;

/// <summary>Replicates a user pool to another region.</summary>
/// <remarks>
/// <para>Making the copy takes the service a while: its status is CREATING, then INACTIVE or ACTIVE.</para>
/// <para>Operations: CreateUserPoolReplica, DescribeUserPool.</para>
/// </remarks>
/// <example>
/// A copy in Frankfurt.
/// <code>New-CognitoUserPoolReplica -UserPoolId eu-west-1_Customers -RegionName eu-central-1</code>
/// </example>
/// <example>
/// What would be sent, with a tag.
/// <code>New-CognitoUserPoolReplica -UserPoolId eu-west-1_Customers -RegionName us-east-1 -UserPoolTags @{ purpose = 'standby' } -WhatIf -Verbose</code>
/// </example>
[Cmdlet(VerbsCommon.New, "CognitoUserPoolReplica", SupportsShouldProcess = true)]
[OutputType(typeof(UserPoolReplica))]
public sealed class NewCognitoUserPoolReplicaCommand : UserPoolReplicaCommand
{
    /// <summary>Tags of the copy, as @{ team = 'identity' }.</summary>
    [Parameter]
    [Alias("Tag")]
    [Settings(typeof(Dictionary<string, string>))]
    public Dictionary<string, string>? UserPoolTags { get; set; }

    private protected override async Task ProcessAsync()
    {
        var request = new CreateUserPoolReplicaRequest
        {
            UserPoolId = UserPoolId,
            RegionName = Regions.Checked(RegionName),
            UserPoolTags = UserPoolTags,
        };
        if (Creation.ShouldCreate(this, await DescribeAsync(), request))
            WriteObject(
                new UserPoolReplica((await Client.CreateUserPoolReplicaAsync(request, StopToken)).UserPoolReplica, UserPoolId, PoolRegion)
            );
    }
}
