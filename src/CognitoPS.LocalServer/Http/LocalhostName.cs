using System.Collections;
using System.Net;
using System.Reflection;

namespace CognitoPS.LocalServer.Http;

/// <summary>
/// Has a listener on 127.0.0.1 answer to the name localhost too. Where .NET itself speaks HTTP, a prefix of that name would listen on the
/// first
/// address that the name has, ::1 on many machines, and there alone; so the name is added to the socket that there is, and no other is
/// opened.
/// </summary>
internal sealed class LocalhostName : IDisposable
{
    private const BindingFlags Hidden = BindingFlags.Instance | BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public;

    private readonly HttpListener _listener;
    private readonly object? _socket;
    private readonly object? _prefix;

    internal LocalhostName(HttpListener listener, int port)
    {
        _listener = listener;
        string name = $"http://localhost:{port}/";
        if (Sockets is { } sockets)
        {
            lock (sockets)
                _socket = (sockets[IPAddress.Loopback] as IDictionary)?[port];
        }
        if (_socket is not null && Part("ListenerPrefix") is { } prefix)
        {
            _prefix = Activator.CreateInstance(prefix, Hidden, null, [name], null);
            Call("AddPrefix");
        }
        else
        {
            TryAdd(name);
        }
    }

    /// <summary>The sockets of all listeners of the process, by address and port; null where the system speaks HTTP.</summary>
    private static IDictionary? Sockets => Part("HttpEndPointManager")?.GetField("s_ipEndPoints", Hidden)?.GetValue(null) as IDictionary;

    /// <summary>Takes the name back, so that the socket can close with its listener.</summary>
    public void Dispose()
    {
        if (_prefix is not null)
            Call("RemovePrefix");
    }

    private static Type? Part(string name) => typeof(HttpListener).Assembly.GetType("System.Net." + name);

    private void Call(string method)
    {
        MethodInfo found = _socket!.GetType().GetMethod(method, Hidden)!;
        found.Invoke(_socket, [.. new[] { _prefix, _listener }.Take(found.GetParameters().Length)]);
    }

    private void TryAdd(string name)
    {
        try
        {
            _listener.Prefixes.Add(name);
        }
        catch (HttpListenerException)
        {
            // Somebody else has the name on this port: the server is reached by its address.
        }
    }
}
