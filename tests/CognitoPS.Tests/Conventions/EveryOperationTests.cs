using CognitoPS.Tests.Client;
using CognitoPS.Tests.Support;
using Xunit;

namespace CognitoPS.Tests.Conventions;

/// <summary>
/// The module reaches the whole API: a journey by its cmdlets alone, on a server that checks every request against the model.
/// </summary>
public class EveryOperationTests
{
    [Fact]
    public void Every_operation_is_sent_by_some_cmdlet_and_accepted()
    {
        using var engine = new Engine();
        using var authenticator = new SoftwareAuthenticator("https://login.example.com");
        engine
            .Run(
                "$log, $passkey = $args; $lastCode = { @($log.Messages)[-1].Code }; $ConfirmPreference = 'None'",
                engine.Server.Log,
                authenticator
            )
            .Succeeded();
        foreach (
            string script in Directory
                .GetFiles(Repository.In("tests", "CognitoPS.Tests", "Conventions", "EveryOperation"))
                .Order(StringComparer.Ordinal)
        )
            Offenders.None(engine.Run(File.ReadAllText(script)).Failures, $"{Path.GetFileName(script)} runs without an error.");

        Offenders.None(
            ModelFile.Operations.Select(operation => operation.Key).Where(name => engine.Server.Log.Count(name, 200) == 0),
            "Every operation of the API is sent by some cmdlet, as the model wants it."
        );
    }
}
