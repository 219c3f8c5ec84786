using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;
using CognitoPS.Tests.Conventions;
using CognitoPS.Tests.Pester;
using CognitoPS.Tests.Support;
using Xunit;

namespace CognitoPS.Tests.Help;

/// <summary>The package for the PowerShell Gallery.</summary>
public sealed class PackageTests(PackageTests.Pack pack) : IClassFixture<PackageTests.Pack>
{
    /// <summary>
    /// The assemblies that are loaded by name: the module's own two, and what AWSSDK.Core looks for when a profile asks for it.
    /// </summary>
    private static readonly string[] Roots = ["CognitoPS", "CognitoPS.Loader", "AWSSDK.SecurityToken", "AWSSDK.SSO", "AWSSDK.SSOOIDC"];

    [Fact]
    public void Each_assembly_of_the_module_is_wanted_by_another()
    {
        string[] files = Directory.GetFiles(Path.Combine(Repository.Module, "bin", "net8.0"), "*.dll");
        HashSet<string> wanted = [.. files.SelectMany(References), .. Roots];
        Offenders.None(
            files.Select(file => Path.GetFileNameWithoutExtension(file)).Where(name => !wanted.Contains(name)),
            "Each assembly of the module is referenced by another of it."
        );

        static IEnumerable<string> References(string file)
        {
            using var reader = new PEReader(File.OpenRead(file));
            MetadataReader metadata = reader.GetMetadataReader();
            return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
        }
    }

    [Fact]
    public async Task The_package_holds_what_people_need_and_nothing_of_the_build()
    {
        using ZipArchive package = await ZipFile.OpenReadAsync(pack.Package);
        string[] files = [.. package.Entries.Select(entry => entry.FullName)];
        string[] extensions = [".dll", ".psd1", ".psm1", ".ps1xml", ".txt", ".nuspec", ".rels", ".psmdcp", ""];
        Offenders.None(
            files.Where(file =>
                !extensions.Contains(Path.GetExtension(file))
                && !file.EndsWith("-Help.xml", StringComparison.Ordinal)
                && file != "[Content_Types].xml"
            ),
            "The package holds what people need and nothing of the build."
        );
        using Stream description = await package.GetEntry("CognitoPS.nuspec")!.OpenAsync();
        Assert.Subset(
            XDocument.Load(description).Descendants().Single(element => element.Name.LocalName == "tags").Value.Split(' ').ToHashSet(),
            new HashSet<string> { "PSModule", "PSEdition_Core", "PSEdition_Desktop" }
        );
    }

    [Fact]
    public async Task The_package_is_published_installed_used_and_uninstalled()
    {
        Assert.SkipWhen(
            OperatingSystem.IsWindows() && Environment.GetEnvironmentVariable("CI") is null,
            "On Windows a person's modules and repositories are where no variable can move them: only CI installs there."
        );
        using var folder = new TemporaryFolder();
        string home = Directory.CreateDirectory(folder.PathOf("home")).FullName;
        string repository = Directory.CreateDirectory(folder.PathOf("repository")).FullName;
        string version = Path.GetFileNameWithoutExtension(pack.Package)["CognitoPS.".Length..];
        try
        {
            ScriptResult installed = await Pwsh.RunScriptAsync(
                $$"""
                $ErrorActionPreference = 'Stop'
                $ProgressPreference = 'SilentlyContinue'
                Register-PSResourceRepository cognitops-tests -Uri '{{repository}}' -Trusted
                Publish-PSResource -NupkgPath '{{pack.Package}}' -Repository cognitops-tests
                Install-PSResource CognitoPS -Repository cognitops-tests -Scope CurrentUser
                (Get-InstalledPSResource CognitoPS).Version.ToString()
                Import-Module CognitoPS
                $module = Get-Module CognitoPS
                Test-ModuleManifest "$($module.ModuleBase)/CognitoPS.psd1" 3>&1 | ForEach-Object { "$($_.Name) $($_.Version)$_" }
                $module.ModuleBase.Contains('{{Repository.Root}}')
                (Get-Command Get-CognitoUserPoolClient).DLL.StartsWith($module.ModuleBase)
                Start-CognitoLocalServer -Sample
                (Get-CognitoUserPool customers-prod | Get-CognitoUserPoolClient | Measure-Object).Count
                $module.ExportedCommands.Keys
                """,
                home: home
            );
            Assert.Empty(installed.Errors);
            Assert.Equal([version, $"CognitoPS {version}CognitoPS", "False", "True", "150"], installed.Output.Take(5));
            Assert.Equal(TheModule.AllCmdlets.Select(TheModule.NameOf).Order(), installed.Output.Skip(5).Order());

            // By the oldest Pester that it is written for.
            IReadOnlyDictionary<string, PesterResult> results = await PesterSuite.RunAsync(
                Repository.Metadata("Pester5"),
                "CognitoPS",
                home
            );
            Assert.Equal(PesterSuite.Files, results.Keys.Order(StringComparer.Ordinal));
            Assert.Empty(results.Values.SelectMany(result => result.Failed));
        }
        finally
        {
            ScriptResult removed = await Pwsh.RunScriptAsync(
                """
                Uninstall-PSResource CognitoPS
                Unregister-PSResourceRepository cognitops-tests
                @(Get-Module CognitoPS -ListAvailable).Count
                """,
                home: home
            );
            Assert.Empty(removed.Errors);
            Assert.Equal(["0"], removed.Output);
        }
    }

    public sealed class Pack : IAsyncLifetime
    {
        private readonly TemporaryFolder _folder = new();

        public string Package { get; private set; } = "";

        public async ValueTask InitializeAsync()
        {
            ProcessResult result = await OtherProcess.RunAsync(
                new(
                    "dotnet",
                    [
                        "build",
                        Repository.In("src", "CognitoPS"),
                        "-t:Pack",
                        "-p:NoBuild=true",
                        $"-p:Configuration={Repository.Configuration}",
                        $"-p:PackageOutputPath={_folder.Name}",
                        "-nodeReuse:false",
                    ]
                )
            );
            Assert.True(result.ExitCode == 0, result.Output + result.Errors);
            Package = Assert.Single(Directory.GetFiles(_folder.Name, "CognitoPS.*.nupkg"));
        }

        public ValueTask DisposeAsync()
        {
            _folder.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
