using System.Management.Automation;
using CognitoPS.Errors;

namespace CognitoPS.Transfer;

/// <summary>Where a path leads: what a folder holds must not reach out of it, neither by its name nor by a link.</summary>
internal static class FilePaths
{
    private static readonly StringComparison Comparison =
        Path.DirectorySeparatorChar == '\\' ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    /// <summary>The full path of something in a folder, which need not be there yet.</summary>
    /// <param name="folder">The folder, which may itself be reached by a link.</param>
    /// <param name="path">A full path, or one that starts from the folder.</param>
    /// <exception cref="CognitoException">PathLeavesFolder.</exception>
    public static string Inside(string folder, string path)
    {
        string root = Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);
        string full = Path.GetFullPath(Path.Combine(root, path));
        if (!IsBelow(root, full))
            throw Leaves(full, root);
        for (string at = full; at.Length > root.Length; at = Path.GetDirectoryName(at)!)
        {
            if (IsLink(at) && !(FinalTarget(at) is { } target && IsBelow(FinalTarget(root) ?? root, target)))
                throw Leaves(at, root);
        }

        return full;
    }

    /// <summary>Refuses to write where a link stands: what it leads to would be lost from sight, or changed unseen.</summary>
    /// <exception cref="CognitoException">PathIsLink.</exception>
    public static void RefuseLink(string path)
    {
        if (IsLink(path))
        {
            throw new CognitoException(
                "PathIsLink",
                ErrorCategory.InvalidArgument,
                $"'{path}' is a link.",
                "Use the path that the link points to, or remove the link."
            );
        }
    }

    private static bool IsBelow(string root, string full) => full.StartsWith(root + Path.DirectorySeparatorChar, Comparison);

    private static bool IsLink(string path)
    {
        var file = new FileInfo(path);
        // A link that leads nowhere does not exist, and has attributes all the same.
        return (int)file.Attributes != -1 && (file.Attributes & FileAttributes.ReparsePoint) != 0;
    }

    /// <summary>Where a link leads in the end; null where that cannot be told.</summary>
    private static string? FinalTarget(string path)
    {
#if NET
        try
        {
            return (Directory.Exists(path) ? (FileSystemInfo)new DirectoryInfo(path) : new FileInfo(path))
                .ResolveLinkTarget(returnFinalTarget: true)
                ?.FullName;
        }
        catch (IOException)
        {
            return null;
        }
#else
        return null;
#endif
    }

    private static CognitoException Leaves(string path, string folder) =>
        new(
            "PathLeavesFolder",
            ErrorCategory.SecurityError,
            $"'{path}' is not inside '{folder}'.",
            "Files outside the folder are neither read nor written. Remove the link, or the name with '..'."
        );
}
