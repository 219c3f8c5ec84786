using CognitoPS.LocalServer;
using CognitoPS.Tests.Support;
using Xunit;

namespace CognitoPS.Tests.Playground;

/// <summary>A person at the playground's prompt, which is PowerShell's own.</summary>
public sealed class PromptTests
{
    private const string CtrlC = "\x3";
    private const string Tab = "\t";
    private const string Up = "\e[A";

    [Fact]
    public async Task Ctrl_C_ends_a_long_list_in_the_middle_of_a_request_and_the_prompt_returns()
    {
        using var server = CognitoServer.Start(new CognitoServerOptions { Seed = 1 });
        string pool = server.AddPool("customers");
        server.AddClients(pool, 1000);
        using Terminal terminal = Start();
        await terminal.PromptAsync();
        await terminal.TypeAsync($"Connect-Cognito -EndpointUrl {server.Endpoint} -Region eu-west-1 -AccessKey a -SecretKey b\r");
        await terminal.PromptAsync();
        server.Log.Clear();

        await terminal.TypeAsync($"Get-CognitoUserPoolClient {pool} | ForEach-Object {{ Start-Sleep -Milliseconds 10; $_ }}\r");
        await server.Log.WaitForAsync(3, "ListUserPoolClients", TestContext.Current.CancellationToken);
        server.Faults.Latency = TimeSpan.FromHours(1);
        await server.Log.WaitForAsync(4, "ListUserPoolClients", TestContext.Current.CancellationToken);
        await terminal.TypeAsync(CtrlC);

        await terminal.PromptAsync();
        await terminal.TypeAsync("\"still $(40 + 2)\"\r");
        await terminal.ShowsAsync("still 42");
    }

    [Fact]
    public async Task Tab_shows_a_menu_the_arrow_brings_the_last_line_back_and_exit_ends_with_its_code()
    {
        using Terminal terminal = Start();
        await terminal.PromptAsync();

        await terminal.TypeAsync("(Get-CognitoUserPoolClient -UserPoolId customers-" + Tab);
        await terminal.ShowsAsync(@"eu-west-1_\w+ \(customers-prod\)\W+eu-west-1_\w+ \(customers-staging\)");
        await terminal.TypeAsync("\r).Count\r");
        await terminal.ShowsAsync(@"\e\[\?1l150\s");
        await terminal.PromptAsync();
        await terminal.TypeAsync(Up + " + 7\r");
        await terminal.ShowsAsync(@"\e\[\?1l157\s");
        await terminal.PromptAsync();
        await terminal.TypeAsync("exit 3\r");

        Assert.Equal(3, await terminal.EndAsync());
    }

    private static Terminal Start()
    {
        Assert.SkipUnless(OtherProcess.IsInstalled("script"), "There is no 'script' here, which gives a program a terminal.");
        return new Terminal(Pwsh.InHome(new("dotnet", [Repository.Metadata("Playground"), "-i"])));
    }
}
