using CognitoPS.LocalServer.Calls;
using CognitoPS.LocalServer.Errors;
using CognitoPS.LocalServer.State;

namespace CognitoPS.LocalServer.Tokens;

/// <summary>Operations that need no AWS credentials: the request names an app client, or carries a user's access token.</summary>
internal static class PublicOperations
{
    /// <summary>An unsigned operation on the client that it names; the client's pool is locked meanwhile.</summary>
    internal static void AddOfClient(this OperationTable table, string operation, Action<Call, UserPoolClient> handler) =>
        table.Add(
            operation,
            call =>
            {
                string id = call.Required("ClientId");
                if (!call.State.Clients.TryGetValue(id, out UserPoolClient? client))
                    throw ServiceException.NotFound($"User pool client {id} does not exist.");
                lock (client.Pool)
                    handler(call, client);
            }
        );

    /// <summary>An operation of a user whose access token the request carries; the user's pool is locked meanwhile.</summary>
    internal static void AddOfUser(this OperationTable table, string operation, Action<Call, SignedInUser> handler) =>
        table.Add(
            operation,
            call =>
            {
                (UserPool pool, var token) = SignedTokens.PoolOf(call);
                lock (pool)
                    handler(call, SignedTokens.Read(call, pool, token));
            }
        );
}
