using CognitoPS.Tests.Support;
using Xunit;

namespace CognitoPS.Tests.Pipeline;

/// <summary>The app client cmdlets, from a script to the server and back.</summary>
public sealed class UserPoolClientTests : IDisposable
{
    private readonly Engine _engine = new();
    private readonly string _pool;

    public UserPoolClientTests() => _pool = _engine.Server.AddPool("customers");

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void Get_lists_every_client_however_many_pages_that_takes()
    {
        _engine.Server.AddClients(_pool, 150);

        Outcome outcome = _engine.Run("Get-CognitoUserPoolClient $args[0]", _pool).Succeeded();

        Assert.Equal(150, outcome.All("ClientId").Distinct().Count());
        Assert.Equal("CognitoPS.UserPoolClientSummary", outcome.Output[0].TypeNames[0]);
        Assert.Equal(3, _engine.Server.Log.Count("ListUserPoolClients"));
    }

    [Fact]
    public void Set_keeps_what_was_not_named()
    {
        object? id = _engine
            .Run(
                "New-CognitoUserPoolClient $args[0] web -CallbackURLs https://a.example/x -LogoutURLs https://a.example/bye -RefreshTokenValidity 7",
                _pool
            )
            .Succeeded()["ClientId"];

        Outcome outcome = _engine
            .Run("Set-CognitoUserPoolClient $args[0] $args[1] -AddCallbackUrl https://b.example/y -PassThru", _pool, id)
            .Succeeded();

        Assert.Equal(["https://a.example/x", "https://b.example/y"], (IEnumerable<string>)outcome["CallbackURLs"]!);
        Assert.Equal(["https://a.example/bye"], (IEnumerable<string>)outcome["LogoutURLs"]!);
        Assert.Equal(7, outcome["RefreshTokenValidity"]);
    }
}
