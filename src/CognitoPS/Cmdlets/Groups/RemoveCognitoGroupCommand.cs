using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Connection;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.Groups;

/// <summary>Removes groups from a user pool; their members stay in the pool.</summary>
/// <remarks>
/// <para>Who was a member is forgotten with the group and cannot be read afterwards: Get-CognitoGroupMember before saves it. The group's
/// IAM role stays. Tokens that were issued before go on naming the group until they expire.</para>
/// <para>Operation: DeleteGroup. Several at once, 5 a second for each pool.</para>
/// </remarks>
/// <example>
/// One group, after a question.
/// <code>Remove-CognitoGroup -UserPoolId eu-west-1_Customers -GroupName interns</code>
/// </example>
/// <example>
/// All groups whose names begin with "test", without a question.
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
