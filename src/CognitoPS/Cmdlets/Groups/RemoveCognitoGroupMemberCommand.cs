using System.Management.Automation;
using Amazon.CognitoIdentityProvider;

namespace CognitoPS.Cmdlets.Groups;

/// <summary>Takes users out of groups.</summary>
/// <remarks>
/// <para>The users stay in the pool; Remove-CognitoUser removes them. Tokens that name the group stay valid until they expire.</para>
/// <para>Operation: AdminRemoveUserFromGroup. Once for each user and group, several at once, 25 a second by default.</para>
/// </remarks>
/// <example>
/// One user.
/// <code>Remove-CognitoGroupMember -UserPoolId eu-west-1_Customers -GroupName admins -Username anna</code>
/// </example>
/// <example>
/// A user out of all groups, without a question.
/// <code>Get-CognitoGroup -UserPoolId eu-west-1_Customers -Username anna | Remove-CognitoGroupMember -Username anna -Confirm:$false</code>
/// </example>
[Cmdlet(VerbsCommon.Remove, "CognitoGroupMember", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveCognitoGroupMemberCommand : GroupMemberCommand
{
    private protected override string ActionFor(string group) => $"Remove from group '{group}'";

    private protected override Task SendAsync(
        IAmazonCognitoIdentityProvider client,
        string pool,
        string username,
        string group,
        CancellationToken cancellationToken
    ) =>
        client.AdminRemoveUserFromGroupAsync(
            new()
            {
                UserPoolId = pool,
                Username = username,
                GroupName = group,
            },
            cancellationToken
        );
}
