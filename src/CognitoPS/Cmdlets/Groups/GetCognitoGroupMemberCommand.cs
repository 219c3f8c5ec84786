using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Paging;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.Groups;

/// <summary>Gets the members of groups in a user pool.</summary>
/// <remarks>
/// <para>Each returned user also carries the name of the group, so that you can pipe it to Remove-CognitoGroupMember.</para>
/// <para>Operation: ListUsersInGroup. One request returns up to 60 users.</para>
/// </remarks>
/// <example>
/// List the administrators.
/// <code>Get-CognitoGroupMember -UserPoolId eu-west-1_Customers -GroupName admins</code>
/// </example>
/// <example>
/// Remove disabled users from every group.
/// <code>Get-CognitoGroup -UserPoolId eu-west-1_Customers | Get-CognitoGroupMember | Where-Object Enabled -eq $false | Remove-CognitoGroupMember -Confirm:$false</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "CognitoGroupMember", DefaultParameterSetName = Named, SupportsPaging = true)]
[OutputType(typeof(User))]
public sealed class GetCognitoGroupMemberCommand : PoolCommand
{
    /// <summary>The names of the groups.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = Named, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(GroupNameCompleter))]
    public string[] GroupName { get; set; } = [];

    private protected override async Task ProcessAsync()
    {
        (string pool, string region, var client) = (UserPoolId, PoolRegion, Client);
        foreach (string group in GroupName)
        {
            var pages = Pager.PagesAsync(
                client,
                ListOperations.UsersInGroup,
                new ListUsersInGroupRequest { UserPoolId = pool, GroupName = group },
                Window.Demand(filters: false),
                StopToken
            );
            await TryAsync(
                group,
                async () =>
                {
                    IReadOnlyList<string> columns = await UserColumnsAsync();
                    await WriteListAsync(
                        pages,
                        user =>
                        {
                            var member = new User(user, pool, region).ToPSObject(columns);
                            member.Properties.Add(new PSNoteProperty("GroupName", group), preValidated: true);
                            return member;
                        }
                    );
                }
            );
        }
    }
}
