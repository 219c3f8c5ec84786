namespace CognitoPS.LocalServer.Model;

internal sealed class Member(string name, ValueType type, string? path = null)
{
    internal string Name { get; } = name;

    /// <summary>The name as the service's messages write it.</summary>
    internal string Path { get; } = path ?? char.ToLowerInvariant(name[0]) + name.Substring(1);

    internal ValueType Type { get; } = type;

    internal bool Required { get; init; }

    internal bool Sensitive { get; init; }

    /// <summary>A boolean that takes a text, which is true unless it says false, and is never null.</summary>
    internal bool IsLoose { get; init; }

    /// <summary>A length for strings and blobs, a value for integers, a count for lists and maps.</summary>
    internal long? Minimum { get; init; }

    internal long? Maximum { get; init; }

    internal long? ItemMaximum { get; init; }

    internal string[]? Values { get; init; }

    internal string[]? ItemValues { get; init; }

    internal Pattern? Pattern { get; init; }
}
