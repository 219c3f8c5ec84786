using System.Diagnostics;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Xml.Linq;
using CognitoPS.Help;
using CognitoPS.Tests.Support;
using Xunit;

namespace CognitoPS.Tests.Workshop;

/// <summary>What a release says of itself: the top entry of CHANGELOG.md, by way of the package.</summary>
public sealed class ReleaseTests : IDisposable
{
    private const string Entry = """
        1.2.0 (2026-11-03)

        ### Added
        - A cmdlet.

        ### Fixed
        - A fault.
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Notes_are_the_top_entry_of_the_changelog()
    {
        string file = _folder.PathOf("CHANGELOG.md");
        File.WriteAllText(file, $"# Changelog\n\nOf what.\n\n## {Entry}\n\n## 1.1.0 (2026-10-01)\n- Old.\n");

        Assert.Equal(Entry.ReplaceLineEndings("\n"), Changelog.TopEntry(file, "1.2.0"));
        Assert.Throws<HelpException>(() => Changelog.TopEntry(file, "1.1.0"));
        Assert.Throws<HelpException>(() => Changelog.TopEntry(file, "1.2"));
        File.WriteAllText(file, "# Changelog\n");
        Assert.Throws<HelpException>(() => Changelog.TopEntry(file, "1.2.0"));
    }

    [Fact]
    public void The_package_carries_the_notes_of_its_version()
    {
        XElement package = XDocument.Load(Repository.In("out", "CognitoPS.nuspec")).Root!;
        string Text(string name) => package.Descendants().Single(element => element.Name.LocalName == name).Value;
        Assert.Equal(Changelog.TopEntry(Repository.In("CHANGELOG.md"), Text("version")), Text("releaseNotes").ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task A_release_gets_notes_and_checksum_when_tag_and_changelog_are_about_it()
    {
        string package = Pack("CognitoPS.1.2.0.nupkg", Entry);

        (int ended, string output) = await RunAsync(package, "v1.2.0");

        Assert.True(ended == 0, output);
        Assert.Equal(
            Entry[(Entry.IndexOf('#'))..].ReplaceLineEndings("\n"),
            (await File.ReadAllTextAsync(_folder.PathOf("release-notes.md"))).ReplaceLineEndings("\n").TrimEnd()
        );
        Assert.Equal(
            $"{Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(package)))}  CognitoPS.1.2.0.nupkg",
            (await File.ReadAllTextAsync(package + ".sha256")).TrimEnd()
        );
    }

    [Theory]
    [InlineData("v1.2.1", "1.2.0 (2026-11-03)")]
    [InlineData("1.2.0", "1.2.0 (2026-11-03)")]
    [InlineData("v1.2.0", "1.2.0 (not released)")]
    [InlineData("v1.2.0", "1.2.0")]
    public async Task Nothing_is_written_for_another_tag_or_an_entry_without_a_date(string tag, string title)
    {
        (int ended, string output) = await RunAsync(Pack("CognitoPS.1.2.0.nupkg", $"{title}\n\n- A cmdlet."), tag);

        Assert.True(ended != 0, output);
        Assert.Equal(["CognitoPS.1.2.0.nupkg"], Directory.GetFiles(_folder.Name).Select(Path.GetFileName));
    }

    private string Pack(string name, string notes)
    {
        string path = _folder.PathOf(name);
        using ZipArchive package = ZipFile.Open(path, ZipArchiveMode.Create);
        using Stream entry = package.CreateEntry("CognitoPS.nuspec").Open();
        XNamespace ns = "http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd";
        new XElement(
            ns + "package",
            new XElement(ns + "metadata", new XElement(ns + "version", "1.2.0"), new XElement(ns + "releaseNotes", notes))
        ).Save(entry);
        return path;
    }

    private static async Task<(int Ended, string Output)> RunAsync(string package, string tag)
    {
        ProcessStartInfo start = new(
            "dotnet",
            ["pwsh", "-NoProfile", "-NonInteractive", "-File", Repository.In("tools", "New-Release.ps1"), package, "-Tag", tag]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.Root,
        };
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        string errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + errors);
    }
}
