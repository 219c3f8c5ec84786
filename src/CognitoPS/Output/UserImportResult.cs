using CognitoPS.Output;

namespace CognitoPS;

/// <summary>What became of one user of a file that was imported.</summary>
[TableView("Username:36", "Result:8", "NotCarried:24", "Reason")]
public sealed class UserImportResult
{
    internal UserImportResult(
        string username,
        string result,
        string? reason,
        IReadOnlyList<string> notCarried,
        int line,
        string userPoolId,
        string region
    )
    {
        Username = username;
        Result = result;
        Reason = reason;
        NotCarried = notCarried;
        Line = line;
        UserPoolId = userPoolId;
        Region = region;
    }

    /// <summary>The user name in the pool.</summary>
    public string Username { get; }

    /// <summary>
    /// Created; Existed: the user was there before and stays as they were; Skipped: the service creates no such user; Failed: the next run
    /// tries again.
    /// </summary>
    public string Result { get; }

    /// <summary>Why, where it is not Created.</summary>
    public string? Reason { get; }

    /// <summary>What the file says of the user and the pool could not be given, such as a status.</summary>
    public IReadOnlyList<string> NotCarried { get; }

    /// <summary>The line of the file.</summary>
    public int Line { get; }

    /// <summary>The id of the pool.</summary>
    public string UserPoolId { get; }

    /// <summary>The region of the pool.</summary>
    public string Region { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Username}: {Result}";
}
