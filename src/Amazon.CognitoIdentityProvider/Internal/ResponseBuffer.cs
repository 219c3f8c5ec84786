using System.Buffers;
using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.EventStreams;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.CognitoIdentityProvider.Internal;

/// <summary>
/// Reads the whole body before anyone parses it. The runtime itself reads bodies synchronously and without a time-out,
/// so that a server that stops in the middle would block a thread for good.
/// </summary>
internal sealed class ResponseBuffer : PipelineHandler
{
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(100);

    public override async Task<T> InvokeAsync<T>(IExecutionContext executionContext)
    {
        T result;
        try
        {
            result = await base.InvokeAsync<T>(executionContext).ConfigureAwait(false);
        }
        catch (HttpErrorResponseException exception)
        {
            throw new HttpErrorResponseException(
                await ReadAsync(executionContext.RequestContext, exception.Response).ConfigureAwait(false)
            );
        }
        executionContext.ResponseContext.HttpResponse = await ReadAsync(
                executionContext.RequestContext,
                executionContext.ResponseContext.HttpResponse
            )
            .ConfigureAwait(false);
        return result;
    }

    private static async Task<BufferedResponse> ReadAsync(IRequestContext context, IWebResponseData response)
    {
        CancellationToken cancellationToken = context.CancellationToken;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(context.ClientConfig.Timeout ?? DefaultTimeout);
        using IHttpResponseBody body = response.ResponseBody;
        // The .NET Framework's streams look at the token only before they start.
        using CancellationTokenRegistration abort = limit.Token.Register(body.Dispose);
        byte[] buffer = ArrayPool<byte>.Shared.Rent(
            response.ContentLength is > 0 and < int.MaxValue ? (int)response.ContentLength + 1 : 16 * 1024
        );
        try
        {
            int length = 0;
            Stream stream = await body.OpenResponseAsync().ConfigureAwait(false);
            while (true)
            {
                int count = await ReadAsync(stream, buffer, length, limit.Token).ConfigureAwait(false);
                if (count == 0)
                    return new BufferedResponse(response, buffer, length);
                length += count;
                if (length == buffer.Length)
                    buffer = Grow(buffer);
            }
        }
        catch (Exception exception) when (limit.IsCancellationRequested)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new TimeoutException("The response did not end within the time-out.", exception);
        }
    }

    private static ValueTask<int> ReadAsync(Stream stream, byte[] buffer, int offset, CancellationToken cancellationToken) =>
#if NETSTANDARD
        new(stream.ReadAsync(buffer, offset, buffer.Length - offset, cancellationToken));
#else
        stream.ReadAsync(buffer.AsMemory(offset), cancellationToken);
#endif

    private static byte[] Grow(byte[] buffer)
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }
}

/// <summary>A response whose body lies in a pooled buffer; whoever parses it gives the buffer back.</summary>
internal sealed class BufferedResponse(IWebResponseData response, byte[] buffer, int length) : IWebResponseData, IHttpResponseBody
{
    private byte[]? _buffer = buffer;

    public ReadOnlySpan<byte> Body => _buffer.AsSpan(0, length);

    public long ContentLength => response.ContentLength;

    public string ContentType => response.ContentType;

    public HttpStatusCode StatusCode => response.StatusCode;

    public bool IsSuccessStatusCode => response.IsSuccessStatusCode;

    public IHttpResponseBody ResponseBody => this;

    public string[] GetHeaderNames() => response.GetHeaderNames();

    public bool IsHeaderPresent(string headerName) => response.IsHeaderPresent(headerName);

    public string GetHeaderValue(string headerName) => response.GetHeaderValue(headerName);

    public IEventStreamHeader GetEventStreamHeader(string headerName) => response.GetEventStreamHeader(headerName);

    public bool IsEventHeaderPresent(string headerName) => response.IsEventHeaderPresent(headerName);

    public Stream OpenResponse() => _buffer is null ? Stream.Null : new MemoryStream(_buffer, 0, length, writable: false);

    public Task<Stream> OpenResponseAsync() => Task.FromResult(OpenResponse());

    public void ReturnBuffer()
    {
        byte[]? buffer = Interlocked.Exchange(ref _buffer, null);
        if (buffer is not null)
            ArrayPool<byte>.Shared.Return(buffer);
    }

    /// <summary>The runtime disposes of the body on any thread, also while it is being parsed: the buffer stays.</summary>
    public void Dispose() { }
}
