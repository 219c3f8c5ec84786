using System.Reflection;
using CognitoPS.Help;

if (args is not [string assemblyPath, string manifestPath, string outputFolder])
{
    Console.Error.WriteLine("usage: CognitoPS.Help <CognitoPS.dll> <CognitoPS.psd1> <output folder>");
    return 2;
}

try
{
    var module = new ModuleModel(
        Assembly.LoadFrom(Path.GetFullPath(assemblyPath)),
        new DocComments(Path.ChangeExtension(assemblyPath, ".xml"))
    );
    string moduleFolder = Path.Combine(outputFolder, "CognitoPS");

    // PowerShell looks beside the assembly that holds the cmdlets.
    foreach (string framework in (string[])["net8.0", "netstandard2.0"])
        MamlWriter.Write(module, Path.Combine(moduleFolder, "bin", framework, "en-US", "CognitoPS.dll-Help.xml"));
    TableViewWriter.Write(module, Path.Combine(moduleFolder, "CognitoPS.Format.ps1xml"));
    TypeDataWriter.Write(module, Path.Combine(moduleFolder, "CognitoPS.Types.ps1xml"));
    MarkdownWriter.Write(module, Path.Combine(outputFolder, "docs", "cmdlets"));
    var manifest = Manifest.Read(manifestPath);
    NuspecWriter.Write(
        manifest,
        Changelog.TopEntry(
            Path.Combine(Path.GetDirectoryName(Path.GetFullPath(manifestPath))!, "CHANGELOG.md"),
            manifest.Text("ModuleVersion")
        ),
        Path.Combine(outputFolder, "CognitoPS.nuspec")
    );
    return 0;
}
catch (HelpException exception)
{
    Console.Error.WriteLine($"CognitoPS.Help : error HELP001: {exception.Message}");
    return 1;
}
