using System.Management.Automation;
using Amazon.CognitoIdentityProvider;

namespace CognitoPS.Cmdlets.Groups;

/// <summary>Puts users in groups.</summary>
/// <remarks>
/// <para>Whoever is in the group already stays in it. A user can be in 100 groups.</para>
/// <para>Operation: AdminAddUserToGroup. Once for each user and group, several at once, 25 a second by default.</para>
/// </remarks>
/// <example>
/// One user in two groups.
/// <code>Add-CognitoGroupMember -UserPoolId eu-west-1_Customers -GroupName staff, sales -Username anna</code>
/// </example>
/// <example>
/// Everybody with an address of the company.
/// <code>Get-CognitoUser -UserPoolId eu-west-1_Customers -Email *@example.com | Add-CognitoGroupMember -GroupName staff</code>
/// </example>
[Cmdlet(VerbsCommon.Add, "CognitoGroupMember", SupportsShouldProcess = true)]
public sealed class AddCognitoGroupMemberCommand : GroupMemberCommand
{
    private protected override string ActionFor(string group) => $"Add to group '{group}'";

    private protected override Task SendAsync(
        IAmazonCognitoIdentityProvider client,
        string pool,
        string username,
        string group,
        CancellationToken cancellationToken
    ) =>
        client.AdminAddUserToGroupAsync(
            new()
            {
                UserPoolId = pool,
                Username = username,
                GroupName = group,
            },
            cancellationToken
        );
}
