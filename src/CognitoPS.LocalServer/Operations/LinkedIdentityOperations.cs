using System.Text;
using System.Text.Json;
using CognitoPS.LocalServer.Calls;
using CognitoPS.LocalServer.Errors;
using CognitoPS.LocalServer.Http;
using CognitoPS.LocalServer.Json;
using CognitoPS.LocalServer.State;

namespace CognitoPS.LocalServer.Operations;

/// <summary>Users of identity providers who sign in as a user of the pool. The service shows them in the attribute "identities".</summary>
internal static class LinkedIdentityOperations
{
    private const int MaximumIdentities = 5;
    private const string Attribute = "identities";
    private const string Local = "Cognito";

    internal static void AddTo(OperationTable table)
    {
        table.Add("AdminLinkProviderForUser", Link);
        table.Add("AdminDisableProviderForUser", Unlink);
    }

    private static void Link(Call call, UserPool pool)
    {
        (string? provider, string? id) = Read(call, "SourceUser");
        (string? home, string? username) = Read(call, "DestinationUser");
        if (provider is null || id is null || username is null)
            throw ServiceException.Invalid("ProviderName and ProviderAttributeValue must be given.");
        PoolResource identityProvider =
            pool.IdentityProviders.Find(provider)
            ?? throw ServiceException.Invalid($"The provider {provider} does not exist for User Pool {pool.Id}.");
        User user = pool.FindUser(home is null or Local ? username : $"{home}_{username}") ?? throw ServiceException.UserNotFound();
        if (pool.LinkedUsers.TryGetValue((provider, id), out User? owner))
            throw ServiceException.Invalid(
                owner == user ? "SourceUser is already linked to DestinationUser" : "SourceUser is already linked to another user"
            );
        SignInRecord record = user.SignIn ??= new SignInRecord();
        if (record.Identities.Length >= MaximumIdentities)
            throw ServiceException.LimitExceeded($"A user has at most {MaximumIdentities} linked identities.");
        Set(
            call,
            pool,
            user,
            [.. record.Identities, new LinkedIdentity(provider, identityProvider.Settings.Text("ProviderType")!, id, call.Now)]
        );
        pool.LinkedUsers[(provider, id)] = user;
    }

    private static void Unlink(Call call, UserPool pool)
    {
        (string? provider, string? id) = Read(call, "User");
        if (provider is null || id is null)
            throw ServiceException.Invalid("ProviderName and ProviderAttributeValue must be given.");
        if (!pool.LinkedUsers.TryGetValue((provider, id), out User? user))
            throw ServiceException.UserNotFound();
        pool.LinkedUsers.Remove((provider, id));
        Set(call, pool, user, Array.FindAll(user.SignIn!.Identities, identity => identity.Provider != provider || identity.Id != id));
    }

    private static (string? Provider, string? Id) Read(Call call, string member) =>
        (call.Request.Text(member, "ProviderName"), call.Request.Text(member, "ProviderAttributeValue"));

    private static void Set(Call call, UserPool pool, User user, LinkedIdentity[] identities)
    {
        user.SignIn!.Identities = identities;
        pool.SetAttributes(
            user,
            identities.Length == 0 ? user.Attributes.Without(Attribute) : user.Attributes.With(Attribute, Text(identities)),
            call.Now
        );
    }

    private static string Text(LinkedIdentity[] identities)
    {
        using var buffer = AnswerBuffer.Rent();
        Utf8JsonWriter json = buffer.Json;
        json.WriteStartArray();
        foreach (LinkedIdentity identity in identities)
        {
            json.WriteStartObject();
            json.WriteString("userId", identity.Id);
            json.WriteString("providerName", identity.Provider);
            json.WriteString("providerType", identity.ProviderType);
            json.WriteNull("issuer");
            json.WriteBoolean("primary", false);
            json.WriteNumber("dateCreated", identity.Created);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.Flush();
        return Encoding.UTF8.GetString(buffer.Content.Array!, 0, buffer.Content.Count);
    }
}
