using System.Diagnostics;
using System.Globalization;

namespace CognitoPS.Benchmarks;

/// <summary>Users out to files and in from them: beside a boto3 script that goes page by page, and beside the service's own rates.</summary>
internal static class UserFileBenchmarks
{
    private const int Exported = 100_000;
    private const int Imported = 10_000;
    private const double CreationsPerSecond = 50;

    private const string Boto3 = """
        import sys, time, json, boto3
        client = boto3.client('cognito-idp', endpoint_url=sys.argv[1], region_name='eu-west-1', aws_access_key_id='a', aws_secret_access_key='b')
        start, count = time.perf_counter(), 0
        with open(sys.argv[3], 'w') as file:
            for page in client.get_paginator('list_users').paginate(UserPoolId=sys.argv[2]):
                for user in page['Users']:
                    file.write(json.dumps(user, default=str) + '\n')
                    count += 1
        assert count == int(sys.argv[4])
        print(time.perf_counter() - start)
        """;

    /// <summary>All of them, or those named: export, memory, import.</summary>
    public static void Run(string[] names)
    {
        bool Wants(string name) => names.Length == 0 || names.Contains(name);
        DirectoryInfo folder = Directory.CreateTempSubdirectory("cognitops-benchmark-");
        try
        {
            if (Wants("export"))
                Export(folder.FullName);
            if (Wants("memory"))
                Memory();
            if (Wants("import"))
                Import(folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>In a process of its own: the most memory that an export takes, in a session that has exported before.</summary>
    public static void Export(string endpoint, string pool, string? warmUpPool)
    {
        string file = Path.GetTempFileName();
        using var session = new ModuleSession(new Uri(endpoint));
        while (warmUpPool is not null && GC.CollectionCount(0) < 3)
            session.Run("Export-CognitoUser $args[0] $args[1] -Parallel -Force", warmUpPool, file);
        session.Run("Export-CognitoUser $args[0] $args[1] -Parallel -Force", pool, file);
        File.Delete(file);
        File.Delete(file + ".manifest.json");
        using var self = Process.GetCurrentProcess();
        Console.WriteLine(self.PeakWorkingSet64);
    }

    private static void Export(string folder)
    {
        using var server = BenchmarkServer.Start("latency=50", $"users={Exported}");
        using var session = new ModuleSession(server.Endpoint);
        string file = Path.Combine(folder, "users.jsonl");
        session.Run("Get-CognitoUser $args[0] -First 600 | Out-Null", server.Pools[0]);
        double ours = Seconds(session, "Export-CognitoUser $args[0] $args[1] -Parallel | Out-Null", server.Pools[0], file);
        double boto = double.Parse(
            Clock.Output(
                "python3",
                "-c",
                Boto3,
                server.Endpoint.AbsoluteUri,
                server.Pools[0],
                file + ".boto3",
                Exported.ToString(CultureInfo.InvariantCulture)
            ),
            CultureInfo.InvariantCulture
        );
        Console.WriteLine(
            FormattableString.Invariant(
                $"{Exported:N0} users to JSON lines at 50 ms latency: -Parallel {ours:0.0} s, boto3 page by page {boto:0.0} s: {boto / ours:0.0} times as fast."
            )
        );
    }

    private static void Memory()
    {
        using var server = BenchmarkServer.Start("users=10000", "users=1000000");
        double[] peaks =
        [
            .. server.Pools.Select(pool =>
                double.Parse(
                    Clock.Output(Environment.ProcessPath!, "export", server.Endpoint.AbsoluteUri, pool, server.Pools[0]),
                    CultureInfo.InvariantCulture
                )
                / 1024
                / 1024
            ),
        ];
        Console.WriteLine(
            FormattableString.Invariant(
                $"Export of 10,000 users peaks at {peaks[0]:0} MiB, of 1,000,000 at {peaks[1]:0} MiB: {peaks[1] - peaks[0]:0} more."
            )
        );
    }

    /// <summary>Stopped in the middle and run again, against a server that throttles at the service's rates.</summary>
    private static void Import(string folder)
    {
        using var server = BenchmarkServer.Start("latency=50", "rates=1", "users=0");
        using var session = new ModuleSession(server.Endpoint);
        string file = Path.Combine(folder, "import.jsonl");
        File.WriteAllLines(
            file,
            Enumerable
                .Range(0, Imported)
                .Select(i => $$$"""{"Username":"user{{{i}}}","Attributes":{"email":"user{{{i}}}@example.com","name":"User {{{i}}}"}}""")
        );
        session.Run(
            "Connect-Cognito -EndpointUrl $args[0] -Region eu-west-1 -AccessKey a -SecretKey b -RateLimit @{ UserCreation = 50 }",
            server.Endpoint
        );
        double first = Seconds(
            session,
            $"$n = 0; Import-CognitoUser $args[0] $args[1] | Select-Object -First {Imported / 2} | Out-Null",
            server.Pools[0],
            file
        );
        double rest = Imported - (server.Count("AdminCreateUser").All - server.Count("AdminCreateUser").Refused);
        double second = Seconds(session, "Import-CognitoUser $args[0] $args[1] | Out-Null", server.Pools[0], file);
        (long all, long refused) = server.Count("AdminCreateUser");
        double quota = Imported / CreationsPerSecond;
        Console.WriteLine(
            FormattableString.Invariant(
                $"{Imported:N0} users imported in two runs, {first:0.0} s and {second:0.0} s: {(first + second) / quota:0.00} of the quota's {quota:0} s; {all - refused:N0} created, {refused} throttled."
            )
        );
        Console.WriteLine(
            FormattableString.Invariant($"The second run took {second - (rest / CreationsPerSecond):0.0} s more than what was left.")
        );
    }

    private static double Seconds(ModuleSession session, string script, params object[] arguments) =>
        double.Parse(
            session.Run(
                $"$clock = [System.Diagnostics.Stopwatch]::StartNew(); {script}; $clock.Elapsed.TotalSeconds.ToString('r', [cultureinfo]::InvariantCulture)",
                arguments
            )[0]!.ToString()!,
            CultureInfo.InvariantCulture
        );
}
