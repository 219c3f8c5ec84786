using System.Management.Automation;
using CognitoPS.Cmdlets.Users;
using CognitoPS.Completion;

namespace CognitoPS.Cmdlets.Groups;

/// <summary>Adds users to groups in a user pool.</summary>
/// <remarks>
/// <para>Users who are already members stay members. A user can belong to up to 100 groups.</para>
/// <para>Operation: AdminAddUserToGroup. Each user and group takes one request. Several run at a time, 25 per second by default.</para>
/// </remarks>
/// <example>
/// Add one user to two groups.
/// <code>Add-CognitoGroupMember -UserPoolId eu-west-1_Customers -GroupName staff, sales -Username anna</code>
/// </example>
/// <example>
/// Add every user with a company email address to a group.
/// <code>Get-CognitoUser -UserPoolId eu-west-1_Customers -Email *@example.com | Add-CognitoGroupMember -GroupName staff</code>
/// </example>
[Cmdlet(VerbsCommon.Add, "CognitoGroupMember", DefaultParameterSetName = Admin, SupportsShouldProcess = true)]
public sealed class AddCognitoGroupMemberCommand : UserCommand
{
    /// <summary>The names of the groups.</summary>
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
                    $"Add to group '{group}'",
                    (client, token) =>
                        client.AdminAddUserToGroupAsync(
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
