using System.Management.Automation;

namespace CognitoPS.Cmdlets.UserPools;

/// <summary>Removes a user pool's copy in another region.</summary>
/// <remarks>
/// <para>The pool itself and its other copies stay. Nobody can sign in at the removed copy any more.</para>
/// <para>Operation: DeleteUserPoolReplica.</para>
/// </remarks>
/// <example>
/// One copy, after a question.
/// <code>Remove-CognitoUserPoolReplica -UserPoolId eu-west-1_Customers -RegionName eu-central-1</code>
/// </example>
/// <example>
/// All copies that are turned off.
/// <code>Get-CognitoUserPoolReplica -UserPoolId eu-west-1_Customers | Where-Object Status -EQ INACTIVE | Remove-CognitoUserPoolReplica -Confirm:$false</code>
/// </example>
[Cmdlet(VerbsCommon.Remove, "CognitoUserPoolReplica", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveCognitoUserPoolReplicaCommand : UserPoolReplicaCommand
{
    private protected override async Task ProcessAsync()
    {
        if (ShouldProcess(Described, "Remove"))
            await Client.DeleteUserPoolReplicaAsync(new() { UserPoolId = UserPoolId, RegionName = RegionName }, StopToken);
    }
}
