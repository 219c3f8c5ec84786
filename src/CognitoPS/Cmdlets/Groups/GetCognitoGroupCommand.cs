using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Paging;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.Groups;

/// <summary>Gets the groups of a user pool, or the groups that a user belongs to.</summary>
/// <remarks>
/// <para>A name with wildcards filters the list. With -Username, the cmdlet lists the groups that the user is a member of.</para>
/// <para>Operations: ListGroups, GetGroup, AdminListGroupsForUser. The groups of several users are read in parallel, 50 requests per second
/// by default.</para>
/// </remarks>
/// <example>
/// List the groups whose names start with "admin".
/// <code>Get-CognitoGroup -UserPoolId eu-west-1_Customers -GroupName admin*</code>
/// </example>
/// <example>
/// List the groups of each user whose email address starts with "anna".
/// <code>Get-CognitoUser -UserPoolId eu-west-1_Customers -Filter 'email ^= "anna"' | Get-CognitoGroup</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "CognitoGroup", DefaultParameterSetName = Named, SupportsPaging = true)]
[OutputType(typeof(Group))]
public sealed class GetCognitoGroupCommand : PoolCommand
{
    private readonly ReadCost _cost = new();

    /// <summary>The names of the groups. A name with wildcards filters the list.</summary>
    [Parameter(Position = 1, ParameterSetName = Named, ValueFromPipelineByPropertyName = true)]
    [Parameter(Position = 0, ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(GroupNameCompleter))]
    [Alias("Identity")]
    public string[] GroupName { get; set; } = [];

    /// <summary>The group name under the parameter name that user pools and app clients use. It doesn't accept pipeline input.</summary>
    [Parameter(DontShow = true)]
    public string[] Name { get; set; } = [];

    /// <summary>The user whose groups are listed.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Username { get; set; }

    /// <summary>The piped object.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    // A member of a group carries its name, and a user's group the user's: what was piped is what is meant.
    private bool IsGroupPiped =>
        InputObject?.TypeNames.Any(name => name.EndsWith(typeof(Group).FullName!, StringComparison.Ordinal)) is true;

    private protected override bool IsTakenWhole => GroupName.Length == 0 && InputObject?.BaseObject is string;

    private string[] Wanted =>
        IsTakenWhole ? [(string)InputObject!.BaseObject]
        : IsPiped(nameof(GroupName)) && Username is { Length: > 0 } && !IsGroupPiped ? []
        : [.. GroupName, .. Name];

    private protected override async Task ProcessAsync()
    {
        (string pool, string region) = (UserPoolId, PoolRegion);
        string[] wanted = Wanted;
        if (Username is { Length: > 0 } username && !(IsGroupPiped && IsPiped(nameof(GroupName))))
        {
            _cost.Count(this);
            var request = new AdminListGroupsForUserRequest { UserPoolId = pool, Username = username };
            if (wanted.Length == 0)
            {
                await StartListAsync(username, $"{pool}/{username}", Client, ListOperations.GroupsOfUser, request, OfUser);
                return;
            }

            NamePattern[] patterns = [.. wanted.Select(NamePattern.Of)];
            var pages = Pager.PagesAsync(Client, ListOperations.GroupsOfUser, request, Window.Demand(filters: true), StopToken);
            await WriteListAsync(pages, group => patterns.Any(pattern => pattern.IsMatch(group.GroupName)) ? OfUser(group) : null);
            return;

            Group OfUser(GroupType group) => new(group, pool, region, username);
        }

        foreach (string name in wanted.Length > 0 ? wanted : ["*"])
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
