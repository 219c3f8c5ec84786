using System.Diagnostics;

namespace CognitoPS.Benchmarks;

/// <summary>Timings: the median of some runs after a warm-up.</summary>
internal static class Clock
{
    /// <summary>The median seconds of <paramref name="runs"/> calls, after one that does not count.</summary>
    public static double Median(Action act, int runs = 5, bool warmUp = true)
    {
        if (warmUp)
            act();
        return Median(
            Enumerable
                .Range(0, runs)
                .Select(_ =>
                {
                    var watch = Stopwatch.StartNew();
                    act();
                    return watch.Elapsed.TotalSeconds;
                })
        );
    }

    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    /// <summary>Runs a program to its end and gives what it printed.</summary>
    public static string Output(string program, params string[] arguments) => Output(new ProcessStartInfo(program, arguments));

    /// <summary>Runs a program to its end and gives what it printed.</summary>
    public static string Output(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        foreach (
            (string name, string value) in new[]
            {
                ("AWS_ACCESS_KEY_ID", "a"),
                ("AWS_SECRET_ACCESS_KEY", "b"),
                ("AWS_DEFAULT_REGION", "eu-west-1"),
            }
        )
            start.Environment[name] = value;
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"{start.FileName} failed: {errors.GetAwaiter().GetResult()}");
    }

    /// <summary>Whether a program is there to be measured against.</summary>
    public static bool Has(string program, params string[] arguments)
    {
        try
        {
            Output(program, arguments);
            return true;
        }
        catch (Exception exception) when (exception is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
