using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Connection;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.Groups;

/// <summary>Removes groups from a user pool. The members stay in the pool.</summary>
/// <remarks>
/// <para>The list of members is lost with the group. To keep it, save the output of Get-CognitoGroupMember first. The group's IAM role is
/// not deleted. Tokens issued earlier still name the group until they expire.</para>
/// <para>Operation: DeleteGroup. Several groups are removed at a time, 5 per second for each user pool.</para>
/// </remarks>
/// <example>
/// Remove one group after confirmation.
/// <code>Remove-CognitoGroup -UserPoolId eu-west-1_Customers -GroupName interns</code>
/// </example>
/// <example>
/// Remove all groups whose names start with "test", without prompting for confirmation.
/// <code>Get-CognitoGroup -UserPoolId eu-west-1_Customers -GroupName test* | Remove-CognitoGroup -Confirm:$false</code>
/// </example>
[Cmdlet(
    VerbsCommon.Remove,
    "CognitoGroup",
    DefaultParameterSetName = Named,
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.High
)]
public sealed class RemoveCognitoGroupCommand : PoolCommand
{
    /// <summary>The names of the groups.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = Named, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(GroupNameCompleter))]
    public string[] GroupName { get; set; } = [];

    private protected override object? CurrentTarget => GroupName.FirstOrDefault();

    private protected override async Task ProcessAsync()
    {
        (string pool, var client) = (UserPoolId, Client);
        foreach (string name in GroupName)
        {
            var request = new DeleteGroupRequest { UserPoolId = pool, GroupName = name };
            await RemoveAsync(
                name,
                Target.Group(name, pool),
                token => RequestTracker.OnceGoneAsync<ResourceNotFoundException>(() => client.DeleteGroupAsync(request, token))
            );
        }
    }
}
