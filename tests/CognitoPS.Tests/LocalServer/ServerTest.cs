using CognitoPS.LocalServer;
using Xunit;

namespace CognitoPS.Tests.LocalServer;

/// <summary>A server and someone who calls it.</summary>
public abstract class ServerTest : IDisposable
{
    private protected ServerTest()
    {
        Server = CognitoServer.Start(new CognitoServerOptions { Clock = () => Now });
        Client = new ServerClient(Server);
    }

    private protected DateTimeOffset Now { get; set; } = DateTimeOffset.UtcNow;

    private protected CognitoServer Server { get; }

    private protected ServerClient Client { get; }

    public void Dispose()
    {
        Client.Dispose();
        Server.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>The call fails with this code.</summary>
    private protected async Task ExpectAsync(string code, string operation, object request) =>
        Assert.Equal(code, (await Client.FailAsync(operation, request)).Code);
}
