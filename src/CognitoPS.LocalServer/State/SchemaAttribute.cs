namespace CognitoPS.LocalServer.State;

/// <summary>One attribute that users of a pool can have.</summary>
internal sealed record SchemaAttribute(
    string Name,
    string DataType,
    bool Mutable,
    bool Required,
    bool DeveloperOnly,
    string? Minimum,
    string? Maximum,
    bool Constrained
)
{
    internal bool Custom => Name.IndexOf(':') >= 0;
}
