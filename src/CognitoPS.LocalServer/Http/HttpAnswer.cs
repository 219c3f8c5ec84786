using System.Text;
using CognitoPS.LocalServer.Errors;

namespace CognitoPS.LocalServer.Http;

/// <summary>What goes back over the wire; <see cref="Cut"/> breaks the connection before or inside the body.</summary>
internal sealed class HttpAnswer : IDisposable
{
    private readonly AnswerBuffer? _buffer;

    internal HttpAnswer(int status = 200, string contentType = AmazonJson)
    {
        (Status, ContentType) = (status, contentType);
    }

    private HttpAnswer(int status, AnswerBuffer? buffer)
        : this(status)
    {
        _buffer = buffer;
        Body = buffer?.Content ?? Body;
    }

    internal const string AmazonJson = "application/x-amz-json-1.1";

    internal int Status { get; }

    internal string ContentType { get; }

    internal ArraySegment<byte> Body { get; init; } = new([]);

    /// <summary>The error code, for the header that carries it.</summary>
    internal string? Error { get; init; }

    /// <summary>What the error says, for the header that carries it.</summary>
    internal string? ErrorMessage { get; init; }

    internal ConnectionCut Cut { get; set; }

    /// <summary>Where a redirect points.</summary>
    internal Uri? Location { get; init; }

    internal static HttpAnswer Text(int status, string contentType, string text) =>
        new(status, contentType) { Body = new(Encoding.UTF8.GetBytes(text)) };

    /// <summary>The answer that stands in the buffer, which is given back once it is sent.</summary>
    internal static HttpAnswer Of(AnswerBuffer buffer) => new(200, buffer);

    internal static HttpAnswer Of(ServiceException e)
    {
        var buffer = AnswerBuffer.Rent();
        buffer.Json.WriteStartObject();
        buffer.Json.WriteString("__type", e.Code);
        buffer.Json.WriteString("message", e.Message);
        buffer.Json.WriteEndObject();
        buffer.Json.Flush();
        return new HttpAnswer(e.Status, buffer) { Error = e.Code, ErrorMessage = e.Message };
    }

    public void Dispose() => _buffer?.Dispose();
}
