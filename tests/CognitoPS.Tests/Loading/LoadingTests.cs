using System.Reflection;
using System.Reflection.Emit;
using CognitoPS.LocalServer;
using CognitoPS.Tests.Support;
using Xunit;

namespace CognitoPS.Tests.Loading;

/// <summary>How the module comes into a session, in processes that have the engine and nothing else.</summary>
public sealed class LoadingTests : IDisposable
{
    private const string LoadedAssemblies = """
        function Get-Loaded([string]$Pattern, [string]$Context) {
            foreach ($assembly in [System.AppDomain]::CurrentDomain.GetAssemblies()) {
                $name = $assembly.GetName().Name
                $in = [System.Runtime.Loader.AssemblyLoadContext]::GetLoadContext($assembly).Name
                if ($name -match $Pattern -and $in -match $Context) { $name }
            }
        }

        """;

    private readonly CognitoServer _server = CognitoServer.Start(new CognitoServerOptions { Seed = 1 });
    private readonly string _pool;

    public LoadingTests()
    {
        _pool = _server.AddPool("customers");
        _server.AddClients(_pool, 61);
    }

    private string List => $"(Get-CognitoUserPoolClient {_pool} -EndpointUrl {_server.Endpoint} -AccessKey a -SecretKey b).Count";

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task Import_alone_loads_no_AWS_assembly() =>
        Assert.Equal(
            ["CognitoPS", "CognitoPS.Loader"],
            (await RunAsync("Get-Loaded '^(AWSSDK|Amazon|CognitoPS(?!\\.EngineHost))' '.'")).Order()
        );

    [Fact]
    public async Task After_use_only_the_loader_is_in_the_default_context() =>
        Assert.Equal(
            ["61", "CognitoPS.Loader"],
            await RunAsync($"{List}; Get-Loaded '^(AWSSDK|Amazon|CognitoPS(?!\\.EngineHost))' '^Default$'")
        );

    [Fact]
    public async Task Another_AWS_runtime_in_the_default_context_does_no_harm()
    {
        string other = typeof(LoadingTests)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(data => data.Key == "OtherAwsRuntime")
            .Value!;

        Assert.Equal(
            ["3.3.0.0", "61", "AWSSDK.Core"],
            await RunAsync(
                $"[System.Reflection.Assembly]::LoadFrom('{other}').GetName().Version.ToString(); {List}; Get-Loaded '^AWSSDK' '^Default$'"
            )
        );
    }

    [Fact]
    public async Task Another_version_in_the_process_is_an_error_that_says_what_to_do()
    {
        var other = new PersistedAssemblyBuilder(
            new AssemblyName("CognitoPS.Loader") { Version = new Version(0, 0, 1) },
            typeof(object).Assembly
        );
        other.DefineDynamicModule("CognitoPS.Loader");
        using var folder = new TemporaryFolder();
        other.Save(folder.PathOf("CognitoPS.Loader.dll"));

        ScriptResult result = await OtherProcess.RunScriptAsync(
            $"[void][System.Reflection.Assembly]::LoadFrom('{folder.PathOf("CognitoPS.Loader.dll")}'); Import-Module '{Path.Combine(Repository.Module, "CognitoPS.psd1")}'; (Get-Command -Module CognitoPS).Count"
        );

        Assert.Equal(["0"], result.Output);
        Assert.Contains("Start a new PowerShell session", Assert.Single(result.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_Force_reloads()
    {
        string manifest = Path.Combine(Repository.Module, "CognitoPS.psd1");

        string[] output = await RunAsync(
            $"$before = (Get-Command -Module CognitoPS).Count; Import-Module '{manifest}' -Force; $before -eq (Get-Command -Module CognitoPS).Count; {List}; Remove-Module CognitoPS; (Get-Command -Module CognitoPS).Count; Import-Module '{manifest}'; {List}"
        );

        Assert.Equal(["True", "61", "0", "61"], output);
    }

    [Fact]
    public async Task A_cmdlets_name_alone_imports_the_module()
    {
        ScriptResult result = await OtherProcess.RunScriptAsync(List, Path.GetDirectoryName(Repository.Module)!);

        Assert.Empty(result.Errors);
        Assert.Equal(["61"], result.Output);
    }

    [Fact]
    public async Task Output_types_can_be_named_in_scripts_until_the_module_is_removed() =>
        Assert.Equal(
            ["True", "CognitoPS.UserPoolClientSummary", "False"],
            await RunAsync(
                $$"""
                $client = Get-CognitoUserPoolClient {{_pool}} -First 1 -EndpointUrl {{_server.Endpoint}} -AccessKey a -SecretKey b
                $client -is [CognitoPS.UserPoolClientSummary]
                & { param([CognitoPS.UserPoolClientSummary]$Client) $Client.GetType().FullName } $client
                Remove-Module CognitoPS
                $null -ne ('CognitoPS.UserPool' -as [type])
                """
            )
        );

    [Fact]
    public async Task The_build_for_Windows_PowerShell_works_too()
    {
        string loader = Path.Combine(Repository.Module, "bin", "netstandard2.0", "CognitoPS.Loader.dll");
        ScriptResult result = await OtherProcess.RunScriptAsync(
            $$"""
            New-Module CognitoPS { Import-Module '{{loader}}'; Import-CognitoAssembly } | Import-Module
            {{List}}
            (New-CognitoUserPoolClient {{_pool}} web -EndpointUrl {{_server.Endpoint}} -AccessKey a -SecretKey b).ClientName
            (Set-CognitoUserPoolClient {{_pool}} (Get-CognitoUserPoolClient {{_pool}} -Name web -EndpointUrl {{_server.Endpoint}} -AccessKey a -SecretKey b).ClientId -AccessTokenValidity 2 -PassThru -EndpointUrl {{_server.Endpoint}} -AccessKey a -SecretKey b).AccessTokenValidity
            Get-CognitoUserPoolClient eu-west-1_Unknown00 -EndpointUrl {{_server.Endpoint}} -AccessKey a -SecretKey b -ErrorAction SilentlyContinue -ErrorVariable wrong
            $wrong[0].FullyQualifiedErrorId
            """
        );

        Assert.Equal(
            ["61", "web", "2", "ResourceNotFoundException,CognitoPS.Cmdlets.Clients.GetCognitoUserPoolClientCommand"],
            result.Output
        );
        Assert.Empty(result.Errors);
    }

    private static async Task<string[]> RunAsync(string script)
    {
        ScriptResult result = await OtherProcess.RunScriptAsync(
            $"{LoadedAssemblies}Import-Module '{Path.Combine(Repository.Module, "CognitoPS.psd1")}' -ErrorAction Stop\n{script}"
        );
        Assert.Empty(result.Errors);
        return result.Output;
    }
}
