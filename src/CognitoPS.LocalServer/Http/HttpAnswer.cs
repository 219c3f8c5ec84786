namespace CognitoPS.Local.Http;

/// <summary>What goes back over the wire; <see cref="Cut"/> breaks the connection before or inside the body.</summary>
internal sealed class HttpAnswer
{
    internal const string AmazonJson = "application/x-amz-json-1.1";

    internal int Status { get; init; } = 200;

    internal string ContentType { get; init; } = AmazonJson;

    internal ArraySegment<byte> Body { get; init; } = new([]);

    /// <summary>The error code, for the header that carries it.</summary>
    internal string? Error { get; init; }

    internal Cut Cut { get; init; }
}

internal enum Cut
{
    No,
    Before,
    Inside,
}
