using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Paging;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.UserPools;

/// <summary>Gets the replicas of a user pool, one for each Region (multi-Region replication).</summary>
/// <remarks>
/// <para>The list includes the user pool itself. Role distinguishes it (PRIMARY) from its replicas (SECONDARY). Status shows whether users
/// can sign in there, and whether the replica is being created or removed.</para>
/// <para>-RegionName filters locally, after the service has listed all replicas, and saves no request.</para>
/// <para>Operation: ListUserPoolReplicas.</para>
/// </remarks>
/// <example>
/// List all replicas of a user pool.
/// <code>Get-CognitoUserPoolReplica -UserPoolId eu-west-1_Customers</code>
/// </example>
/// <example>
/// List the replicas in the United States.
/// <code>Get-CognitoUserPoolReplica -UserPoolId eu-west-1_Customers -RegionName us-*</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "CognitoUserPoolReplica", DefaultParameterSetName = Named, SupportsPaging = true)]
[OutputType(typeof(UserPoolReplica))]
public sealed class GetCognitoUserPoolReplicaCommand : PoolCommand
{
    /// <summary>Returns only replicas in this Region. Wildcards are allowed.</summary>
    [Parameter(Position = 1, ParameterSetName = Named)]
    [Parameter(Position = 0, ParameterSetName = Piped)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? RegionName { get; set; }

    private protected override Task ProcessAsync()
    {
        var name = NamePattern.Of(RegionName);
        var pages = Pager.PagesAsync(
            Client,
            ListOperations.UserPoolReplicas,
            new ListUserPoolReplicasRequest { UserPoolId = UserPoolId },
            Window.Demand(filters: RegionName is not null),
            StopToken
        );
        return WriteListAsync(
            pages,
            replica => name.IsMatch(replica.RegionName) ? new UserPoolReplica(replica, UserPoolId, PoolRegion) : null
        );
    }
}
