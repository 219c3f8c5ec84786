namespace CognitoPS.Tests.LocalServer.LayerSamples.Upper;

internal class Service
{
    public static int Count => 1;
}
