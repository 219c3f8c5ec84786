using CognitoPS.Output;

namespace CognitoPS;

/// <summary>A file of users that was written.</summary>
[TableView("UserPoolId:24", "Users:9", "Bytes:12", "Path")]
public sealed class UserExportResult
{
    internal UserExportResult(string path, string manifestPath, long users, long bytes, string sha256, string userPoolId, string region)
    {
        Path = path;
        ManifestPath = manifestPath;
        Users = users;
        Bytes = bytes;
        Sha256 = sha256;
        UserPoolId = userPoolId;
        Region = region;
    }

    /// <summary>The id of the pool that the users are of.</summary>
    public string UserPoolId { get; }

    /// <summary>The region of the pool.</summary>
    public string Region { get; }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>The file beside it that says what belongs in it.</summary>
    public string ManifestPath { get; }

    /// <summary>How many users it holds.</summary>
    public long Users { get; }

    /// <summary>How many bytes it has.</summary>
    public long Bytes { get; }

    /// <summary>Its SHA-256, in hexadecimal.</summary>
    public string Sha256 { get; }

    /// <inheritdoc/>
    public override string ToString() => Path;
}
