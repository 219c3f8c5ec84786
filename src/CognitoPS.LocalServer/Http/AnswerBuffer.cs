using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Json;
using CognitoPS.LocalServer.Json;

namespace CognitoPS.LocalServer.Http;

/// <summary>The bytes of an answer while it is written and sent; used again for later answers.</summary>
internal sealed class AnswerBuffer : IBufferWriter<byte>, IDisposable
{
    private const int LargestKept = 1024 * 1024;

    private static readonly ConcurrentBag<AnswerBuffer> Spare = [];

    private byte[] _bytes = new byte[16 * 1024];
    private int _count;

    private AnswerBuffer() => Json = new Utf8JsonWriter(this, JsonWriting.WriterOptions);

    internal Utf8JsonWriter Json { get; }

    internal ArraySegment<byte> Content => new(_bytes, 0, _count);

    internal static AnswerBuffer Rent()
    {
        if (!Spare.TryTake(out AnswerBuffer? buffer))
            return new AnswerBuffer();
        buffer._count = 0;
        buffer.Json.Reset();
        return buffer;
    }

    /// <summary>Gives the buffer back.</summary>
    public void Dispose()
    {
        if (_bytes.Length <= LargestKept)
            Spare.Add(this);
    }

    void IBufferWriter<byte>.Advance(int count) => _count += count;

    Memory<byte> IBufferWriter<byte>.GetMemory(int sizeHint)
    {
        int needed = _count + Math.Max(sizeHint, 1);
        if (needed > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(needed, _bytes.Length * 2));
        return _bytes.AsMemory(_count);
    }

    Span<byte> IBufferWriter<byte>.GetSpan(int sizeHint) => ((IBufferWriter<byte>)this).GetMemory(sizeHint).Span;
}
