using Xunit;

namespace CognitoPS.Tests.Conventions;

/// <summary>Fails with the names of all that break a convention.</summary>
internal static class Offenders
{
    public static void None(IEnumerable<string> offenders, string convention)
    {
        string[] found = [.. offenders.Distinct()];
        Assert.True(found.Length == 0, $"{convention} Not so:\n  {string.Join("\n  ", found)}");
    }
}
