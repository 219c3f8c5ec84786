using CognitoPS.Errors;
using CognitoPS.Tests.Support;
using CognitoPS.Transfer;
using Xunit;

namespace CognitoPS.Tests.Transfer;

/// <summary>A file is whole or not there, its owner's alone, and where it was asked for.</summary>
public sealed class AtomicFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string[] Names => [.. Directory.GetFileSystemEntries(_folder.Name).Select(Path.GetFileName).Order()!];

    [Fact]
    public void A_file_takes_its_place_at_the_end_and_is_its_owners_alone()
    {
        string path = _folder.PathOf("users.jsonl");
        using (var file = AtomicFile.Create(path, overwrite: false))
        {
            file.Stream.Write("whole"u8);
            Assert.False(File.Exists(path));
            file.Commit();
        }

        Assert.Equal(["users.jsonl"], Names);
        Assert.Equal("whole", File.ReadAllText(path));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
    }

    [Fact]
    public void What_is_given_up_leaves_nothing_and_what_was_there_stays()
    {
        string path = _folder.PathOf("users.jsonl");
        File.WriteAllText(path, "before");
        using (var file = AtomicFile.Create(path, overwrite: true))
            file.Stream.Write("half"u8);

        Assert.Equal(["users.jsonl"], Names);
        Assert.Equal("before", File.ReadAllText(path));
    }

    [Fact]
    public void What_a_killed_run_left_is_no_hindrance()
    {
        string path = _folder.PathOf("users.jsonl");
        File.WriteAllText(path + ".partial", "left by a run that was killed, and longer than what follows");
        AtomicFile.Write(path, "whole"u8.ToArray(), overwrite: false);

        Assert.Equal(["users.jsonl"], Names);
        Assert.Equal("whole", File.ReadAllText(path));
    }

    [Fact]
    public void A_file_is_replaced_only_when_asked()
    {
        string path = _folder.PathOf("users.jsonl");
        AtomicFile.Write(path, "1"u8.ToArray(), overwrite: false);
        Assert.Equal("FileExists", Refused(() => AtomicFile.Write(path, "2"u8.ToArray(), overwrite: false)));
        Assert.Equal("1", File.ReadAllText(path));
        AtomicFile.Write(path, "2"u8.ToArray(), overwrite: true);
        Assert.Equal("2", File.ReadAllText(path));
    }

    [Fact]
    public void Whoever_was_quicker_is_not_overwritten()
    {
        string path = _folder.PathOf("users.jsonl");
        using var file = AtomicFile.Create(path, overwrite: false);
        File.WriteAllText(path, "somebody else's");
        Assert.Equal("FileExists", Refused(file.Commit));
        Assert.Equal("somebody else's", File.ReadAllText(path));
    }

    [Fact]
    public void Two_runs_do_not_write_one_file()
    {
        string path = _folder.PathOf("users.jsonl");
        using var file = AtomicFile.Create(path, overwrite: false);
        Assert.Equal("FileInUse", Refused(() => AtomicFile.Create(path, overwrite: false)));
    }

    [Fact]
    public void A_place_that_is_no_place_for_a_file_is_refused()
    {
        Directory.CreateDirectory(_folder.PathOf("folder"));
        Assert.Equal("PathIsFolder", Refused(() => AtomicFile.Check(_folder.PathOf("folder"), overwrite: true)));
        Assert.Equal("FolderNotFound", Refused(() => AtomicFile.Check(_folder.PathOf("none/users.jsonl"), overwrite: true)));
        File.WriteAllText(_folder.PathOf("locked"), "");
        File.SetAttributes(_folder.PathOf("locked"), FileAttributes.ReadOnly);
        Assert.Equal("FileReadOnly", Refused(() => AtomicFile.Check(_folder.PathOf("locked"), overwrite: true)));
        File.SetAttributes(_folder.PathOf("locked"), FileAttributes.Normal);
    }

    [Theory]
    [InlineData("elsewhere")]
    [InlineData("nowhere")]
    public void A_link_is_not_written_through(string target)
    {
        File.WriteAllText(_folder.PathOf("elsewhere"), "before");
        File.CreateSymbolicLink(_folder.PathOf("link"), _folder.PathOf(target));
        Assert.Equal("PathIsLink", Refused(() => AtomicFile.Create(_folder.PathOf("link"), overwrite: true)));
        File.CreateSymbolicLink(_folder.PathOf("users.partial"), _folder.PathOf(target));
        Assert.Equal("PathIsLink", Refused(() => AtomicFile.Create(_folder.PathOf("users"), overwrite: true)));
        Assert.Equal("before", File.ReadAllText(_folder.PathOf("elsewhere")));
    }

    [Fact]
    public void Nothing_leads_out_of_a_folder()
    {
        string root = Directory.CreateDirectory(_folder.PathOf("export")).FullName;
        Directory.CreateDirectory(_folder.PathOf("export/groups"));
        Directory.CreateDirectory(_folder.PathOf("export-of-another"));
        File.WriteAllText(_folder.PathOf("secret"), "");
        File.CreateSymbolicLink(Path.Combine(root, "out"), _folder.PathOf("secret"));
        Directory.CreateSymbolicLink(Path.Combine(root, "up"), _folder.PathOf("export-of-another"));
        Directory.CreateSymbolicLink(Path.Combine(root, "same"), Path.Combine(root, "groups"));
        Directory.CreateSymbolicLink(_folder.PathOf("by-link"), root);

        string[] outside = ["../secret", "/etc/passwd", "../export-of-another/x", "groups/../../secret", "out", "up/x", "."];
        foreach (string path in outside)
            Assert.Equal("PathLeavesFolder", Refused(() => FilePaths.Inside(root, path)));
        string[] inside = ["pool.json", "groups/new.json", "same/new.json", "a/../pool.json"];
        foreach (string path in inside)
            Assert.StartsWith(root, FilePaths.Inside(root, path));
        Assert.Equal(Path.Combine(_folder.PathOf("by-link"), "same", "x"), FilePaths.Inside(_folder.PathOf("by-link"), "same/x"));
    }

    [Fact]
    public void A_folder_is_its_owners_alone()
    {
        PrivateFile.CreateFolder(_folder.PathOf("a/b"));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
                File.GetUnixFileMode(_folder.PathOf("a/b"))
            );
    }

    private static string Refused(Action act) => Assert.Throws<CognitoException>(act).Id;
}
