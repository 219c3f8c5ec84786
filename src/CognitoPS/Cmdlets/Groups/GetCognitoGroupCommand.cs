using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Paging;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.Groups;

/// <summary>Lists the groups of a user pool or of a user, or reads groups by name.</summary>
/// <remarks>
/// <para>A name with wildcards filters the list. With -Username it lists the groups that the user is in.</para>
/// <para>Operations: ListGroups, GetGroup, AdminListGroupsForUser. The groups of several users are asked for at once, 50 a second by
/// default.</para>
/// </remarks>
/// <example>
/// The groups whose names begin with "admin".
/// <code>Get-CognitoGroup -UserPoolId eu-west-1_Customers -GroupName admin*</code>
/// </example>
/// <example>
/// The groups of each user whose e-mail address begins with "anna".
/// <code>Get-CognitoUser -UserPoolId eu-west-1_Customers -Filter 'email ^= "anna"' | Get-CognitoGroup</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "CognitoGroup", DefaultParameterSetName = "List", SupportsPaging = true)]
[OutputType(typeof(Group))]
public sealed class GetCognitoGroupCommand : PoolCommand
{
    private readonly ReadCost _cost = new();

    /// <summary>The names of groups; with wildcards, filters the list.</summary>
    [Parameter(Position = 1, ParameterSetName = "List", ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(GroupNameCompleter))]
    public string[] GroupName { get; set; } = [];

    /// <summary>The user whose groups are listed.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "User", ValueFromPipelineByPropertyName = true)]
    public string Username { get; set; } = "";

    private protected override async Task ProcessAsync()
    {
        (string pool, string region) = (UserPoolId, PoolRegion);
        if (ParameterSetName == "User")
        {
            _cost.Count(this);
            var request = new AdminListGroupsForUserRequest { UserPoolId = pool, Username = Username };
            await StartListAsync(
                Username,
                $"{pool}/{Username}",
                Client,
                ListOperations.GroupsOfUser,
                request,
                group => new Group(group, pool, region)
            );
            return;
        }

        foreach (string name in GroupName.Length > 0 ? GroupName : ["*"])
            await TryAsync(
                name == "*" ? pool : name,
                () => IsPattern(nameof(GroupName), name) ? WriteMatchingAsync(name) : WriteOneAsync(NameIn(nameof(GroupName), name))
            );

        Task WriteMatchingAsync(string name)
        {
            var pattern = NamePattern.Of(name);
            var pages = Pager.PagesAsync(
                Client,
                ListOperations.Groups,
                new ListGroupsRequest { UserPoolId = pool },
                Window.Demand(filters: name != "*"),
                StopToken
            );
            return WriteListAsync(pages, group => pattern.IsMatch(group.GroupName) ? new Group(group, pool, region) : null);
        }

        async Task WriteOneAsync(string name)
        {
            if (!Window.Admits())
                return;
            GetGroupResponse answer = await Client.GetGroupAsync(new() { UserPoolId = pool, GroupName = name }, StopToken);
            WriteObject(new Group(answer.Group, pool, region));
        }
    }
}
