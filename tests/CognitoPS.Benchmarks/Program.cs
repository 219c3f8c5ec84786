using CognitoPS.Benchmarks;

// dotnet run -c Release --project tests/CognitoPS.Benchmarks -- <verb>
switch (args)
{
    case ["list", ..]:
        await ListBenchmarks.RunAsync();
        return 0;
    case ["users", .. string[] options]:
        UserBenchmarks.Run(options);
        return 0;
    case ["userfiles", .. string[] options]:
        UserFileBenchmarks.Run(options);
        return 0;
    case ["export", string endpoint, string pool, .. string[] warmUp]:
        UserFileBenchmarks.Export(endpoint, pool, warmUp.FirstOrDefault());
        return 0;
    case ["audit", .. string[] options]:
        AuditBenchmarks.Run(options);
        return 0;
    case ["report", string endpoint, string pool]:
        AuditBenchmarks.Report(endpoint, pool);
        return 0;
    case ["pipe", string endpoint, string pool, string items]:
        UserBenchmarks.Pipe(endpoint, pool, int.Parse(items, System.Globalization.CultureInfo.InvariantCulture));
        return 0;
    case ["serve", .. string[] options]:
        BenchmarkServer.Serve(options);
        return 0;
    case ["import", string mode]:
        ImportProbe.Run(mode);
        return 0;
    case ["memory", string endpoint, string pool, .. string[] warmUp]:
        MemoryProbe.Run(endpoint, pool, warmUp.FirstOrDefault());
        return 0;
    default:
        Console.Error.WriteLine("Give a verb: list, users, userfiles, audit");
        return 1;
}
