using System.Management.Automation;
using CognitoPS.Cmdlets.Users;
using CognitoPS.Completion;

namespace CognitoPS.Cmdlets.Groups;

/// <summary>Removes users from groups. The users stay in the user pool.</summary>
/// <remarks>
/// <para>To delete users, use Remove-CognitoUser. Tokens issued earlier still name the group until they expire.</para>
/// <para>Operation: AdminRemoveUserFromGroup. Each user and group takes one request. Several run at a time, 25 per second by
/// default.</para>
/// </remarks>
/// <example>
/// Remove one user from a group.
/// <code>Remove-CognitoGroupMember -UserPoolId eu-west-1_Customers -GroupName admins -Username anna</code>
/// </example>
/// <example>
/// Remove a user from all groups without prompting for confirmation.
/// <code>Get-CognitoGroup -UserPoolId eu-west-1_Customers -Username anna | Remove-CognitoGroupMember -Username anna -Confirm:$false</code>
/// </example>
[Cmdlet(
    VerbsCommon.Remove,
    "CognitoGroupMember",
    DefaultParameterSetName = Admin,
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.High
)]
public sealed class RemoveCognitoGroupMemberCommand : UserCommand
{
    /// <inheritdoc cref="AddCognitoGroupMemberCommand.GroupName"/>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = Admin, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(GroupNameCompleter))]
    [Alias("Identity")]
    public string[] GroupName { get; set; } = [];

    /// <inheritdoc cref="UserCommand.Username"/>
    [Parameter(Mandatory = true, Position = 2, ParameterSetName = Admin, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = Piped, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Username]
    [Alias("Member", "Members")]
    public override string[] Username
    {
        get => base.Username;
        set => base.Username = value;
    }

    private protected override int? KnownTotal => base.KnownTotal * GroupName.Length;

    private protected override async Task StartAsync(string username)
    {
        string pool = UserPoolId;
        foreach (string group in GroupName)
        {
            await ChangeAsync(
                username,
                UserChange.Of(
                    $"Remove from group '{group}'",
                    (client, token) =>
                        client.AdminRemoveUserFromGroupAsync(
                            new()
                            {
                                UserPoolId = pool,
                                Username = username,
                                GroupName = group,
                            },
                            token
                        )
                )
            );
        }
    }
}
