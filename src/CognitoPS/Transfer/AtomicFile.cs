using System.Management.Automation;
using CognitoPS.Errors;

namespace CognitoPS.Transfer;

/// <summary>
/// A file that is whole or not there: written beside its place, for its owner alone to read, flushed to the disk, and renamed at the end.
/// Until then what stood there before stays as it was.
/// </summary>
internal sealed class AtomicFile : IDisposable
{
    private const string Ending = ".partial";

    private readonly string _path;
    private readonly bool _overwrite;
    private bool _isCommitted;

    private AtomicFile(string path, bool overwrite, FileStream stream) => (_path, _overwrite, Stream) = (path, overwrite, stream);

    /// <summary>What is to stand in the file.</summary>
    public FileStream Stream { get; }

    /// <summary>Begins a file.</summary>
    /// <param name="path">Its place; the folder must be there.</param>
    /// <param name="overwrite">Whether a file that stands there is replaced.</param>
    /// <param name="folder">The folder that it must stay in, links and all; null asks for none.</param>
    /// <exception cref="CognitoException">See <see cref="Check"/>; FileInUse: another run writes the same file.</exception>
    public static AtomicFile Create(string path, bool overwrite, string? folder = null)
    {
        path = Check(path, overwrite, folder);
        string partial = path + Ending;
        FilePaths.RefuseLink(partial);
        try
        {
            return new AtomicFile(path, overwrite, PrivateFile.Open(partial, FileMode.Create, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException exception) when (File.Exists(partial))
        {
            throw new CognitoException(
                "FileInUse",
                ErrorCategory.ResourceBusy,
                $"'{path}' is being written by another command: {exception.Message}",
                "Wait until that command has finished, or use another path.",
                exception
            );
        }
    }

    /// <summary>Writes a small file as a whole.</summary>
    /// <inheritdoc cref="Create"/>
    public static void Write(string path, byte[] content, bool overwrite, string? folder = null)
    {
        using AtomicFile file = Create(path, overwrite, folder);
        file.Stream.Write(content, 0, content.Length);
        file.Commit();
    }

    /// <summary>Refuses a place that a file cannot have, before anything is written; gives its full path.</summary>
    /// <exception cref="CognitoException">
    /// FileExists, FileReadOnly, PathIsFolder, FolderNotFound, PathIsLink; PathLeavesFolder: see <see cref="FilePaths.Inside"/>.
    /// </exception>
    public static string Check(string path, bool overwrite, string? folder = null)
    {
        path = folder is null ? Path.GetFullPath(path) : FilePaths.Inside(folder, path);
        if (Directory.Exists(path))
            throw Refused("PathIsFolder", ErrorCategory.InvalidArgument, "is a folder", "Specify the path of a file.");
        if (!Directory.Exists(Path.GetDirectoryName(path)))
            throw Refused("FolderNotFound", ErrorCategory.ObjectNotFound, "is in a folder that does not exist", "Create the folder first.");
        FilePaths.RefuseLink(path);
        if (!File.Exists(path))
            return path;
        if (!overwrite)
            throw Refused(
                "FileExists",
                ErrorCategory.ResourceExists,
                "already exists",
                "To replace it, add -Force. Otherwise, use another path."
            );
        if ((File.GetAttributes(path) & FileAttributes.ReadOnly) != 0)
            throw Refused("FileReadOnly", ErrorCategory.PermissionDenied, "is read-only", "Make it writable, or use another path.");
        return path;

        CognitoException Refused(string id, ErrorCategory category, string what, string advice) =>
            new(id, category, $"'{path}' {what}.", advice);
    }

    /// <summary>Flushes the file to the disk and puts it in its place.</summary>
    /// <exception cref="CognitoException">FileExists: somebody else was quicker.</exception>
    public void Commit()
    {
        Stream.Flush(flushToDisk: true);
        Stream.Dispose();
        Check(_path, _overwrite);
#if NET
        File.Move(Stream.Name, _path, _overwrite);
#else
        if (File.Exists(_path))
            File.Replace(Stream.Name, _path, destinationBackupFileName: null);
        else
            File.Move(Stream.Name, _path);
#endif
        _isCommitted = true;
    }

    /// <summary>Takes away what was written, unless it is in its place.</summary>
    public void Dispose()
    {
        Stream.Dispose();
        if (!_isCommitted)
            File.Delete(Stream.Name);
    }
}
