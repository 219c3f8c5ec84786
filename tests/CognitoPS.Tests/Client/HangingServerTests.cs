using System.Diagnostics;
using System.Net;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using Xunit;

namespace CognitoPS.Tests.Client;

/// <summary>A server that answers late, stops in the middle, or drops the connection.</summary>
public sealed class HangingServerTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    [Theory]
    [InlineData(HttpStatusCode.OK)]
    [InlineData(HttpStatusCode.InternalServerError)]
    public async Task A_body_that_does_not_end_is_cancelled_at_once(HttpStatusCode status)
    {
        using AmazonCognitoIdentityProviderClient client = Stalling(status).CreateClient();
        using CancellationTokenSource cancellation = new(TimeSpan.FromMilliseconds(50));
        var elapsed = Stopwatch.StartNew();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            client.ListUserPoolClientsAsync(new ListUserPoolClientsRequest(), cancellation.Token)
        );

        Assert.True(elapsed.Elapsed < Soon);
    }

    [Theory]
    [InlineData(HttpStatusCode.OK)]
    [InlineData(HttpStatusCode.InternalServerError)]
    public async Task A_body_that_does_not_end_runs_into_the_timeout(HttpStatusCode status)
    {
        using AmazonCognitoIdentityProviderClient client = Stalling(status)
            .CreateClient(configure: config => config.Timeout = TimeSpan.FromMilliseconds(50));
        var elapsed = Stopwatch.StartNew();

        await Assert.ThrowsAsync<TimeoutException>(() => client.ListUserPoolClientsAsync(new ListUserPoolClientsRequest()));

        Assert.True(elapsed.Elapsed < Soon);
    }

    [Fact]
    public async Task A_connection_that_breaks_in_the_body_is_tried_again()
    {
        int calls = 0;
        FakeEndpoint endpoint = new(_ =>
            calls++ == 0
                ? new HttpResponseMessage(HttpStatusCode.OK)
                {
                    Content = new StreamContent(new PartialStream(static _ => throw new IOException("reset"))),
                }
                : FakeEndpoint.Response("""{"UserPoolClients":[]}""")
        );
        using AmazonCognitoIdentityProviderClient client = endpoint.CreateClient(configure: config => config.MaxErrorRetry = 1);

        Assert.Empty((await client.ListUserPoolClientsAsync(new ListUserPoolClientsRequest())).UserPoolClients);
        Assert.Equal(2, calls);
    }

    [Fact]
    public async Task A_body_of_unknown_length_may_be_large()
    {
        string text = new('x', 200_000);
        FakeEndpoint endpoint = new(_ =>
        {
            HttpResponseMessage response = FakeEndpoint.Response($$"""{"NextToken":"{{text}}"}""");
            response.Content.Headers.ContentLength = null;
            return response;
        });
        using AmazonCognitoIdentityProviderClient client = endpoint.CreateClient();

        Assert.Equal(text, (await client.ListUserPoolClientsAsync(new ListUserPoolClientsRequest())).NextToken);
    }

    private static FakeEndpoint Stalling(HttpStatusCode status) =>
        new(_ => new HttpResponseMessage(status)
        {
            Content = new StreamContent(new PartialStream(static token => Task.Delay(Timeout.Infinite, token))),
        });

    /// <summary>Gives a few bytes and then whatever comes.</summary>
    private sealed class PartialStream(Func<CancellationToken, Task> then) : Stream
    {
        private bool _isStarted;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_isStarted)
            {
                await then(cancellationToken);
                return 0;
            }
            _isStarted = true;
            "{\"User"u8.CopyTo(buffer.Span);
            return 6;
        }

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush() => throw new NotSupportedException();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
