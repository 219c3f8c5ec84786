using System.Diagnostics;
using System.Globalization;

namespace CognitoPS.Benchmarks;

/// <summary>
/// Acting on many users and listing them in slices: beside one after another, boto3 scripts as people write them, and the service's own
/// rates. The server answers after 50 ms, from a process of its own.
/// </summary>
internal static class UserBenchmarks
{
    private const int Changed = 1000;
    private const int Listed = 100_000;

    private const string Boto3 = """
        import sys, time, boto3
        client = boto3.client('cognito-idp', endpoint_url=sys.argv[1], region_name='eu-west-1', aws_access_key_id='a', aws_secret_access_key='b')
        pool, verb, count = sys.argv[2], sys.argv[3], int(sys.argv[4])
        if verb == 'disable':
            names = [user['Username'] for page in client.get_paginator('list_users').paginate(UserPoolId=pool, PaginationConfig={'MaxItems': count}) for user in page['Users']]
            start = time.perf_counter()
            for name in names:
                client.admin_disable_user(UserPoolId=pool, Username=name)
        else:
            start = time.perf_counter()
            assert sum(len(page['Users']) for page in client.get_paginator('list_users').paginate(UserPoolId=pool)) == count
        print(time.perf_counter() - start)
        """;

    /// <summary>All of them, or those named: change, list, paced, memory.</summary>
    public static void Run(string[] names)
    {
        bool Wants(string name) => names.Length == 0 || names.Contains(name);
        Console.WriteLine($"50 ms latency, {Environment.ProcessorCount} processors for client and server together.");
        Console.WriteLine();
        Console.WriteLine("| | side by side | one after another | times as fast | boto3, one after another | times as fast |");
        Console.WriteLine("|---|---|---|---|---|---|");
        if (Wants("change"))
            Change();
        if (Wants("list"))
            List();
        Console.WriteLine();
        if (Wants("paced"))
            Paced();
        if (Wants("memory"))
            Memory();
    }

    /// <summary>
    /// In a process of its own: what piping so many items adds to memory, in MiB: live on the managed heap, and as the system sees it.
    /// </summary>
    public static void Pipe(string endpoint, string pool, int items)
    {
        using var session = new ModuleSession(new Uri(endpoint));
        const string Script = """
            $pool, $items, $memory = $args
            $names = foreach ($user in Get-CognitoUser $pool -First 1000) { $user.Username }
            & { for ($i = 1; $i -le $items; $i++) { $names[$i % 1000]; if ($i % 1000 -eq 0) { $memory.Sample() } } } | Disable-CognitoUser $pool -ThrottleLimit 32
            """;
        var memory = new MemoryWatch();
        session.Run(Script, pool, 10_000, memory);
        memory.Start();
        session.Run(Script, pool, items, memory);
        Console.WriteLine(FormattableString.Invariant($"{memory.Live:0.0} {memory.System:0.0}"));
    }

    private static void Change()
    {
        using var server = BenchmarkServer.Start("latency=50", "users=2000");
        using var session = new ModuleSession(server.Endpoint);
        const string Script = "$names = foreach ($user in Get-CognitoUser $args[0] -First $args[1]) { $user.Username }; ";
        double Seconds(int limit, int count) =>
            double.Parse(
                session.Run(
                    Script
                        + "$clock = [System.Diagnostics.Stopwatch]::StartNew(); $names | Disable-CognitoUser $args[0] -ThrottleLimit $args[2]; $clock.Elapsed.TotalSeconds.ToString('r', [cultureinfo]::InvariantCulture)",
                    server.Pools[0],
                    count,
                    limit
                )[0]!.ToString()!,
                CultureInfo.InvariantCulture
            );
        Seconds(16, 100);
        Row(
            $"{Changed:N0} × Disable-CognitoUser, -ThrottleLimit 16",
            Seconds(16, Changed),
            Seconds(1, Changed),
            Boto(server, "disable", Changed)
        );
    }

    private static void List()
    {
        using var server = BenchmarkServer.Start("latency=50", $"users={Listed}");
        using var session = new ModuleSession(server.Endpoint);
        double Seconds(string parameters) =>
            Clock.Median(
                () =>
                    Check(
                        session.Run($"$n = 0; Get-CognitoUser $args[0] {parameters} | ForEach-Object {{ $n++ }}; $n", server.Pools[0])[0],
                        Listed
                    ),
                1,
                warmUp: false
            );
        session.Run("Get-CognitoUser $args[0] -First 600 | Out-Null", server.Pools[0]);
        Row($"{Listed:N0} users, Get-CognitoUser -Parallel", Seconds("-Parallel"), Seconds(""), Boto(server, "list", Listed));
    }

    private static void Paced()
    {
        using var server = BenchmarkServer.Start("latency=50", "rates=1", $"users={Listed}");
        using var session = new ModuleSession(server.Endpoint);
        session.Run(
            "Connect-Cognito -EndpointUrl $args[0] -Region eu-west-1 -AccessKey a -SecretKey b -RateLimit @{ UserUpdate = 25 }",
            server.Endpoint
        );
        Console.WriteLine(
            "| paced, against a server that throttles at the service's rates | seconds | the quota's own time | times that | throttled |"
        );
        Console.WriteLine("|---|---|---|---|---|");
        Line(
            $"{Changed:N0} × Disable-CognitoUser",
            "$names = foreach ($user in Get-CognitoUser $args[0] -First 1000) { $user.Username }",
            "$names | Disable-CognitoUser $args[0] -ThrottleLimit 16",
            Changed / 25.0,
            "AdminDisableUser"
        );
        Line(
            $"{Listed:N0} users, Get-CognitoUser -Parallel",
            "",
            "Get-CognitoUser $args[0] -Parallel | Out-Null",
            Math.Ceiling(Listed / 60.0) / 30,
            "ListUsers"
        );
        Console.WriteLine();

        void Line(string text, string before, string script, double quota, string operation)
        {
            double seconds = double.Parse(
                session.Run(
                    $"{before}; $clock = [System.Diagnostics.Stopwatch]::StartNew(); {script}; $clock.Elapsed.TotalSeconds.ToString('r', [cultureinfo]::InvariantCulture)",
                    server.Pools[0]
                )[0]!.ToString()!,
                CultureInfo.InvariantCulture
            );
            (long all, long refused) = server.Count(operation);
            Console.WriteLine(
                FormattableString.Invariant($"| {text} | {seconds:0.0} | {quota:0.0} | {seconds / quota:0.00} | {refused} of {all} |")
            );
        }
    }

    private static void Memory()
    {
        using var server = BenchmarkServer.Start("users=1000");
        foreach (int items in new[] { 20_000, 100_000 })
        {
            string[] grown = Clock
                .Output(
                    Environment.ProcessPath!,
                    "pipe",
                    server.Endpoint.AbsoluteUri,
                    server.Pools[0],
                    items.ToString(CultureInfo.InvariantCulture)
                )
                .Trim()
                .Split(' ');
            Console.WriteLine($"{items:N0} piped items: {grown[0]} MiB more live on the heap, {grown[1]} MiB more working set.");
        }
    }

    private static double? Boto(BenchmarkServer server, string verb, int count) =>
        Clock.Has("python3", "-c", "import boto3")
            ? double.Parse(
                Clock.Output(
                    "python3",
                    "-c",
                    Boto3,
                    server.Endpoint.AbsoluteUri,
                    server.Pools[0],
                    verb,
                    count.ToString(CultureInfo.InvariantCulture)
                ),
                CultureInfo.InvariantCulture
            )
            : null;

    private static void Row(string text, double ours, double sequential, double? boto) =>
        Console.WriteLine(
            FormattableString.Invariant(
                $"| {text} | {ours:0.0} s | {sequential:0.0} s | {sequential / ours:0.0} | {(boto is { } b ? FormattableString.Invariant($"{b:0.0} s | {b / ours:0.0}") : "not installed | ")} |"
            )
        );

    private static void Check(object? counted, int expected)
    {
        if (!Equals(Convert.ToInt32(counted?.ToString(), CultureInfo.InvariantCulture), expected))
            throw new InvalidOperationException($"{counted} users came instead of {expected}.");
    }
}

/// <summary>How far memory rises above where it started.</summary>
internal sealed class MemoryWatch
{
    private const double Mebi = 1024 * 1024;
    private readonly Process _self = Process.GetCurrentProcess();
    private double _startLive;
    private double _startSystem;
    private int _samples;

    public double Live { get; private set; }

    public double System { get; private set; }

    public void Start()
    {
        _startLive = GC.GetTotalMemory(forceFullCollection: true) / Mebi;
        _self.Refresh();
        _startSystem = _self.WorkingSet64 / Mebi;
        (Live, System) = (0, 0);
    }

    /// <summary>Called now and then; every tenth time what is live is counted, which needs a full collection.</summary>
    public void Sample()
    {
        _self.Refresh();
        System = Math.Max(System, (_self.WorkingSet64 / Mebi) - _startSystem);
        if (++_samples % 10 == 0)
            Live = Math.Max(Live, (GC.GetTotalMemory(forceFullCollection: true) / Mebi) - _startLive);
    }
}
