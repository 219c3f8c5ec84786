using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Reflection;

namespace CognitoPS.LocalServer.Http;

/// <summary>Listens on loopback, and gives every request to whoever answers. A bad request ends with itself.</summary>
internal sealed class LoopbackListener : IDisposable
{
    private const int Attempts = 20;
    private const int LongestHeader = 4096;

    private readonly HttpListener _listener;
    private readonly LocalhostName _localhost;
    private readonly Func<DateTimeOffset> _clock;
    private readonly Func<HttpListenerRequest, CancellationToken, Task<HttpAnswer>> _answer;
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentDictionary<HttpListenerContext, bool> _unanswered = [];

    internal LoopbackListener(int port, Func<DateTimeOffset> clock, Func<HttpListenerRequest, CancellationToken, Task<HttpAnswer>> answer)
    {
        (_clock, _answer) = (clock, answer);
        (_listener, Port) = Listen(port);
        _localhost = new LocalhostName(_listener, Port);
        _ = Task.Run(AcceptAsync);
    }

    internal int Port { get; }

    public void Dispose()
    {
        if (_stopping.IsCancellationRequested)
            return;
        _stopping.Cancel();
        foreach (HttpListenerContext context in _unanswered.Keys)
            Break(context);
        _localhost.Dispose();
        _listener.Close();
    }

    private static (HttpListener Listener, int Port) Listen(int port)
    {
        for (int attempt = 1; ; attempt++)
        {
            int chosen = port == 0 ? FreePort() : port;
            HttpListener listener = new() { IgnoreWriteExceptions = true };
            listener.Prefixes.Add($"http://127.0.0.1:{chosen}/");
            try
            {
                listener.Start();
                return (listener, chosen);
            }
            catch (Exception e) when (e is HttpListenerException or SocketException)
            {
                ((IDisposable)listener).Dispose();
                if (port != 0 || attempt == Attempts)
                    throw new IOException($"The local server cannot listen on 127.0.0.1:{chosen}: {e.Message}", e);
            }
        }
    }

    private static int FreePort()
    {
        TcpListener probe = new(IPAddress.Loopback, 0);
        probe.Start();
        int port = ((IPEndPoint)probe.LocalEndpoint).Port;
        probe.Stop();
        return port;
    }

    private async Task AcceptAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync().ConfigureAwait(false);
            }
            catch (Exception) when (_stopping.IsCancellationRequested || !_listener.IsListening)
            {
                return;
            }
            catch (HttpListenerException)
            {
                continue;
            }
            _ = Task.Run(() => AnswerAsync(context));
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        _unanswered[context] = true;
        try
        {
            using HttpAnswer answer = await _answer(context.Request, _stopping.Token).ConfigureAwait(false);
            if (answer.Cut == ConnectionCut.BeforeAnswer)
                Break(context);
            else
                await SendAsync(context, answer).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // The other side has gone, or the server stops: there is nobody left to tell.
            Break(context);
        }
        finally
        {
            _unanswered.TryRemove(context, out _);
        }
    }

    private async Task SendAsync(HttpListenerContext context, HttpAnswer answer)
    {
        HttpListenerResponse response = context.Response;
        response.StatusCode = answer.Status;
        response.ContentType = answer.ContentType;
        response.ContentLength64 = answer.Body.Count;
        response.Headers["Date"] = _clock().ToUniversalTime().ToString("R", CultureInfo.InvariantCulture);
        response.Headers["x-amzn-RequestId"] = Guid.NewGuid().ToString();
        if (answer.Error is not null)
        {
            response.Headers["x-amzn-errortype"] = answer.Error + ":";
            response.Headers["x-amzn-errormessage"] = HeaderText(answer.ErrorMessage ?? "");
        }
        if (answer.Location is not null)
            response.Headers["Location"] = answer.Location.AbsoluteUri;
        int count = answer.Cut == ConnectionCut.InsideAnswer ? answer.Body.Count / 2 : answer.Body.Count;
        if (count > 0)
            await response.OutputStream.WriteAsync(answer.Body.Array!, answer.Body.Offset, count).ConfigureAwait(false);
        if (answer.Cut == ConnectionCut.InsideAnswer)
            Break(context);
        else
            response.Close();
    }

    /// <summary>What a header can hold of a text.</summary>
    private static string HeaderText(string text) =>
        new(text.Take(LongestHeader).Select(character => character is >= ' ' and <= '~' ? character : '?').ToArray());

    /// <summary>
    /// Closes the connection. Where .NET itself speaks HTTP, Abort would send an empty answer first, so the socket is closed under it.
    /// </summary>
    private static void Break(HttpListenerContext context)
    {
        const BindingFlags Hidden = BindingFlags.Instance | BindingFlags.NonPublic;
        object? connection = typeof(HttpListenerContext).GetProperty("Connection", Hidden)?.GetValue(context);
        (connection?.GetType().GetField("_socket", Hidden)?.GetValue(connection) as Socket)?.Dispose();
        try
        {
            context.Response.Abort();
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or SocketException)
        {
            // It is closed already.
        }
    }
}
