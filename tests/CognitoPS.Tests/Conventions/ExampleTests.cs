using System.Text.Json;
using System.Text.RegularExpressions;
using CognitoPS.Tests.Client;
using CognitoPS.Tests.Support;
using Xunit;

namespace CognitoPS.Tests.Conventions;

/// <summary>The examples in the help do what they say: each is run in the real shell, on a company that no other has changed.</summary>
public sealed class ExampleTests
{
    /// <summary>In the examples that, rightly, may send nothing of their own.</summary>
    private static readonly string[] MayDoNothing = ["-WhatIf", "Where-Object"];

    private const string Leave = "Remove-CognitoUser $customers anna;";
    private const string NotConfirmed =
        Leave + "$null = $web | Register-CognitoUser -Username anna -Password $password -UserAttribute @{ email = 'anna@example.com' }";

    /// <summary>What must have happened before, for the examples that contain a text.</summary>
    private static readonly (string In, string Script)[] Before =
    [
        ("Complete-CognitoPasswordReset -ClientId", "$null = $web | Reset-CognitoUserPassword -Username anna"),
        (
            "Complete-CognitoWebAuthnRegistration -Credential",
            "$r = $s | Start-CognitoWebAuthnRegistration; $json = $passkey.Answer($r.CredentialCreationOptions)"
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
            "$r = $s | Start-CognitoWebAuthnRegistration; $s | Complete-CognitoWebAuthnRegistration $passkey.Answer($r.CredentialCreationOptions); $id = ($s | Get-CognitoWebAuthnCredential).CredentialId"
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
        ["Stop-CognitoLocalServer"] = "Stops the company of all examples.",
        ["Get-CognitoLocalServer |"] = "Slows the company of all examples.",
    };

    [Fact]
    public async Task Every_example_runs()
    {
        using var folder = new TemporaryFolder();
        string examples = folder.PathOf("examples.json");
        await File.WriteAllTextAsync(
            examples,
            JsonSerializer.Serialize(
                from cmdlet in TheModule.AllCmdlets
                from example in TheModule.Comments.Examples(cmdlet)
                where !NotRun.Keys.Any(example.Code.Contains)
                select new
                {
                    example.Code,
                    Before = Before
                        .Where(before => example.Code.Contains(before.In, StringComparison.Ordinal))
                        .Select(before => before.Script),
                    Operations = MayDoNothing.Any(example.Code.Contains) ? [] : OperationsOf(cmdlet),
                }
            )
        );

        ScriptResult result = await Pwsh.RunScriptAsync(
            $$"""
            & '{{Repository.In("tests", "CognitoPS.Tests", "Conventions", "Examples", "Run.ps1")}}' '{{Path.Combine(
                Repository.Module,
                "CognitoPS.psd1"
            )}}' '{{examples}}' '{{typeof(ExampleTests).Assembly.Location}}'
            """
        );

        Offenders.None(result.Output.Concat(result.Errors), "Every example in the help runs.");
    }

    /// <summary>The operations that the help names in its last paragraph.</summary>
    private static string[] OperationsOf(Type cmdlet)
    {
        string last = TheModule.Comments.Remarks(cmdlet).LastOrDefault()?.Plain ?? "";
        return last.StartsWith("Operation", StringComparison.Ordinal)
            ? [.. ModelFile.Operations.Select(operation => operation.Key).Where(name => Regex.IsMatch(last, $@"\b{name}\b"))]
            : [];
    }
}
