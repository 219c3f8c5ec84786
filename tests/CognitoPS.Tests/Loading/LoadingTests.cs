using System.Reflection;
using System.Reflection.Emit;
using CognitoPS.LocalServer;
using CognitoPS.Tests.Support;
using Xunit;

namespace CognitoPS.Tests.Loading;

/// <summary>How the module comes into a session and leaves it, in the real shell.</summary>
public sealed class LoadingTests(LoadingTests.Session session) : IClassFixture<LoadingTests.Session>
{
    private static readonly string Manifest = Path.Combine(Repository.Module, "CognitoPS.psd1");

    [Fact]
    public void A_cmdlets_name_alone_imports_the_module_and_no_AWS_assembly()
    {
        Assert.Equal(Repository.Module, session["ModuleBase"]);
        Assert.Equal("CognitoPS CognitoPS.Loader", session["LoadedByImport"]);
    }

    [Fact]
    public void After_use_only_the_loader_is_in_the_default_context()
    {
        Assert.Equal("61", session["Clients"]);
        Assert.Equal("CognitoPS.Loader", session["InDefaultContext"]);
    }

    [Fact]
    public void Output_types_can_be_named_in_scripts_until_the_module_is_removed()
    {
        Assert.Equal("True", session["IsOfItsType"]);
        Assert.Equal("CognitoPS.UserPoolClientSummary", session["ParameterType"]);
        Assert.Equal("False", session["NamedAfterRemoval"]);
        Assert.Equal("True", session["NamedAfterImport"]);
        Assert.Equal("True", session["NamedAfterForce"]);
        Assert.Equal("False", session["NamedAfterForceAndRemoval"]);
        Assert.Equal("True", session["NamedWhileAnotherRunspaceHasIt"]);
        Assert.Equal("False", session["NamedAfterAnotherRunspace"]);
    }

    [Fact]
    public void Remove_Module_removes_and_Import_Force_reloads()
    {
        Assert.Equal("0", session["ModulesAfterRemoval"]);
        Assert.Equal("61", session["ClientsAfterImport"]);
        Assert.Equal("0", session["NewCommandsAfterForce"]);
        Assert.Equal("61", session["ClientsAfterForce"]);
    }

    [Fact]
    public async Task Another_AWS_runtime_in_the_default_context_does_no_harm() =>
        Assert.Equal(
            ["3.3.0.0", "61", "AWSSDK.Core"],
            await session.RunAsync(
                $$"""
                [System.Reflection.Assembly]::LoadFrom('{{Repository.Metadata("OtherAwsRuntime")}}').GetName().Version.ToString()
                Import-Module '{{Manifest}}'
                {{session.List}}
                Get-Loaded '^AWSSDK' '^Default$'
                """
            )
        );

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

        ScriptResult result = await Pwsh.RunScriptAsync(
            $"""
            [void][System.Reflection.Assembly]::LoadFrom('{folder.PathOf("CognitoPS.Loader.dll")}')
            Import-Module '{Manifest}'
            (Get-Command -Module CognitoPS).Count
            """
        );

        Assert.Equal(["0"], result.Output);
        Assert.Contains("Start a new PowerShell session", Assert.Single(result.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_build_for_Windows_PowerShell_works_too() =>
        Assert.Equal(
            ["61", "web", "2", "ResourceNotFoundException,CognitoPS.Cmdlets.Clients.GetCognitoUserPoolClientCommand"],
            await session.RunAsync(
                $$"""
                New-Module CognitoPS { Import-Module '{{Path.Combine(
                    Repository.Module,
                    "bin",
                    "netstandard2.0",
                    "CognitoPS.Loader.dll"
                )}}'; Import-CognitoAssembly } | Import-Module
                {{session.List}}
                $connection = @{ EndpointUrl = '{{session.Server.Endpoint}}'; AccessKey = 'a'; SecretKey = 'b' }
                $client = New-CognitoUserPoolClient {{session.Pool}} web @connection
                $client.ClientName
                ($client | Set-CognitoUserPoolClient -AccessTokenValidity 2 -PassThru @connection).AccessTokenValidity
                $client | Remove-CognitoUserPoolClient -Confirm:$false @connection
                Get-CognitoUserPoolClient eu-west-1_Unknown00 @connection -ErrorAction SilentlyContinue -ErrorVariable wrong
                $wrong[0].FullyQualifiedErrorId
                """
            )
        );

    /// <summary>One session from the first use of a cmdlet to a second import, and what was seen on the way.</summary>
    public sealed class Session : IAsyncLifetime
    {
        private readonly Dictionary<string, string> _seen = [];

        public CognitoServer Server { get; } = CognitoServer.Start(new CognitoServerOptions { Seed = 1 });

        public string Pool { get; private set; } = "";

        /// <summary>A script that counts the clients of the pool.</summary>
        public string List => $"(Get-CognitoUserPoolClient {Pool} -EndpointUrl {Server.Endpoint} -AccessKey a -SecretKey b).Count";

        public string this[string name] => _seen[name];

        public async ValueTask InitializeAsync()
        {
            Pool = Server.AddPool("customers");
            Server.AddClients(Pool, 61);
            string[] seen = await RunAsync(
                $$"""
                $commands = (Get-Command Get-CognitoUserPoolClient).Module.ExportedCommands.Count
                "ModuleBase=$((Get-Module CognitoPS).ModuleBase)"
                "LoadedByImport=$(Get-Loaded '^(AWSSDK|Amazon|CognitoPS)' '.')"
                "Clients=$({{List}})"
                "InDefaultContext=$(Get-Loaded '^(AWSSDK|Amazon|CognitoPS)' '^Default$')"

                $client = Get-CognitoUserPoolClient {{Pool}} -First 1 -EndpointUrl {{Server.Endpoint}} -AccessKey a -SecretKey b
                "IsOfItsType=$($client -is [CognitoPS.UserPoolClientSummary])"
                "ParameterType=$(& { param([CognitoPS.UserPoolClientSummary] $Client) $Client.GetType().FullName } $client)"

                Remove-Module CognitoPS
                "ModulesAfterRemoval=$(@(Get-Module CognitoPS).Count)"
                "NamedAfterRemoval=$(($null -ne ('CognitoPS.UserPool' -as [type])) -or (Test-Named))"
                Import-Module '{{Manifest}}'
                "NamedAfterImport=$(Test-Named)"
                "ClientsAfterImport=$({{List}})"
                Import-Module '{{Manifest}}' -Force
                "NamedAfterForce=$(Test-Named)"
                "NewCommandsAfterForce=$((Get-Command -Module CognitoPS).Count - $commands)"
                "ClientsAfterForce=$({{List}})"
                Remove-Module CognitoPS
                "NamedAfterForceAndRemoval=$(Test-Named)"

                $other = [powershell]::Create()
                [void]$other.AddScript("Import-Module '{{Manifest}}'").Invoke()
                Import-Module '{{Manifest}}'
                Remove-Module CognitoPS
                "NamedWhileAnotherRunspaceHasIt=$(Test-Named)"
                $other.Runspace.Dispose()
                Import-Module '{{Manifest}}'
                Remove-Module CognitoPS
                "NamedAfterAnotherRunspace=$(Test-Named)"
                """,
                Path.GetDirectoryName(Repository.Module)!
            );
            foreach (string[] pair in seen.Select(line => line.Split('=', 2)))
                _seen.Add(pair[0], pair[1]);
        }

        public ValueTask DisposeAsync()
        {
            Server.Dispose();
            return ValueTask.CompletedTask;
        }

        /// <summary>Runs a script in another process and gives what it writes.</summary>
        public async Task<string[]> RunAsync(string script, string modulePath = "")
        {
            ScriptResult result = await Pwsh.RunScriptAsync(
                $$"""
                function Get-Loaded([string] $Pattern, [string] $Context) {
                    [System.AppDomain]::CurrentDomain.GetAssemblies() |
                        Where-Object { $_.GetName().Name -match $Pattern -and [System.Runtime.Loader.AssemblyLoadContext]::GetLoadContext($_).Name -match $Context } |
                        ForEach-Object { $_.GetName().Name } | Sort-Object
                }
                # By the table itself: a name that was once resolved stays in PowerShell's cache.
                function Test-Named {
                    [psobject].Assembly.GetType('System.Management.Automation.TypeAccelerators')::Get.ContainsKey('CognitoPS.UserPool')
                }
                {{script}}
                """,
                modulePath
            );
            Assert.Empty(result.Errors);
            return result.Output;
        }
    }
}
