using System.Text;
using CognitoPS.LocalServer.Errors;
using CognitoPS.LocalServer.Json;
using CognitoPS.LocalServer.Srp;
using CognitoPS.LocalServer.State;

namespace CognitoPS.LocalServer.Tokens;

/// <summary>App clients as those see them who use one: by its id alone, with its secret where it has one.</summary>
internal static class ClientAuthentication
{
    /// <summary>Whether the client hides which users there are.</summary>
    internal static bool HidesUsers(this UserPoolClient client) => client.Settings.Text("PreventUserExistenceErrors") == "ENABLED";

    /// <summary>Throws where SECRET_HASH does not show that the caller knows the client's secret.</summary>
    internal static void CheckSecretHash(this UserPoolClient client, string? hash, params string[] usernames)
    {
        if (client.Secrets.Length == 0 && hash is not null)
            throw ServiceException.NotAuthorized($"Client {client.Id} is not configured for secret but secret hash was received");
        if (client.Secrets.Length > 0 && hash is null)
            throw ServiceException.NotAuthorized($"Client {client.Id} is configured with secret but SECRET_HASH was not received");
        if (
            hash is not null
            && !Array.Exists(
                client.Secrets,
                clientSecret => Array.Exists(usernames, username => Hash(clientSecret.Value, username + client.Id) == hash)
            )
        )
            throw ServiceException.NotAuthorized($"Unable to verify secret hash for client {client.Id}");
    }

    /// <summary>Throws where the client has a secret and this is not it.</summary>
    internal static void CheckSecret(this UserPoolClient client, string? secret)
    {
        if (client.Secrets.Length > 0 && !Array.Exists(client.Secrets, clientSecret => clientSecret.Value == secret))
            throw ServiceException.NotAuthorized(
                secret is null
                    ? $"Client {client.Id} is configured with secret but the secret was not received"
                    : $"Unable to verify secret for client {client.Id}"
            );
    }

    private static string Hash(string key, string text) =>
        Convert.ToBase64String(SrpGroup.Hmac(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(text)));
}
