using System.Management.Automation;
using CognitoPS.Cmdlets.Users;
using CognitoPS.Completion;

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
