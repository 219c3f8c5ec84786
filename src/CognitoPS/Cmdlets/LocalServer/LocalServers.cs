using System.Collections.Concurrent;
using CognitoPS.LocalServer;

namespace CognitoPS.Cmdlets.LocalServer;

/// <summary>The local servers of this process, by port.</summary>
internal static class LocalServers
{
    private static readonly ConcurrentDictionary<int, LocalServerInfo> Running = new();

    /// <summary>All that run, by port.</summary>
    public static IReadOnlyList<LocalServerInfo> All => [.. Running.OrderBy(pair => pair.Key).Select(pair => pair.Value)];

    public static LocalServerInfo Start(int port, string region)
    {
        var server = CognitoServer.Start(new CognitoServerOptions { Port = port, DefaultRegion = region });
        return Running[server.Port] = new LocalServerInfo(server, region);
    }

    public static void Stop(LocalServerInfo server)
    {
        if (Running.TryRemove(server.Port, out _))
            server.Server.Dispose();
    }
}
