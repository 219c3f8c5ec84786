using System.Text.Json;
using CognitoPS.Local.State;

namespace CognitoPS.Local.Operations;

/// <summary>Groups and who is in them.</summary>
internal static class GroupOperations
{
    private const int MaximumGroups = 10_000;
    private const int MaximumGroupsOfUser = 100;

    internal static void AddTo(OperationTable table)
    {
        table.Add(
            "ListGroups",
            (call, pool) =>
                call.WritePage(
                    "Groups",
                    c => c is null ? pool.Groups.All() : pool.Groups.After(c),
                    (json, g) => Write(json, pool, g),
                    g => g.Name
                )
        );
        table.Add("GetGroup", (Call call, UserPool pool, Group group) => WriteGroup(call, pool, group));
        table.Add("CreateGroup", Create);
        table.Add("UpdateGroup", Update);
        table.Add("DeleteGroup", Delete);
        table.Add("AdminAddUserToGroup", AddMember);
        table.Add("AdminRemoveUserFromGroup", RemoveMember);
        table.Add("ListUsersInGroup", ListMembers);
        table.Add("AdminListGroupsForUser", ListGroupsOfUser);
    }

    /// <summary>The groups of a user in the order in which they count: lowest precedence first, those without one last.</summary>
    internal static IEnumerable<Group> InOrder(User user) => user.Groups.OrderBy(PlaceOf);

    private static Place PlaceOf(Group group) => new(group.Precedence ?? long.MaxValue, group.Name);

    /// <summary>
    /// The role that the user's first group with a role gives; null where groups of the same precedence give different ones, as none of
    /// them then counts more.
    /// </summary>
    internal static string? PreferredRole(User user)
    {
        Group[] groups = [.. InOrder(user).Where(g => g.RoleArn is not null)];
        return Array.TrueForAll(groups, g => g.Precedence != groups[0].Precedence || g.RoleArn == groups[0].RoleArn)
            ? groups.FirstOrDefault()?.RoleArn
            : null;
    }

    internal static void AddMember(User user, Group group)
    {
        if (group.Members.Add(user))
            user.Groups = [.. user.Groups, group];
    }

    private static void Create(Call call, UserPool pool)
    {
        string name = call.Required("GroupName");
        if (pool.Groups.Get(name) is not null)
            throw new ServiceException("GroupExistsException", "A group with the name already exists.");
        if (pool.Groups.Count >= MaximumGroups)
            throw ServiceException.LimitExceeded($"Maximum number of groups ({MaximumGroups}) reached.");
        Group group = new(name, call.Now)
        {
            Description = call.Text("Description"),
            RoleArn = call.Text("RoleArn"),
            Precedence = call.Number("Precedence"),
        };
        pool.Groups.Add(group);
        WriteGroup(call, pool, group);
    }

    /// <summary>Unlike the pool's and the client's update, this one leaves alone what it is not given.</summary>
    private static void Update(Call call, UserPool pool, Group group)
    {
        group.Description = call.Text("Description") ?? group.Description;
        group.RoleArn = call.Text("RoleArn") ?? group.RoleArn;
        group.Precedence = call.Number("Precedence") ?? group.Precedence;
        group.Modified = call.Now;
        WriteGroup(call, pool, group);
    }

    private static void Delete(Call call, UserPool pool, Group group)
    {
        pool.Groups.Remove(group.Name);
        foreach (User user in group.Members.All())
            user.Groups = Array.FindAll(user.Groups, g => g != group);
    }

    private static void AddMember(Call call, UserPool pool, User user)
    {
        Group group = call.Group(pool);
        if (user.Groups.Length >= MaximumGroupsOfUser && group.Members.Get(user.Sub) is null)
            throw ServiceException.Invalid($"A user can be in at most {MaximumGroupsOfUser} groups.");
        AddMember(user, group);
    }

    private static void RemoveMember(Call call, UserPool pool, User user)
    {
        Group group = call.Group(pool);
        if (group.Members.Remove(user.Sub))
            user.Groups = Array.FindAll(user.Groups, g => g != group);
    }

    private static void ListMembers(Call call, UserPool pool, Group group) =>
        call.WritePage(
            "Users",
            c => c is null ? group.Members.All() : group.Members.After(Guid.ParseExact(c, "N")),
            (json, user) => UserWriter.Write(json, user),
            UserWriter.Cursor
        );

    private static void ListGroupsOfUser(Call call, UserPool pool, User user) =>
        call.WritePage("Groups", user.Groups, (json, g) => Write(json, pool, g), PlaceOf);

    private static void WriteGroup(Call call, UserPool pool, Group group)
    {
        call.Json.WritePropertyName("Group");
        Write(call.Json, pool, group);
    }

    private static void Write(Utf8JsonWriter json, UserPool pool, Group group)
    {
        json.WriteStartObject();
        json.WriteString("GroupName", group.Name);
        json.WriteString("UserPoolId", pool.Id);
        json.WriteOptional("Description", group.Description);
        json.WriteOptional("RoleArn", group.RoleArn);
        if (group.Precedence is int precedence)
            json.WriteNumber("Precedence", precedence);
        json.WriteTime("LastModifiedDate", group.Modified);
        json.WriteTime("CreationDate", group.Created);
        json.WriteEndObject();
    }
}
