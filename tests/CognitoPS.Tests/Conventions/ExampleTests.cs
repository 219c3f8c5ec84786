using System.Collections;
using System.Text.Json;
using System.Text.RegularExpressions;
using CognitoPS.LocalServer;
using CognitoPS.Tests.Client;
using CognitoPS.Tests.Support;
using Xunit;

namespace CognitoPS.Tests.Conventions;

/// <summary>The examples in the help do what they say: each is run at a prompt, on a company of its own.</summary>
public sealed class ExampleTests : IDisposable
{
    /// <summary>In the examples that, rightly, may send nothing of their own.</summary>
    private static readonly string[] MayDoNothing = ["-WhatIf", "Where-Object"];

    private static readonly Regex Reads = new("^(Admin)?(Get|List|Describe)");

    private const string Leave = "Remove-CognitoUser $customers anna;";
    private const string NotConfirmed =
        Leave + "$null = $web | Register-CognitoUser -Username anna -Password $password -UserAttribute @{ email = 'anna@example.com' }";

    /// <summary>What must have happened before, for the examples that contain a text.</summary>
    private static readonly (string In, string Script)[] Before =
    [
        ("Complete-CognitoPasswordReset -ClientId", "$null = $web | Reset-CognitoUserPassword -Username anna"),
        (
            "Complete-CognitoWebAuthnRegistration -Credential",
            "$r = $s | Start-CognitoWebAuthnRegistration; $json = $passkey.Invoke($r.CredentialCreationOptions)"
        ),
        ("Confirm-CognitoUser -UserPoolId", NotConfirmed),
        ("Confirm-CognitoUser -ClientId", NotConfirmed),
        ("Confirm-CognitoUserAttribute -A", "$null = $s | Send-CognitoAttributeVerificationCode email"),
        ("New-CognitoGroup -UserPoolId eu-west-1_Customers", "Remove-CognitoGroup $customers admins"),
        ("New-CognitoIdentityProvider", "Remove-CognitoIdentityProvider $customers corporate, Google"),
        ("New-CognitoManagedLoginBranding", "Get-CognitoManagedLoginBranding $customers | Remove-CognitoManagedLoginBranding"),
        ("New-CognitoResourceServer -UserPoolId eu-west-1_Customers", "Remove-CognitoResourceServer $customers https://api.example.com"),
        ("New-CognitoTerm -TermsName", "Get-CognitoTerm $customers | Remove-CognitoTerm"),
        ("New-CognitoUser -UserPoolId eu-west-1_Customers -Username", Leave),
        ("New-CognitoUserPoolDomain", "Remove-CognitoUserPoolDomain $customers my-company"),
        (
            "New-CognitoUserPoolReplica -UserPoolId eu-west-1_Customers -RegionName eu-central-1",
            "$null = Remove-CognitoUserPoolReplica $customers eu-central-1"
        ),
        ("Register-CognitoUser ", Leave),
        ("Remove-CognitoLinkedIdentity", "Add-CognitoLinkedIdentity $customers anna Google 110000000000000000001"),
        ("Remove-CognitoUserPool -UserPoolId", "Remove-CognitoUserPoolDomain $customers my-company"),
        ("Remove-CognitoUserPoolClientSecret", "$null = $api | New-CognitoUserPoolClientSecret"),
        (
            "$new | Get-CognitoUserPoolClientSecret",
            "Get-CognitoUserPoolClientSecret $customers $api.ClientId -First 1 | Remove-CognitoUserPoolClientSecret"
        ),
        (
            "Remove-CognitoWebAuthnCredential",
            "$r = $s | Start-CognitoWebAuthnRegistration; $s | Complete-CognitoWebAuthnRegistration $passkey.Invoke($r.CredentialCreationOptions); $id = ($s | Get-CognitoWebAuthnCredential).CredentialId"
        ),
        (
            "Resume-CognitoSignIn -Code",
            "Set-CognitoUserMfaPreference $customers anna -SMSMfaSettings @{ Enabled = $true; PreferredMfa = $true }; $s = $web | Connect-CognitoUser -Credential $c -Admin"
        ),
        (
            "Resume-CognitoSignIn -NewPassword",
            "Set-CognitoUserPassword $customers anna $password; $s = $web | Connect-CognitoUser -Credential $c -Admin"
        ),
        ("Send-CognitoConfirmationCode -ClientId 4example0client0id0web0000 -Username", NotConfirmed),
        (
            "Stop-CognitoUserImportJob -UserPoolId",
            """
            [System.IO.File]::AppendAllText("$folder/users.csv", "`nneither a user nor quickly read" * 100000)
            $job = New-CognitoUserImportJob $customers people arn:aws:iam::123456789012:role/import "$folder/users.csv" | Start-CognitoUserImportJob
            """
        ),
    ];

    /// <summary>The examples that are not run, by a text in them, and why.</summary>
    private static readonly Dictionary<string, string> NotRun = new()
    {
        ["Connect-Cognito -ProfileName production"] = "Needs a profile of the machine.",
        ["Stop-CognitoLocalServer"] = "Stops the servers of the tests that run beside this one.",
        ["Get-CognitoLocalServer |"] = "Slows the servers of the tests that run beside this one.",
    };

    private readonly Engine _engine = new(connect: false);
    private CognitoServer? _server; // With a company that nobody has changed yet.
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _engine.Dispose();
        NextCompany();
        _folder.Dispose();
    }

    [Fact]
    public void Every_example_runs()
    {
        using var authenticator = new SoftwareAuthenticator("https://login.example.com");
        Func<string, string> passkey = options => JsonSerializer.Serialize(authenticator.Create(JsonElement.Parse(options)));
        _engine
            .Run("$folder, $passkey = $args; $ExecutionContext.SessionState.Path.SetLocation($folder)", _folder.Name, passkey)
            .Succeeded();
        _engine.Run(Script("Prompt.ps1")).Succeeded();
        Offenders.None(
            from cmdlet in TheModule.AllCmdlets
            from example in TheModule.Comments.Examples(cmdlet)
            where !NotRun.Keys.Any(piece => example.Code.Contains(piece, StringComparison.Ordinal))
            from failure in Run(cmdlet, example.Code)
            select $"{failure}\n    in: {example.Code}",
            "Every example in the help runs."
        );
    }

    private IReadOnlyList<string> Run(Type cmdlet, string example)
    {
        string code = example;
        bool isNew = _server is null;
        _server ??= CognitoServer.Start(new CognitoServerOptions { Seed = 1 });
        _engine
            .Run(
                "$log = $args[1]; Connect-Cognito -EndpointUrl $args[0] -Region eu-west-1 -AccessKey test -SecretKey test",
                _server.Endpoint,
                _server.Log
            )
            .Succeeded();
        if (isNew)
            Offenders.None(_engine.Run(Script("Company.ps1")).Failures, "The company of the examples is made.");
        _server.Log.Clear();
        foreach ((string text, string script) in Before.Where(before => example.Contains(before.In, StringComparison.Ordinal)))
            Offenders.None(_engine.Run(script).Failures, $"What must have happened before {text}.");
        foreach (DictionaryEntry id in (IDictionary)_engine.Run(Script("Ids.ps1")).Succeeded().Output.Single().BaseObject)
            example = example.Replace((string)id.Key, (string)id.Value!, StringComparison.Ordinal);
        List<string> failures = [.. _engine.Run(example).Failures];
        if (
            !MayDoNothing.Any(text => code.Contains(text, StringComparison.Ordinal))
            && OperationsOf(cmdlet) is [_, ..] operations
            && !operations.Any(operation => _server.Log.Count(operation, 200) > 0)
        )
            failures.Add($"None of {string.Join(", ", operations)} was sent.");
        Offenders.None(
            _engine
                .Run(
                    """
                    & {
                        Set-StrictMode -Version Latest
                        $now = (Get-CognitoConnection).EndpointUrl
                        if ($now -and $now -ne $args[0]) { Get-CognitoLocalServer | Where-Object Port -eq $now.Port | Stop-CognitoLocalServer }
                    } $args[0]
                    """,
                    _server.Endpoint
                )
                .Failures,
            "The server that an example started is stopped."
        );
        if (_server.Log.Requests.Any(request => !Reads.IsMatch(request.Operation)))
            NextCompany();
        return failures;
    }

    /// <summary>The operations that the help names in its last paragraph.</summary>
    private static IReadOnlyList<string> OperationsOf(Type cmdlet)
    {
        string last = TheModule.Comments.Remarks(cmdlet).LastOrDefault()?.Plain ?? "";
        return last.StartsWith("Operation", StringComparison.Ordinal)
            ? [.. ModelFile.Operations.Select(operation => operation.Key).Where(name => Regex.IsMatch(last, $@"\b{name}\b"))]
            : [];
    }

    private void NextCompany()
    {
        _server?.Dispose();
        _server = null;
    }

    private static string Script(string name) =>
        File.ReadAllText(Repository.In("tests", "CognitoPS.Tests", "Conventions", "Examples", name));
}
