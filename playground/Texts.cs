using System.Management.Automation;
using System.Reflection;

namespace CognitoPS.Playground;

/// <summary>What the playground itself says.</summary>
internal static class Texts
{
    public const string Help = """
        A PowerShell prompt with CognitoPS loaded and connected to Amazon Cognito in memory, filled with a sample company.

          dotnet run --project playground                            a short tour
          dotnet run --project playground -- -i                      a prompt
          dotnet run --project playground -- script.ps1 [arguments]  runs a script
          dotnet run --project playground -- -c "commands"           runs commands
          dotnet run --project playground -- -pwsh                   opens the machine's own PowerShell in the same way
          dotnet run --project playground -- -help                   this text

        It is the real PowerShell engine, without the modules that come with PowerShell. Write-Host, Write-Output, Read-Host,
        Select-Object, Sort-Object, Group-Object and Measure-Object are small stand-ins of the playground with their main
        parameters only. For daily work, import CognitoPS into PowerShell itself.
        """;

    public const string TourBeginning = """

        CognitoPS, a short tour on a sample company: Amazon Cognito in memory on this machine, no AWS account needed.

        """;

    public const string TourEnd = """
        Try it yourself:  dotnet run --project playground -- -i
        """;

    public static string Remark(string text) => Terminal.Colours ? PSStyle.Instance.Foreground.Green + text + PSStyle.Instance.Reset : text;

    public static string Banner(Session session) =>
        $"""
            {PSStyle.Instance.Bold}CognitoPS playground{PSStyle.Instance.BoldOff} · PowerShell engine {typeof(PSObject).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split(
                ' ',
                '+'
            )[0]}
            Connected to Amazon Cognito in memory ({Endpoint(session)}), with a sample company. Nothing here reaches AWS.
            The bare engine lacks some commands: Select-, Sort-, Group- and Measure-Object, Write-Host, Write-Output and Read-Host
            are small stand-ins of the playground. Tab completes, names and ids too; Ctrl+C stops; Ctrl+D leaves.
            To begin: Get-CognitoUserPool · Get-Command -Module CognitoPS

            """;

    private static string Endpoint(Session session) =>
        session.Collect("(Get-CognitoLocalServer).Endpoint.Authority") is [var authority] ? authority.ToString() : "no server";
}
