using System.Globalization;
using System.Management.Automation;
using System.Text;
using CognitoPS.Errors;

namespace CognitoPS.Settings;

/// <summary>Reads the files that parameters name.</summary>
internal static class InputFile
{
    /// <summary>The whole file, when it is there and not too large.</summary>
    /// <param name="session">The session whose current location a relative path starts from.</param>
    /// <param name="path">The path as the user wrote it.</param>
    /// <param name="largest">How many bytes it may have.</param>
    /// <exception cref="CognitoException">FileNotFound, FileTooLarge.</exception>
    public static byte[] Read(SessionState session, string path, long largest)
    {
        var file = new FileInfo(session.Path.GetUnresolvedProviderPathFromPSPath(path));
        if (!file.Exists)
            throw new CognitoException(
                "FileNotFound",
                ErrorCategory.ObjectNotFound,
                $"The file '{file.FullName}' does not exist.",
                "Check the path. A relative path starts at the current location."
            );
        if (file.Length > largest)
        {
            throw new CognitoException(
                "FileTooLarge",
                ErrorCategory.LimitsExceeded,
                string.Format(
                    CultureInfo.InvariantCulture,
                    "'{0}' has {1:N0} bytes; at most {2:N0} are allowed.",
                    file.FullName,
                    file.Length,
                    largest
                ),
                "Use a smaller file."
            );
        }

        return File.ReadAllBytes(file.FullName);
    }

    /// <summary>The whole file as text: UTF-8, or what its byte order mark says.</summary>
    /// <inheritdoc cref="Read"/>
    public static string ReadText(SessionState session, string path, long largest)
    {
        using var reader = new StreamReader(
            new MemoryStream(Read(session, path, largest)),
            Encoding.UTF8,
            detectEncodingFromByteOrderMarks: true
        );
        return reader.ReadToEnd();
    }
}
