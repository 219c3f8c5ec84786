using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;
using CognitoPS.Tests.Conventions;
using CognitoPS.Tests.Support;
using Xunit;

namespace CognitoPS.Tests.Help;

public sealed class PackageTests : IDisposable
{
    /// <summary>
    /// The assemblies that are loaded by name: the module's own two, and what AWSSDK.Core looks for when a profile asks for it.
    /// </summary>
    private static readonly string[] Roots = ["CognitoPS", "CognitoPS.Loader", "AWSSDK.SecurityToken", "AWSSDK.SSO", "AWSSDK.SSOOIDC"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

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
    public async Task The_package_unpacked_on_the_module_path_imports_by_name()
    {
        await OtherProcess.RunAsync([
            "build",
            Repository.In("src", "CognitoPS"),
            "-t:Pack",
            "-p:NoBuild=true",
            $"-p:Configuration={Repository.Configuration}",
            $"-p:PackageOutputPath={_folder.Name}",
            "-nodeReuse:false",
        ]);
        string package = Assert.Single(Directory.GetFiles(_folder.Name, "CognitoPS.*.nupkg"));
        string version = Path.GetFileNameWithoutExtension(package)["CognitoPS.".Length..];
        string modules = _folder.PathOf("modules");
        string module = Path.Combine(modules, "CognitoPS", version);
        ZipFile.ExtractToDirectory(package, module);

        Assert.True(File.Exists(Path.Combine(module, "[Content_Types].xml")));
        XElement metadata = XDocument.Load(Path.Combine(module, "CognitoPS.nuspec")).Root!.Elements().First();
        Assert.Subset(
            metadata.Elements().Single(element => element.Name.LocalName == "tags").Value.Split(' ').ToHashSet(),
            new HashSet<string> { "PSModule", "PSEdition_Core", "PSEdition_Desktop" }
        );
        string[] extensions = [".dll", ".psd1", ".psm1", ".ps1xml", ".txt", ".xml", ".nuspec", ".rels", ".psmdcp", ""];
        Offenders.None(
            Directory
                .GetFiles(module, "*", SearchOption.AllDirectories)
                .Where(file =>
                    !extensions.Contains(Path.GetExtension(file))
                    || Path.GetExtension(file) == ".xml"
                        && !file.EndsWith("-Help.xml", StringComparison.Ordinal)
                        && !file.EndsWith("[Content_Types].xml", StringComparison.Ordinal)
                ),
            "The package holds what people need and nothing of the build."
        );

        ScriptResult result = await OtherProcess.RunScriptAsync(
            """
            Import-Module CognitoPS
            $module = Get-Module CognitoPS
            "$($module.Version)"
            $module.ModuleBase
            (Get-Command Get-CognitoUserPoolClient).DLL
            foreach ($command in Get-Command -Module CognitoPS) { $command.Name }
            """,
            modules
        );
        Assert.Empty(result.Errors);
        Assert.Equal(
            [
                version,
                module,
                Path.Combine(module, "bin", "net8.0", "CognitoPS.dll"),
                .. TheModule.AllCmdlets.Select(TheModule.NameOf).Order(),
            ],
            [.. result.Output.Take(3), .. result.Output.Skip(3).Order()]
        );
    }
}
