using System.Diagnostics;

namespace CognitoPS.Benchmarks;

/// <summary>In a process of its own: the most memory it takes to list a pool's users into nothing.</summary>
internal static class MemoryProbe
{
    public static void Run(string endpoint, string pool)
    {
        using var session = new ModuleSession(new Uri(endpoint));
        session.Run("Get-CognitoUser $args[0] | Out-Null", pool);
        using var self = Process.GetCurrentProcess();
        Console.WriteLine(self.PeakWorkingSet64);
    }
}
