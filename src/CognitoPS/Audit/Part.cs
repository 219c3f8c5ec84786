namespace CognitoPS.Audit;

/// <summary>A part of a pool's picture: what was read, or why it could not be.</summary>
/// <param name="Value">What was read; null where it could not be.</param>
/// <param name="Missing">Why it could not be read, such as the right that is missing; null where it was.</param>
internal sealed record Part<T>(T? Value, string? Missing)
    where T : class
{
    public static Part<T> Known(T value) => new(value, null);

    public static Part<T> Unknown(string missing) => new(null, missing);

    /// <summary>A part that is seen in another one, and is as unknown as that.</summary>
    public Part<TPart> Select<TPart>(Func<T, TPart> choose)
        where TPart : class => Value is null ? Part<TPart>.Unknown(Missing!) : Part<TPart>.Known(choose(Value));
}
