using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.UserPools;

/// <summary>Removes a replica of a user pool from another Region.</summary>
/// <remarks>
/// <para>The user pool itself and its other replicas stay. Users can no longer sign in at the removed replica.</para>
/// <para>Operations: DeleteUserPoolReplica, DescribeUserPool.</para>
/// </remarks>
/// <example>
/// Remove one replica after confirmation.
/// <code>Remove-CognitoUserPoolReplica -UserPoolId eu-west-1_Customers -RegionName eu-central-1</code>
/// </example>
/// <example>
/// Remove all inactive replicas.
/// <code>Get-CognitoUserPoolReplica -UserPoolId eu-west-1_Customers | Where-Object Status -EQ INACTIVE | Remove-CognitoUserPoolReplica -Confirm:$false</code>
/// </example>
[Cmdlet(
    VerbsCommon.Remove,
    "CognitoUserPoolReplica",
    DefaultParameterSetName = Named,
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.High
)]
public sealed class RemoveCognitoUserPoolReplicaCommand : PoolCommand
{
    /// <inheritdoc cref="NewCognitoUserPoolReplicaCommand.RegionName"/>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = Named, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string RegionName { get; set; } = "";

    private protected override object? CurrentTarget => RegionName;

    private protected override async Task ProcessAsync()
    {
        var request = new DeleteUserPoolReplicaRequest { UserPoolId = UserPoolId, RegionName = RegionName };
        var client = Client;
        string target = Target.Replica(await DescribePoolAsync(), RegionName);
        await RemoveAsync(RegionName, target, token => client.DeleteUserPoolReplicaAsync(request, token));
    }
}
