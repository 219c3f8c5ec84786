using System.Text.RegularExpressions;
using CognitoPS.Tests.Support;
using Xunit;

namespace CognitoPS.Tests.Conventions;

/// <summary>What can be seen in the source only.</summary>
public partial class SourceConventions
{
    private const int LongestCmdlet = 150;
    private const int LongestLine = 140;
    private const int MostFilesOfACall = 8;

    /// <summary>What is above the measure, and why: almost all of it is parameters and their help.</summary>
    private static readonly string[] LongCmdlets =
    [
        // Settings that New- and Set- share, one parameter each.
        "Clients/UserPoolClientSettingsCommand.cs",
        "IdentityProviders/IdentityProviderSettingsCommand.cs",
        "UserPools/UserPoolSettingsCommand.cs",
        // The answers to all challenges.
        "SignIn/SignInCommand.cs",
        // An -Add… and a -Remove… for each list of a client.
        "Clients/SetCognitoUserPoolClientCommand.cs",
        // Two ways to name the user: as an administrator, or through an app client.
        "Users/ConfirmCognitoUserCommand.cs",
        "Users/ResetCognitoUserPasswordCommand.cs",
        // Ten to twenty parameters with their help.
        "SignIn/ConnectCognitoUserCommand.cs",
        "Users/GetCognitoUserCommand.Parameters.cs",
        "Users/GetCognitoUserCommand.cs",
        "Users/NewCognitoUserCommand.cs",
    ];

    /// <summary>An interpolation is one expression: a line cannot end inside it.</summary>
    private static readonly string[] LongLines =
    [
        "src/CognitoPS.LocalServer/Model/ValueText.cs",
        "src/CognitoPS/Errors/ErrorTable.cs",
        "src/CognitoPS/Jwt/TokenVerifier.cs",
        "src/CognitoPS/Pipeline/AsyncCommand.cs",
        "src/CognitoPS/Settings/SettingTree.cs",
        "src/CognitoPS/SignIn/OtpAuthUri.cs",
        "src/CognitoPS/SignIn/SignInEngine.cs",
        "tools/CognitoPS.Help/MarkdownWriter.cs",
        "tools/CognitoPS.Help/ParameterModel.cs",
    ];

    [Fact]
    public void No_cmdlets_file_is_long()
    {
        string folder = Repository.In("src", "CognitoPS", "Cmdlets");
        Offenders.NoneBut(
            LongCmdlets,
            Directory
                .EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
                .Where(file => File.ReadLines(file).Count() > LongestCmdlet)
                .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/')),
            $"A cmdlet's file has {LongestCmdlet} lines at most: what is long is an engine below."
        );
    }

    [Fact]
    public void No_line_is_long() =>
        Offenders.NoneBut(
            LongLines,
            new[] { "src", "tools", "playground" }
                .SelectMany(folder => Directory.EnumerateFiles(Repository.In(folder), "*.cs", SearchOption.AllDirectories))
                .Where(file => !Built().IsMatch(file))
                .Where(file =>
                    File.ReadLines(file)
                        .Any(line => line.Length > LongestLine && !line.TrimStart().StartsWith("///", StringComparison.Ordinal))
                )
                .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')),
            $"A line has {LongestLine} characters at most; examples in comments may have more."
        );

    [Fact]
    public void The_way_of_one_call_goes_through_few_files_that_are_there()
    {
        string[] files =
        [
            .. File.ReadLines(Repository.In("docs", "architecture.md"))
                .SkipWhile(line => line != "## The way of one call")
                .Skip(1)
                .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
                .Select(line => FileInTable().Match(line))
                .Where(match => match.Success)
                .Select(match => match.Groups[1].Value),
        ];
        Assert.InRange(files.Length, 1, MostFilesOfACall);
        Offenders.None(files.Where(file => !File.Exists(Repository.In(file.Split('/')))), "A file on the way of one call is there.");
    }

    [GeneratedRegex(@"[\\/](obj|bin)[\\/]")]
    private static partial Regex Built();

    [GeneratedRegex(@"^\| `([^`]+)` \|")]
    private static partial Regex FileInTable();
}
