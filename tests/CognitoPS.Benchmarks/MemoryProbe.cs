using System.Diagnostics;

namespace CognitoPS.Benchmarks;

/// <summary>
/// In a process of its own: the most memory it takes to list a pool's users into nothing, in a fresh session or in one whose
/// garbage collector has been at work before.
/// </summary>
internal static class MemoryProbe
{
    public static void Run(string endpoint, string pool, string? warmUpPool)
    {
        using var session = new ModuleSession(new Uri(endpoint));
        while (warmUpPool is not null && GC.CollectionCount(0) < 3)
            session.Run("Get-CognitoUser $args[0] | Out-Null", warmUpPool);
        session.Run("Get-CognitoUser $args[0] | Out-Null", pool);
        using var self = Process.GetCurrentProcess();
        Console.WriteLine(self.PeakWorkingSet64);
    }
}
