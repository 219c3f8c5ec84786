using System.Management.Automation;
using CognitoPS.Cmdlets.Users;
using CognitoPS.Completion;

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
