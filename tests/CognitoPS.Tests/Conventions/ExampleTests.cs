using System.Collections;
using System.Text.Json;
using CognitoPS.Local;
using CognitoPS.Tests.Support;
using Xunit;

namespace CognitoPS.Tests.Conventions;

/// <summary>The examples in the help do what they say: each is run at a prompt, on a company of its own.</summary>
public sealed class ExampleTests : IDisposable
{
    /// <summary>What an example needs that the company does not have, or has already.</summary>
    private static readonly Dictionary<string, string> Given = new()
    {
    };

    /// <summary>The examples that are not run, by a piece of them, and why.</summary>
    private static readonly Dictionary<string, string> NotRun = new()
    {
        ["Connect-Cognito -ProfileName production"] = "Needs a profile of the machine.",
        ["Stop-CognitoLocalServer"] = "Stops the servers of the tests that run beside this one.",
    };

    private readonly Engine _engine = new(connect: false);
    private readonly string _folder = Directory.CreateTempSubdirectory("cognitops-examples-").FullName;

    public void Dispose()
    {
        _engine.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Every_example_runs()
    {
        using var authenticator = new SoftwareAuthenticator("https://login.example.com");
        Func<string, string> passkey = options => JsonSerializer.Serialize(authenticator.Create(JsonElement.Parse(options)));
        _engine.Run("$folder, $passkey = $args; $ExecutionContext.SessionState.Path.SetLocation($folder)", _folder, passkey).Succeeded();
        _engine.Run(Script("Prompt.ps1")).Succeeded();
        Offenders.None(
            from cmdlet in TheModule.AllCmdlets
            from example in TheModule.Comments.Examples(cmdlet)
            where !NotRun.Keys.Any(piece => example.Code.Contains(piece, StringComparison.Ordinal))
            from failure in Run(TheModule.NameOf(cmdlet), example.Code)
            select $"{failure}\n    in: {example.Code}", "Every example in the help runs.");
    }

    private IEnumerable<string> Run(string cmdlet, string example)
    {
        using LocalServer server = LocalServer.Start(new LocalServerOptions { Seed = 1 });
        _engine.Run("$log = $args[1]; Connect-Cognito -EndpointUrl $args[0] -Region eu-west-1 -AccessKey test -SecretKey test", server.Endpoint, server.Log).Succeeded();
        Outcome company = _engine.Run(Script("Company.ps1"));
        Offenders.None(company.Failures, "The examples' company is made.");
        foreach (DictionaryEntry id in (IDictionary)company.Output[^1].BaseObject)
            example = example.Replace((string)id.Key, (string)id.Value!, StringComparison.Ordinal);
        example = example.Replace("http://127.0.0.1:9229", server.Endpoint.ToString(), StringComparison.Ordinal);
        _engine.Run(Given.GetValueOrDefault(cmdlet, "")).Succeeded();
        return [.. _engine.Run(example).Failures];
    }

    private static string Script(string name) => File.ReadAllText(Repository.In("tests", "CognitoPS.Tests", "Conventions", "Examples", name));
}
