namespace CognitoPS.Transfer;

/// <summary>What became of a user of a file.</summary>
/// <param name="Username">The name in the pool.</param>
/// <param name="Result">Created, Existed, Skipped or Failed.</param>
/// <param name="Reason">Why, where it is not Created.</param>
/// <param name="NotCarried">What the file says and the pool could not be given.</param>
/// <param name="Line">The line of the file.</param>
/// <param name="Error">What failed.</param>
internal sealed record ImportedUser(
    string Username,
    string Result,
    string? Reason,
    IReadOnlyList<string> NotCarried,
    int Line,
    Exception? Error = null
)
{
    public const string Created = "Created";

    /// <summary>The user was there before, and stays as they were.</summary>
    public const string Existed = "Existed";

    /// <summary>The service creates no such user.</summary>
    public const string Skipped = "Skipped";

    /// <summary>The next run tries again.</summary>
    public const string Failed = "Failed";
}
