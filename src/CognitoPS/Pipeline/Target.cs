namespace CognitoPS.Pipeline;

/// <summary>Things in words, as -WhatIf and -Confirm name them.</summary>
internal static class Target
{
    public static string UserPool(string? name, string id) => $"user pool {Named(name, id)}";

    public static string AppClient(string? name, string id, string pool) => $"app client {Named(name, id)} of {pool}";

    public static string Domain(string domain, string pool) => $"domain '{domain}' of {pool}";

    public static string Group(string name, string pool) => $"group '{name}' of {pool}";

    public static string IdentityProvider(string name, string? type, string pool) =>
        $"{(type is null ? "" : $"{type} ")}identity provider '{name}' of {pool}";

    public static string ManagedLoginStyle(string id, string pool) => $"managed login style {id} of {pool}";

    public static string Replica(string pool, string region) => $"replica of {pool} in {region}";

    public static string ResourceServer(string identifier, string pool) => $"resource server '{identifier}' of {pool}";

    public static string Terms(string? name, string id, string pool) => $"{(name is { Length: > 0 } ? name : "terms")} ({id}) of {pool}";

    public static string User(string username, string pool) => $"user '{username}' of {pool}";

    public static string UserOfAppClient(string username, string clientId) => $"user '{username}' of app client {clientId}";

    private static string Named(string? name, string id) => name is null ? id : $"'{name}' ({id})";
}
