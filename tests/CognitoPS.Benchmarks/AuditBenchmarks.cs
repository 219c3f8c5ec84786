using System.Diagnostics;
using System.Globalization;

namespace CognitoPS.Benchmarks;

/// <summary>
/// Testing a hundred pools of twenty app clients each, unpaced and at the service's rates, and a report over many users. The server answers
/// after 50 ms, from a process of its own.
/// </summary>
internal static class AuditBenchmarks
{
    private const int Pools = 100;
    private const int ClientsOfPool = 20;
    private const double ClientReadsPerSecond = 15;
    private const double Mebi = 1024 * 1024;

    /// <summary>All of them, or those named: test, paced, report.</summary>
    public static void Run(string[] names)
    {
        bool Wants(string name) => names.Length == 0 || names.Contains(name);
        Console.WriteLine($"50 ms latency, {Environment.ProcessorCount} processors for client and server together.");
        Console.WriteLine();
        if (Wants("test"))
            Console.WriteLine(FormattableString.Invariant($"{Pools} pools with {ClientsOfPool} app clients each: {Test([]):0.0} s"));
        if (Wants("paced"))
        {
            double quota = Pools * (1 + ClientsOfPool) / ClientReadsPerSecond;
            double seconds = Test(["rates=1"], "-RateLimit @{ UserPoolClientRead = 15 }");
            Console.WriteLine(
                FormattableString.Invariant(
                    $"Paced: {seconds:0.0} s, the quota's own time {quota:0.0} s, times that {seconds / quota:0.00}"
                )
            );
        }

        if (Wants("report"))
        {
            foreach (int users in new[] { 10_000, 100_000 })
            {
                using var server = BenchmarkServer.Start("latency=50", $"users={users}");
                Console.WriteLine(
                    $"Report over {users:N0} users: {Clock.Output(Environment.ProcessPath!, "report", server.Endpoint.AbsoluteUri, server.Pools[0]).Trim()}"
                );
            }
        }
    }

    /// <summary>In a process of its own: how long a report takes, how large it is, and how far memory rises while users pass by.</summary>
    public static void Report(string endpoint, string pool)
    {
        using var session = new ModuleSession(new Uri(endpoint));
        string path = Path.Combine(Path.GetTempPath(), $"report-{Environment.ProcessId}.html");
        try
        {
            // The first one compiles what it runs through.
            session.Run("New-CognitoReport $args[0] $args[1] | ForEach-Object { }", pool, path);
            double live = GC.GetTotalMemory(forceFullCollection: true) / Mebi;
            var clock = Stopwatch.StartNew();
            session.Run("New-CognitoReport $args[0] $args[1] | ForEach-Object { }", pool, path);
            double seconds = clock.Elapsed.TotalSeconds;
            double after = GC.GetTotalMemory(forceFullCollection: true) / Mebi;
            using var self = Process.GetCurrentProcess();
            Console.WriteLine(
                FormattableString.Invariant(
                    $"{seconds:0.0} s, {new FileInfo(path).Length / 1024.0:0} KiB, {after - live:0.0} MiB more live afterwards, peak working set {self.PeakWorkingSet64 / Mebi:0} MiB"
                )
            );
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static double Test(string[] further, string connect = "")
    {
        string[] pools = [.. Enumerable.Repeat($"clients={ClientsOfPool}", Pools)];
        using var server = BenchmarkServer.Start(["latency=50", .. further, .. pools]);
        using var session = new ModuleSession(server.Endpoint);
        session.Run(
            $"Connect-Cognito -EndpointUrl $args[0] -Region eu-west-1 -AccessKey a -SecretKey b {connect}; Test-CognitoUserPool $args[1] | ForEach-Object {{ }}",
            server.Endpoint,
            server.Pools[0]
        );
        return double.Parse(
            session.Run(
                "$clock = [System.Diagnostics.Stopwatch]::StartNew(); Test-CognitoUserPool | ForEach-Object { }; "
                    + "$clock.Elapsed.TotalSeconds.ToString('r', [cultureinfo]::InvariantCulture)"
            )[0]!.ToString()!,
            CultureInfo.InvariantCulture
        );
    }
}
