using System.Collections;
using System.Diagnostics;
using System.Globalization;

namespace CognitoPS.Benchmarks;

/// <summary>Listing: the cmdlets beside what a user would pick instead, against one local server, in one run.</summary>
internal static class ListBenchmarks
{
    private const string Boto3 = """
        import sys, time, boto3
        client = boto3.client('cognito-idp', endpoint_url=sys.argv[1], region_name='eu-west-1', aws_access_key_id='a', aws_secret_access_key='b')
        def run():
            pages = client.get_paginator(sys.argv[3]).paginate(UserPoolId=sys.argv[2], PaginationConfig={'PageSize': 60})
            return [item for page in pages for item in page[sys.argv[4]]]
        run()
        times = []
        for _ in range(3):
            start = time.perf_counter(); run(); times.append(time.perf_counter() - start)
        print(sorted(times)[1])
        """;

    public static async Task RunAsync()
    {
        using (var server = BenchmarkServer.Start("clients=10000", "clients=100000", "users=10000", "users=100000"))
            await ThroughputAsync(server);
        Import();
        Memory();
        Latency();
    }

    private static async Task ThroughputAsync(BenchmarkServer server)
    {
        using var session = new ModuleSession(server.Endpoint);
        using var loop = new HttpLoop(server.Endpoint);
        bool hasBoto3 = Clock.Has("python3", "-c", "import boto3");

        Console.WriteLine("| listed | this module | HttpClient loop | ratio | boto3 | ratio |");
        Console.WriteLine("|---|---|---|---|---|---|");
        (string Text, string Cmdlet, string Paginator, string Items, string Pool, Func<string, Task<IList>> Loop)[] cases =
        [
            (
                "10,000 app clients",
                "Get-CognitoUserPoolClient",
                "list_user_pool_clients",
                "UserPoolClients",
                server.Pools[0],
                loop.ClientsAsync
            ),
            (
                "100,000 app clients",
                "Get-CognitoUserPoolClient",
                "list_user_pool_clients",
                "UserPoolClients",
                server.Pools[1],
                loop.ClientsAsync
            ),
            ("10,000 users", "Get-CognitoUser", "list_users", "Users", server.Pools[2], loop.UsersAsync),
            ("100,000 users", "Get-CognitoUser", "list_users", "Users", server.Pools[3], loop.UsersAsync),
        ];
        foreach (var one in cases)
        {
            int runs = one.Text.StartsWith("100", StringComparison.Ordinal) ? 11 : 51;
            // Warm both until the just-in-time compiler has settled, which takes some 250 lists, then in turn, so that a drift of the
            // machine meets both.
            var warm = Stopwatch.StartNew();
            while (warm.Elapsed < TimeSpan.FromSeconds(20))
            {
                session.Run($"$all = {one.Cmdlet} $args[0]", one.Pool);
                await one.Loop(one.Pool);
            }

            var ours = new List<double>();
            var plain = new List<double>();
            for (int i = 0; i < runs; i++)
            {
                ours.Add(Clock.Median(() => session.Run($"$all = {one.Cmdlet} $args[0]", one.Pool), 1, warmUp: false));
                var watch = Stopwatch.StartNew();
                await one.Loop(one.Pool);
                plain.Add(watch.Elapsed.TotalSeconds);
            }

            double mine = Clock.Median(ours);
            double theirs = Clock.Median(plain);
            double? boto = hasBoto3
                ? double.Parse(
                    Clock.Output("python3", "-c", Boto3, server.Endpoint.AbsoluteUri, one.Pool, one.Paginator, one.Items),
                    CultureInfo.InvariantCulture
                )
                : null;
            Console.WriteLine(
                FormattableString.Invariant(
                    $"| {one.Text} | {mine:0.000} s | {theirs:0.000} s | {mine / theirs:0.00} | {(boto is { } b ? FormattableString.Invariant($"{b:0.000} s | {mine / b:0.00}") : "not installed | ")} |"
                )
            );
        }

        WholeProcess(server);
    }

    private static void WholeProcess(BenchmarkServer server)
    {
        string script =
            $"Import-Module '{ModuleSession.Manifest}'; Get-CognitoUserPoolClient {server.Pools[0]} -EndpointUrl {server.Endpoint} -Region eu-west-1 | Out-Null";
        void Ours() => Shell.Run(script);
        void Cli() =>
            Clock.Output(
                "aws",
                "cognito-idp",
                "list-user-pool-clients",
                "--user-pool-id",
                server.Pools[0],
                "--endpoint-url",
                server.Endpoint.AbsoluteUri,
                "--region",
                "eu-west-1",
                "--output",
                "json"
            );
        bool hasCli = Clock.Has("aws", "--version");
        (List<double> ours, List<double> cli) = ([], []);
        for (int i = 0; i < 5; i++)
        {
            ours.Add(Clock.Median(Ours, 1, warmUp: i == 0));
            if (hasCli)
                cli.Add(Clock.Median(Cli, 1, warmUp: i == 0));
        }

        double module = Clock.Median(ours);
        double bare = Clock.Median(() => Shell.Run("exit"), 5);
        Console.WriteLine();
        Console.WriteLine("| 10,000 app clients, whole process | seconds | ratio |");
        Console.WriteLine("|---|---|---|");
        Console.WriteLine(
            hasCli
                ? FormattableString.Invariant($"| {Shell.Name}, with this module | {module:0.00} | {module / Clock.Median(cli):0.00} |")
                : FormattableString.Invariant($"| {Shell.Name}, with this module | {module:0.00} | |")
        );
        Console.WriteLine(
            hasCli ? FormattableString.Invariant($"| AWS CLI | {Clock.Median(cli):0.00} | 1 |") : "| AWS CLI | not installed | |"
        );
        Console.WriteLine(FormattableString.Invariant($"| ({Shell.Name}, alone) | {bare:0.00} | |"));
    }

    private static void Import()
    {
        double Probe(string mode) => double.Parse(Clock.Output(Environment.ProcessPath!, "import", mode), CultureInfo.InvariantCulture);
        var engine = new Dictionary<string, List<double>>
        {
            ["bare"] = [],
            ["line"] = [],
            ["module"] = [],
        };
        for (int i = 0; i < 7; i++)
        {
            foreach ((string mode, List<double> times) in engine)
                times.Add(Probe(mode));
        }

        double bare = Clock.Median(engine["bare"]);
        Console.WriteLine();
        Console.WriteLine(
            FormattableString.Invariant(
                $"Import into the engine's NuGet package, which is compiled as it runs: nothing {bare:0} ms, a module of one line {Clock.Median(engine["line"]) - bare:0} ms more, this module {Clock.Median(engine["module"]) - bare:0} ms more."
            )
        );
        string script =
            $"$watch = [System.Diagnostics.Stopwatch]::StartNew(); Import-Module '{ModuleSession.Manifest}'; $watch.Elapsed.TotalMilliseconds.ToString([cultureinfo]::InvariantCulture)";
        double real = Clock.Median(Enumerable.Range(0, 7).Select(_ => double.Parse(Shell.Run(script), CultureInfo.InvariantCulture)));
        Console.WriteLine(FormattableString.Invariant($"Import into {Shell.Name}: {real:0} ms."));
    }

    private static void Memory()
    {
        using var server = BenchmarkServer.Start("users=10000", "users=1000000");
        double Probe(params string[] pools) =>
            double.Parse(
                Clock.Output(Environment.ProcessPath!, ["memory", server.Endpoint.AbsoluteUri, .. pools]),
                CultureInfo.InvariantCulture
            ) / (1024 * 1024);
        (string few, string many) = (server.Pools[0], server.Pools[1]);
        (double small, double large) = (Probe(few, few), Probe(many, few));
        // A fresh session has not yet let pile up what the collector allows before it looks: a share of the processor's cache, hundreds of
        // MiB on a server.
        (double freshSmall, double freshLarge) = (Probe(few), Probe(many));
        Console.WriteLine();
        Console.WriteLine(
            FormattableString.Invariant(
                $"Memory, in a session that has listed before: 10,000 users peak at {small:0} MiB, 1,000,000 at {large:0} MiB: {large - small:0} MiB more."
            )
        );
        Console.WriteLine(
            FormattableString.Invariant(
                $"In a fresh session, where the collector has never run: {freshSmall:0} MiB and {freshLarge:0} MiB: {freshLarge - freshSmall:0} MiB more."
            )
        );
    }

    private static void Latency()
    {
        const int Pages = 20;
        using var server = BenchmarkServer.Start("latency=50", $"clients={Pages * 60}");
        using var session = new ModuleSession(server.Endpoint);
        session.Run("Get-CognitoUserPoolClient $args[0] -First 1 | Out-Null", server.Pools[0]);
        double first = Clock.Median(() => session.Run("Get-CognitoUserPoolClient $args[0] -First 1 | Out-Null", server.Pools[0]), 5);
        double total = Clock.Median(
            () =>
                session.Run(
                    "$n = 0; Get-CognitoUserPoolClient $args[0] | ForEach-Object { if (++$n % 60 -eq 0) { [System.Threading.Thread]::Sleep(50) } }",
                    server.Pools[0]
                ),
            3
        );
        Console.WriteLine();
        Console.WriteLine(
            FormattableString.Invariant(
                $"50 ms latency: the first object after {first * 1000:0} ms. {Pages} pages with a consumer that takes 50 ms a page: {total:0.00} s (fetching alone {Pages * 0.05:0.00} s, consuming alone {Pages * 0.05:0.00} s, one after the other {Pages * 0.1:0.00} s)."
            )
        );
    }
}
