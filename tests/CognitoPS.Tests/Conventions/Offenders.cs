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

    /// <summary>Fails, too, with the exceptions that no longer break the convention.</summary>
    public static void NoneBut(IEnumerable<string> exceptions, IEnumerable<string> offenders, string convention)
    {
        string[] found = [.. offenders.Distinct()];
        None(found.Except(exceptions), convention);
        None(exceptions.Except(found), $"{convention} What is in the table of exceptions breaks it.");
    }
}
