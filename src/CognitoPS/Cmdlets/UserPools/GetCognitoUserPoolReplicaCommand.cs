using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Paging;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.UserPools;

/// <summary>Lists the regions that a user pool is replicated to.</summary>
/// <remarks>
/// <para>The pool itself stands in the list too: Role tells it (PRIMARY) from its copies (SECONDARY), Status whether users can sign in
/// there. A copy that is being made or removed says so in its Status.</para>
/// <para>-RegionName is compared here, after the service has listed all, and saves no request.</para>
/// <para>Operation: ListUserPoolReplicas.</para>
/// </remarks>
/// <example>
/// All copies of a pool.
/// <code>Get-CognitoUserPoolReplica -UserPoolId eu-west-1_Customers</code>
/// </example>
/// <example>
/// Those in the United States.
/// <code>Get-CognitoUserPoolReplica -UserPoolId eu-west-1_Customers -RegionName us-*</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "CognitoUserPoolReplica", DefaultParameterSetName = Named, SupportsPaging = true)]
[OutputType(typeof(UserPoolReplica))]
public sealed class GetCognitoUserPoolReplicaCommand : PoolCommand
{
    /// <summary>Only copies in this region; wildcards are allowed.</summary>
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
