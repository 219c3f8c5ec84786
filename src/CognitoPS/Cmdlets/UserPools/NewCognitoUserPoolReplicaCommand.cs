using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Connection;
using CognitoPS.Pipeline;
using CognitoPS.Settings;

namespace CognitoPS.Cmdlets.UserPools;

/// <summary>Creates a replica of a user pool in another Region (multi-Region replication).</summary>
/// <remarks>
/// <para>Creating a replica takes a while. Its status is CREATING, then INACTIVE or ACTIVE.</para>
/// <para>Operations: CreateUserPoolReplica, DescribeUserPool.</para>
/// </remarks>
/// <example>
/// Create a replica in Frankfurt.
/// <code>New-CognitoUserPoolReplica -UserPoolId eu-west-1_Customers -RegionName eu-central-1</code>
/// </example>
/// <example>
/// Preview the request for a replica with a tag.
/// <code>New-CognitoUserPoolReplica -UserPoolId eu-west-1_Customers -RegionName us-east-1 -UserPoolTags @{ purpose = 'standby' } -WhatIf -Verbose</code>
/// </example>
[Cmdlet(VerbsCommon.New, "CognitoUserPoolReplica", DefaultParameterSetName = Named, SupportsShouldProcess = true)]
[OutputType(typeof(UserPoolReplica))]
public sealed class NewCognitoUserPoolReplicaCommand : PoolCommand
{
    /// <summary>The Region of the replica.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = Named, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string RegionName { get; set; } = "";

    /// <summary>The tags of the replica, such as @{ team = 'identity' }.</summary>
    [Parameter]
    [Alias("UserPoolTag", "Tag")]
    [Settings(typeof(Dictionary<string, string>))]
    public Dictionary<string, string>? UserPoolTags { get; set; }

    private protected override object? CurrentTarget => RegionName;

    private protected override async Task ProcessAsync()
    {
        var request = new CreateUserPoolReplicaRequest
        {
            UserPoolId = UserPoolId,
            RegionName = Regions.Checked(RegionName),
            UserPoolTags = UserPoolTags,
        };
        if (!ShouldCreate(Target.Replica(await DescribePoolAsync(), RegionName), request))
            return;
        (string region, var client) = (PoolRegion, Client);
        await StartAsync(
            RegionName,
            UserPoolId,
            async token => new UserPoolReplica(
                (await client.CreateUserPoolReplicaAsync(request, token)).UserPoolReplica,
                request.UserPoolId,
                region
            )
        );
    }
}
