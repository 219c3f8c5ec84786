using System.Management.Automation;

namespace CognitoPS.Errors;

/// <summary>An error that the module itself finds, before or instead of the service.</summary>
/// <param name="id">The error's id, a constant that scripts can test.</param>
/// <param name="category">PowerShell's category.</param>
/// <param name="message">What is wrong.</param>
/// <param name="advice">What to do about it.</param>
/// <param name="cause">What lay beneath.</param>
internal sealed class CognitoException(string id, ErrorCategory category, string message, string? advice = null, Exception? cause = null)
    : Exception(message, cause)
{
    public string Id { get; } = id;

    public ErrorCategory Category { get; } = category;

    public string? Advice { get; } = advice;
}
