using System.Text;
using CognitoPS.Local.SignIn;
using CognitoPS.Local.State;

namespace CognitoPS.Local.Operations;

/// <summary>App clients as those see them who use one: by its id alone, with its secret where it has one.</summary>
internal static class AppClients
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
                (UserPool pool, var token) = Tokens.PoolOf(call);
                lock (pool)
                    handler(call, Tokens.Read(call, pool, token));
            }
        );

    /// <summary>Whether the client hides which users there are.</summary>
    internal static bool HidesUsers(this UserPoolClient client) => client.Settings.Text("PreventUserExistenceErrors") == "ENABLED";

    /// <summary>Throws where SECRET_HASH does not show that the caller knows the client's secret.</summary>
    internal static void CheckSecretHash(this UserPoolClient client, string? hash, params string[] usernames)
    {
        if (client.Secrets.Length == 0 && hash is not null)
            throw ServiceException.NotAuthorized($"Client {client.Id} is not configured for secret but secret hash was received");
        if (client.Secrets.Length > 0 && hash is null)
            throw ServiceException.NotAuthorized($"Client {client.Id} is configured with secret but SECRET_HASH was not received");
        if (hash is not null && !Array.Exists(client.Secrets, s => Array.Exists(usernames, u => Hash(s.Value, u + client.Id) == hash)))
            throw ServiceException.NotAuthorized($"Unable to verify secret hash for client {client.Id}");
    }

    /// <summary>Throws where the client has a secret and this is not it.</summary>
    internal static void CheckSecret(this UserPoolClient client, string? secret)
    {
        if (client.Secrets.Length > 0 && !Array.Exists(client.Secrets, s => s.Value == secret))
            throw ServiceException.NotAuthorized(
                secret is null
                    ? $"Client {client.Id} is configured with secret but the secret was not received"
                    : $"Unable to verify secret for client {client.Id}"
            );
    }

    private static string Hash(string key, string text) =>
        Convert.ToBase64String(SrpGroup.Hmac(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(text)));
}
