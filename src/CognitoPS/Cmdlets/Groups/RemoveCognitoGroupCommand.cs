using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
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
[Cmdlet(VerbsCommon.Remove, "CognitoGroup", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveCognitoGroupCommand : BulkCommand
{
    /// <summary>The names of the groups.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(GroupNameCompleter))]
    public string[] GroupName { get; set; } = [];

    private protected override object? CurrentTarget => GroupName.FirstOrDefault();

    private protected override async Task ProcessAsync()
    {
        foreach (string name in GroupName)
        {
            if (!ShouldProcess($"group '{name}' of {UserPoolId}", "Remove"))
                continue;
            var request = new DeleteGroupRequest { UserPoolId = UserPoolId, GroupName = name };
            var client = Client;
            await StartAsync(
                name,
                $"{UserPoolId}/{name}",
                async token =>
                {
                    await RequestFlight
                        .OnceGoneAsync<ResourceNotFoundException>(() => client.DeleteGroupAsync(request, token))
                        .ConfigureAwait(false);
                    return null;
                }
            );
        }
    }
}
