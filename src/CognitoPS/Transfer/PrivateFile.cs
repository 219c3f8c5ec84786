namespace CognitoPS.Transfer;

/// <summary>
/// Files and folders with personal data or secrets: only their owner may read them. On Windows, where files have no mode, they have the
/// rights of the folder that they are made in.
/// </summary>
internal static class PrivateFile
{
#if NET
    private const UnixFileMode OwnersFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnersFolder = OwnersFile | UnixFileMode.UserExecute;
#endif

    /// <summary>Opens a file for its owner alone, also one that was there and that others could read.</summary>
    public static FileStream Open(string path, FileMode mode, FileAccess access, FileShare share)
    {
#if NET
        var options = new FileStreamOptions
        {
            Mode = mode,
            Access = access,
            Share = share,
        };
        if (OperatingSystem.IsWindows())
            return new FileStream(path, options);
        options.UnixCreateMode = OwnersFile;
        var stream = new FileStream(path, options);
        File.SetUnixFileMode(stream.SafeFileHandle, OwnersFile);
        return stream;
#else
        return new FileStream(path, mode, access, share);
#endif
    }

    /// <summary>Makes a folder for its owner alone, and those above it that are missing; one that is there stays as it is.</summary>
    public static void CreateFolder(string path)
    {
#if NET
        if (!OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path, OwnersFolder);
            return;
        }
#endif
        Directory.CreateDirectory(path);
    }
}
