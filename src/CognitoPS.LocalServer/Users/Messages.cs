using CognitoPS.LocalServer.Calls;
using CognitoPS.LocalServer.Requests;
using CognitoPS.LocalServer.State;

namespace CognitoPS.LocalServer.Users;

/// <summary>Messages to users, which end in the request log.</summary>
internal static class Messages
{
    /// <summary>"Sends" a message to the address or number of a user, or to another one.</summary>
    internal static void Send(
        Call call,
        UserPool pool,
        User user,
        string attribute,
        string text,
        string code,
        string? destination = null
    ) =>
        call.State.Log.Add(
            new DeliveredMessage(
                pool.Id,
                user.Username,
                attribute == "email" ? "EMAIL" : "SMS",
                destination ?? user.Attributes[attribute] ?? "",
                text,
                code
            )
        );
}
