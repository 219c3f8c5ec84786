using CognitoPS.LocalServer.State;

namespace CognitoPS.LocalServer.Calls;

/// <summary>Which code answers which operation. One file per area adds its caller.</summary>
internal sealed class OperationTable
{
    private readonly Dictionary<string, Action<Call>> _handlers = new(StringComparer.Ordinal);

    internal IEnumerable<string> Names => _handlers.Keys;

    internal Action<Call>? Find(string operation) => _handlers.TryGetValue(operation, out Action<Call>? handler) ? handler : null;

    internal void Add(string operation, Action<Call> handler) => _handlers.Add(operation, handler);

    /// <summary>An operation on the pool that it names, which is locked meanwhile.</summary>
    internal void Add(string operation, Action<Call, UserPool> handler) =>
        _handlers.Add(
            operation,
            call =>
            {
                UserPool pool = call.Pool();
                lock (pool)
                    handler(call, pool);
            }
        );

    internal void Add(string operation, Action<Call, UserPool, UserPoolClient> handler) =>
        Add(operation, (call, pool) => handler(call, pool, call.Client(pool)));

    internal void Add(string operation, Action<Call, UserPool, User> handler) =>
        Add(operation, (call, pool) => handler(call, pool, call.User(pool)));

    internal void Add(string operation, Action<Call, UserPool, Group> handler) =>
        Add(operation, (call, pool) => handler(call, pool, call.Group(pool)));
}
