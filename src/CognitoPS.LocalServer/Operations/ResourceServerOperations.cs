using System.Text.Json.Nodes;
using CognitoPS.LocalServer.Calls;
using CognitoPS.LocalServer.Errors;
using CognitoPS.LocalServer.Json;
using CognitoPS.LocalServer.State;

namespace CognitoPS.LocalServer.Operations;

/// <summary>Resource servers and their scopes.</summary>
internal static class ResourceServerOperations
{
    private const int MaximumServers = 25;

    internal static void AddTo(OperationTable table)
    {
        table.Add(
            "ListResourceServers",
            (call, pool) =>
                call.WritePage("ResourceServers", pool.ResourceServers, (json, server) => server.Write(json, pool, dates: false))
        );
        table.Add("DescribeResourceServer", (call, pool) => Write(call, pool, Get(call, pool)));
        table.Add("CreateResourceServer", Create);
        table.Add("UpdateResourceServer", Update);
        table.Add("DeleteResourceServer", Delete);
    }

    private static PoolResource Get(Call call, UserPool pool) => pool.ResourceServers.Get(call.Required("Identifier"), "Resource server");

    private static void Create(Call call, UserPool pool)
    {
        string identifier = call.Required("Identifier");
        if (pool.ResourceServers.Find(identifier) is not null)
            throw ServiceException.Invalid($"{identifier} already exists in user pool {pool.Id}.");
        if (pool.ResourceServers.Count >= MaximumServers)
            throw ServiceException.LimitExceeded($"Maximum number of resource servers ({MaximumServers}) reached.");
        PoolResource server = pool.ResourceServers.Add(call, identifier, Complete(call));
        SetScopes(pool);
        Write(call, pool, server);
    }

    /// <summary>Replaces name and scopes: scopes that are not given are gone.</summary>
    private static void Update(Call call, UserPool pool)
    {
        PoolResource server = Get(call, pool);
        server.Change(call, Complete(call));
        SetScopes(pool);
        Write(call, pool, server);
    }

    private static void Delete(Call call, UserPool pool)
    {
        pool.ResourceServers.Remove(Get(call, pool));
        SetScopes(pool);
    }

    private static JsonObject Complete(Call call)
    {
        string[] names = [.. call.Items("Scopes").Select(scope => scope.Text("ScopeName")!)];
        if (names.Distinct(StringComparer.Ordinal).Count() < names.Length)
            throw ServiceException.Invalid("A scope is given more than once.");
        JsonObject settings = JsonSettings.Of(call.Request, "UserPoolId");
        settings["Scopes"] ??= new JsonArray();
        return settings;
    }

    private static void SetScopes(UserPool pool)
    {
        pool.Scopes.Clear();
        pool.Scopes.UnionWith(
            pool.ResourceServers.Items.All()
                .SelectMany(server => server.Settings.Items("Scopes").Select(scope => $"{server.Key}/{scope.Text("ScopeName")}"))
        );
    }

    private static void Write(Call call, UserPool pool, PoolResource server) => server.Write(call, "ResourceServer", pool, dates: false);
}
