using System.Diagnostics;
using CognitoPS.LocalServer;

namespace CognitoPS.Benchmarks;

/// <summary>The local server in a process of its own, so that its work and memory are not counted as the client's.</summary>
internal sealed class BenchmarkServer : IDisposable
{
    private readonly Process _process;

    private BenchmarkServer(Process process, Uri endpoint, string[] pools)
    {
        _process = process;
        Endpoint = endpoint;
        Pools = pools;
    }

    public Uri Endpoint { get; }

    /// <summary>The pools, in the order in which they were asked for.</summary>
    public string[] Pools { get; }

    /// <summary>
    /// Starts one. An option is <c>clients=N</c> or <c>users=N</c> for a pool, <c>latency=N</c> in milliseconds, <c>rates=1</c> to throttle
    /// as the service does.
    /// </summary>
    public static BenchmarkServer Start(params string[] options)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["serve", .. options])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        Process process = Process.Start(start)!;
        string[] words = process.StandardOutput.ReadLine()!.Split(' ');
        return new BenchmarkServer(process, new Uri(words[0]), words[1..]);
    }

    /// <summary>How many requests of an operation arrived, and how many of them were refused.</summary>
    public (long All, long Refused) Count(string operation)
    {
        _process.StandardInput.WriteLine(operation);
        long[] counts =
        [
            .. _process
                .StandardOutput.ReadLine()!
                .Split(' ')
                .Select(word => long.Parse(word, System.Globalization.CultureInfo.InvariantCulture)),
        ];
        return (counts[0], counts[1]);
    }

    /// <summary>The server's process: says where it is and what it holds, and ends when its input does.</summary>
    public static void Serve(string[] options)
    {
        using var server = CognitoServer.Start(new CognitoServerOptions { LogSize = 1, Seed = 1 });
        var pools = new List<string>();
        foreach (string[] option in options.Select(option => option.Split('=')))
        {
            int value = int.Parse(option[1], System.Globalization.CultureInfo.InvariantCulture);
            if (option[0] == "latency")
            {
                server.Faults.Latency = TimeSpan.FromMilliseconds(value);
                continue;
            }

            if (option[0] == "rates")
            {
                server.Faults.ServiceRates = value != 0;
                continue;
            }

            string pool = server.AddPool($"pool-{pools.Count}");
            pools.Add(pool);
            if (option[0] == "clients")
                server.AddClients(pool, value);
            else
                server.AddUsers(pool, value);
        }

        Console.WriteLine($"{server.Endpoint} {string.Join(' ', pools)}");
        while (Console.ReadLine() is { } operation)
            Console.WriteLine($"{server.Log.Count(operation)} {server.Log.Count(operation, 400)}");
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(5000))
            _process.Kill();
        _process.Dispose();
    }
}
