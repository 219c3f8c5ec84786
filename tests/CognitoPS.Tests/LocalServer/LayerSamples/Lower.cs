using CognitoPS.Tests.LocalServer.LayerSamples.Upper;

// Breaks the rule of layers in each way that there is.
namespace CognitoPS.Tests.LocalServer.LayerSamples.Lower;

internal static class InBody
{
    public static int Run() => Enumerable.Range(0, 3).Sum(number => number + Service.Count);
}

internal static class InSignature
{
    public static void Take(List<Service> services) => services.Clear();
}

internal sealed class InField
{
    public Service? Value { get; init; }
}

internal sealed class InBase : Service;

internal static class Innocent
{
    public static string Name => nameof(Innocent);
}
