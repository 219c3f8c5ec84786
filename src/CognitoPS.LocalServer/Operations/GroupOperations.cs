using System.Text.Json;
using CognitoPS.LocalServer.Calls;
using CognitoPS.LocalServer.Errors;
using CognitoPS.LocalServer.Json;
using CognitoPS.LocalServer.Paging;
using CognitoPS.LocalServer.State;
using CognitoPS.LocalServer.Users;

namespace CognitoPS.LocalServer.Operations;

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
                    cursor => cursor is null ? pool.Groups.All() : pool.Groups.After(cursor),
                    (json, group) => Write(json, pool, group),
                    group => group.Name
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

    private static ListPosition PositionOf(Group group) => new(group.Precedence ?? long.MaxValue, group.Name);

    private static void Create(Call call, UserPool pool)
    {
        string name = call.Required("GroupName");
        CheckRole(call);
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
        CheckRole(call);
        group.Description = call.Text("Description") ?? group.Description;
        group.RoleArn = call.Text("RoleArn") ?? group.RoleArn;
        group.Precedence = call.Number("Precedence") ?? group.Precedence;
        group.Modified = call.Now;
        WriteGroup(call, pool, group);
    }

    private static void CheckRole(Call call)
    {
        if (call.Text("RoleArn") is { } role && role.Split(':') is { Length: > 4 } parts && parts[4] != ServerState.AccountId)
            throw ServiceException.Invalid("Cross-account pass role is not allowed.");
    }

    private static void Delete(Call call, UserPool pool, Group group)
    {
        pool.Groups.Remove(group.Name);
        foreach (User user in group.Members.All())
            user.Groups = Array.FindAll(user.Groups, other => other != group);
    }

    private static void AddMember(Call call, UserPool pool, User user)
    {
        Group group = call.Group(pool);
        if (user.Groups.Length >= MaximumGroupsOfUser && group.Members.Get(user.Sub) is null)
            throw ServiceException.Invalid($"A user can be in at most {MaximumGroupsOfUser} groups.");
        group.Add(user);
    }

    private static void RemoveMember(Call call, UserPool pool, User user)
    {
        Group group = call.Group(pool);
        if (group.Members.Remove(user.Sub))
            user.Groups = Array.FindAll(user.Groups, other => other != group);
    }

    private static void ListMembers(Call call, UserPool pool, Group group) =>
        call.WritePage(
            "Users",
            cursor => cursor is null ? group.Members.All() : group.Members.After(Guid.ParseExact(cursor, "N")),
            (json, user) => UserWriter.Write(json, user),
            UserWriter.Cursor
        );

    private static void ListGroupsOfUser(Call call, UserPool pool, User user) =>
        call.WritePage("Groups", user.Groups, (json, group) => Write(json, pool, group), PositionOf);

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
