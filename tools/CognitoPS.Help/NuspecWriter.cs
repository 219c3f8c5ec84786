using System.Xml.Linq;

namespace CognitoPS.Help;

/// <summary>Writes what the PowerShell Gallery's package says of itself, from the manifest and the changelog.</summary>
internal static class NuspecWriter
{
    /// <summary>The gallery takes no longer text of tags.</summary>
    private const int LongestTags = 4000;

    public static void Write(Manifest manifest, string releaseNotes, string path)
    {
        XNamespace ns = "http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd";
        new XDocument(
            new XElement(
                ns + "package",
                new XElement(
                    ns + "metadata",
                    new XElement(ns + "id", "CognitoPS"),
                    new XElement(ns + "version", manifest.Text("ModuleVersion")),
                    new XElement(ns + "authors", manifest.Text("Author")),
                    new XElement(ns + "owners", manifest.Text("CompanyName")),
                    new XElement(ns + "requireLicenseAcceptance", "false"),
                    new XElement(ns + "licenseUrl", manifest.Gallery.Text("LicenseUri")),
                    new XElement(ns + "description", manifest.Text("Description")),
                    new XElement(ns + "releaseNotes", releaseNotes),
                    new XElement(ns + "copyright", manifest.Text("Copyright")),
                    new XElement(ns + "tags", Tags(manifest))
                ),
                new XElement(ns + "files", new XElement(ns + "file", new XAttribute("src", "CognitoPS/**"), new XAttribute("target", "")))
            )
        ).Save(path);
    }

    // Those by which the gallery finds commands go first when they are too long: PSCommand_ says the same as PSCmdlet_.
    private static string Tags(Manifest manifest)
    {
        IReadOnlyList<string> cmdlets = manifest.List("CmdletsToExport");
        string tags = string.Join(' ', manifest.Gallery.List("Tags").Append("PSModule").Append("PSIncludes_Cmdlet"));
        foreach (string kind in (string[])["PSCommand_", "PSCmdlet_"])
        {
            string more = string.Concat(cmdlets.Select(cmdlet => $" {kind}{cmdlet}"));
            if (tags.Length + more.Length <= LongestTags)
                tags += more;
        }

        return tags;
    }
}
