using CognitoPS.Tests.Support;
using Xunit;

namespace CognitoPS.Tests.Transfer;

/// <summary>Export- and Import-CognitoUser in PowerShell: what is piped, asked, written and refused.</summary>
public sealed class UserTransferCmdletTests : IDisposable
{
    private readonly Engine _engine = new();
    private readonly TemporaryFolder _folder = new();
    private readonly string _pool;
    private readonly string _target;

    public UserTransferCmdletTests()
    {
        _pool = _engine.Server.AddPool("people");
        _engine.Server.AddUsers(_pool, 150);
        _target = _engine.Server.AddPool("target");
    }

    public void Dispose()
    {
        _engine.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_pool_is_written_and_read_into_another()
    {
        Outcome exported = Run("Export-CognitoUser $args[0] $args[2] -Parallel").Succeeded();
        Assert.Equal((150L, Path.GetFullPath(File_)), (exported["Users"], exported["Path"]));
        Outcome imported = Run("Import-CognitoUser $args[1] $args[2]").Succeeded();
        Assert.Equal(150, imported.All("Result").Count(result => Equals(result, "Created")));
        Assert.Empty(Run("Import-CognitoUser $args[1] $args[2]").Succeeded().Output);
    }

    [Fact]
    public void Piped_users_are_written_without_being_read_again()
    {
        string some = _folder.PathOf("some.csv");
        Outcome exported = Run($"Get-CognitoUser $args[0] -First 7 | Export-CognitoUser -Path '{some}' -Column username, email")
            .Succeeded();
        Assert.Equal(7L, exported["Users"]);
        Assert.Equal("Username,email", File.ReadLines(some).First());
        Assert.Equal(0, _engine.Server.Log.Count("AdminGetUser"));
    }

    [Fact]
    public void Users_of_two_pools_do_not_go_into_one_file()
    {
        Outcome outcome = Run("$args[0], $args[1] | ForEach-Object { Get-CognitoUserPool $_ } | Export-CognitoUser -Path $args[2]");
        Assert.Equal(["OnePoolOnly"], outcome.ErrorIds);
        Assert.Single(outcome.Output);
    }

    [Fact]
    public void Nothing_is_written_or_sent_for_WhatIf()
    {
        Run("Export-CognitoUser $args[0] $args[2] -WhatIf").Succeeded();
        Assert.Empty(Directory.GetFiles(_folder.Name));
        Run("Export-CognitoUser $args[0] $args[2]").Succeeded();
        Assert.Empty(Run("Import-CognitoUser $args[1] $args[2] -WhatIf").Succeeded().Output);
        Assert.Equal(0, _engine.Server.Log.Count("AdminCreateUser"));
        Assert.Equal(2, Directory.GetFiles(_folder.Name).Length);
    }

    [Fact]
    public void Columns_of_any_file_are_mapped()
    {
        Run("Add-CognitoUserPoolAttribute $args[1] -CustomAttributes @{ Name = 'department'; AttributeDataType = 'String' }").Succeeded();
        string staff = _folder.PathOf("staff.csv");
        File.WriteAllText(staff, "Login;Mail;Dept;Phone\nanna;anna@example.com;Sales;1\n");
        Run($"Import-CognitoUser $args[1] '{staff}' -Column @{{ Username = 'Login'; email = 'Mail'; department = 'Dept' }}").Succeeded();
        Outcome anna = Run("Get-CognitoUser $args[1] anna").Succeeded();
        Assert.Equal(("anna@example.com", "Sales"), (anna["Email"], anna["custom:department"]));
    }

    [Fact]
    public void Each_user_who_failed_is_a_result_and_an_error()
    {
        string users = _folder.PathOf("users.csv");
        File.WriteAllText(users, "Username,email\nanna,a@example.com\nben,not an address at all\neve,e@example.com\n");
        Outcome outcome = Run($"Import-CognitoUser $args[1] '{users}'");
        Assert.Equal(["Created", "Failed", "Created"], outcome.All("Result"));
        Assert.Equal(
            "ben",
            Assert.Single(outcome.Errors).TargetObject is { } target
                ? System.Management.Automation.PSObject.AsPSObject(target).Properties["Username"].Value
                : null
        );
    }

    [Theory]
    [InlineData("Export-CognitoUser $args[0] (Split-Path $args[2])", "PathIsFolder")]
    [InlineData("Export-CognitoUser $args[0] \"$($args[2]).d/x.jsonl\"", "FolderNotFound")]
    [InlineData("Export-CognitoUser $args[0] $args[2] -Column email", "ColumnsNeedCsv")]
    [InlineData("Export-CognitoUser $args[0] \"$($args[2]).csv\" -Column nonsense", "UnknownAttribute")]
    [InlineData("Import-CognitoUser $args[1] $args[2]", "FileNotFound")]
    [InlineData("Import-CognitoUser $args[1] $args[2] -ByJob", "MissingRole")]
    [InlineData("Import-CognitoUser $args[1] $args[2] -PasswordHashingAlgorithm BCRYPT", "InvalidCombination")]
    [InlineData("Import-CognitoUser $args[1] $args[2] -SendInvitation -RandomPassword", "InvalidCombination")]
    public void What_cannot_be_is_refused(string script, string id)
    {
        Outcome outcome = Run(script.Replace("(Split-Path $args[2])", $"'{_folder.Name}'"));
        Assert.Equal([id], outcome.ErrorIds);
        Assert.Empty(Directory.GetFiles(_folder.Name));
    }

    private string File_ => _folder.PathOf("users.jsonl");

    private Outcome Run(string script) => _engine.Run(script, _pool, _target, File_);
}
