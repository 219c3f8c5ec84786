using System.Net;
using System.Net.Sockets;
using System.Text;
using CognitoPS.LocalServer;

namespace CognitoPS.Tests.LocalServer;

/// <summary>Tells another process the code of the last message that a server sent.</summary>
internal sealed class CodeListener : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CognitoServer _server;

    private CodeListener(CognitoServer server)
    {
        _server = server;
        _listener.Start();
        Address = $"http://{_listener.LocalEndpoint}/";
        _ = Task.Run(AnswerAsync);
    }

    internal string Address { get; }

    internal static CodeListener Start(CognitoServer server) => new(server);

    public void Dispose() => _listener.Dispose();

    private async Task AnswerAsync()
    {
        try
        {
            for (; ; )
            {
                using TcpClient client = await _listener.AcceptTcpClientAsync();
                NetworkStream stream = client.GetStream();
                using StreamReader request = new(stream, leaveOpen: true);
                while (await request.ReadLineAsync() is { Length: > 0 })
                {
                    // The request says nothing that matters.
                }
                string code = _server.Log.Messages.Count > 0 ? _server.Log.Messages[^1].Code : "";
                await stream.WriteAsync(
                    Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: {code.Length}\r\n\r\n{code}")
                );
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Disposed: nobody asks any more.
        }
    }
}
