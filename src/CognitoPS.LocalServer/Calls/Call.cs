using System.Text.Json;
using CognitoPS.LocalServer.Errors;
using CognitoPS.LocalServer.Json;
using CognitoPS.LocalServer.Model;
using CognitoPS.LocalServer.State;

namespace CognitoPS.LocalServer.Calls;

/// <summary>One request while it is answered: its members, and the JSON of the answer, which is an object already begun.</summary>
internal sealed class Call(ServerState state, OperationModel operation, JsonElement request, string region, Utf8JsonWriter json)
{
    internal ServerState State { get; } = state;

    internal OperationModel Operation { get; } = operation;

    internal JsonElement Request { get; } = request;

    internal string Region { get; } = region;

    internal Utf8JsonWriter Json { get; } = json;

    internal long Now => State.Now;

    internal JsonElement? Find(string name) => Request.Find(name);

    internal bool Has(string name) => Request.Find(name) is not null;

    internal string? Text(string name) => Request.Text(name);

    /// <summary>A member that must be given, whether the model says so or not.</summary>
    internal string Required(string name) => Request.Text(name) ?? throw ServiceException.Invalid($"Missing required parameter {name}");

    internal int? Number(string name) => Request.Find(name)?.GetInt32();

    internal bool Flag(string name) => Request.Find(name)?.IsTrue() is true;

    internal IEnumerable<JsonElement> Items(string name) => Request.Items(name);

    internal string[] Strings(string name) => Request.Strings(name);

    /// <summary>The pool that the request names, which must lie in the request's region.</summary>
    internal UserPool Pool()
    {
        string id = Required("UserPoolId");
        UserPool? pool = State.FindPool(id);
        return pool is not null && pool.Region == Region ? pool : throw ServiceException.NotFound($"User pool {id} does not exist.");
    }

    internal UserPoolClient Client(UserPool pool)
    {
        string id = Required("ClientId");
        return pool.ClientsById.TryGetValue(id, out UserPoolClient? client)
            ? client
            : throw ServiceException.NotFound($"User pool client {id} does not exist.");
    }

    internal User User(UserPool pool) => pool.FindUser(Required("Username")) ?? throw ServiceException.UserNotFound();

    internal Group Group(UserPool pool) => pool.Groups.Get(Required("GroupName")) ?? throw ServiceException.NotFound("Group not found.");
}
