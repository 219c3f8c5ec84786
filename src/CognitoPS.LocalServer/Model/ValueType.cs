namespace CognitoPS.LocalServer.Model;

/// <summary>The type of a member; <see cref="Item"/> for lists and maps.</summary>
internal sealed record ValueType(ValueKind Kind, Structure? Structure = null, ValueType? Item = null);
