namespace CognitoPS.LocalServer.State;

/// <summary>An import of users from a CSV file.</summary>
internal sealed class ImportJob(string id, string name, string role, string? hashing, string url, long sequence, long now)
{
    internal string Id { get; } = id;

    internal long Sequence { get; } = sequence;

    internal string Name { get; } = name;

    internal string Role { get; } = role;

    /// <summary>How the passwords are hashed that come with the users, if they do.</summary>
    internal string? Hashing { get; } = hashing;

    internal string Url { get; } = url;

    internal long Created { get; } = now;

    internal byte[]? File { get; set; }

    internal ImportStatus Status { get; set; }

    internal long? Started { get; set; }

    internal long? Completed { get; set; }

    internal string? Message { get; set; }

    internal long Imported { get; set; }

    internal long Skipped { get; set; }

    internal long Failed { get; set; }
}
