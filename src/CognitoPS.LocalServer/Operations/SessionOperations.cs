using System.Text.Json;
using CognitoPS.LocalServer.Calls;
using CognitoPS.LocalServer.Errors;
using CognitoPS.LocalServer.Json;
using CognitoPS.LocalServer.Paging;
using CognitoPS.LocalServer.State;

namespace CognitoPS.LocalServer.Operations;

/// <summary>Sign-ins of a user that last.</summary>
internal static class SessionOperations
{
    internal static void AddTo(OperationTable table)
    {
        table.Add("AdminListUserSessions", (Call call, UserPool _, User user) => List(call, user, null));
        table.Add("AdminRevokeUserSession", (Call call, UserPool _, User user) => Revoke(call, user));
    }

    internal static void List(Call call, User user, string? current) =>
        call.WritePage(
            "Sessions",
            user.SignIn?.Sessions ?? [],
            (json, session) => Write(json, session, current),
            session => new ListPosition(session.Sequence)
        );

    internal static void Revoke(Call call, User user)
    {
        string id = call.Required("SessionId");
        Session session =
            Array.Find(user.SignIn?.Sessions ?? [], known => known.Id == id) ?? throw ServiceException.NotFound("Session does not exist.");
        bool linked = call.Text("RevokeAssociatedSessions") switch
        {
            null or "NONE" => false,
            "LINKED" => true,
            _ => throw ServiceException.Invalid("RevokeAssociatedSessions must be LINKED or NONE."),
        };
        user.SignIn!.Sessions = Array.FindAll(
            user.SignIn.Sessions,
            other => other != session && !(linked && other.OriginId == (session.OriginId ?? session.Id))
        );
    }

    private static void Write(Utf8JsonWriter json, Session session, string? current)
    {
        json.WriteStartObject();
        json.WriteString("SessionId", session.Id);
        json.WriteString("SessionType", session.Type);
        json.WriteString(JsonWriting.ClientId, session.ClientId);
        json.WriteTime("CreateDate", session.Created);
        json.WriteTime("LastActiveDate", session.LastActive);
        json.WriteString("LastIPAddress", session.LastAddress ?? "127.0.0.1");
        json.WriteOptional("OriginSessionId", session.OriginId);
        json.WriteBoolean("IsCurrentSession", session.Id == current);
        json.WriteEndObject();
    }
}
