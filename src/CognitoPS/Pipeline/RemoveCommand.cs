namespace CognitoPS.Pipeline;

/// <summary>A cmdlet that removes things from a user pool, after a question for each.</summary>
public abstract class RemoveCommand : BulkCommand
{
    /// <summary>Asks, and starts the request when the answer is yes.</summary>
    /// <param name="key">The thing's key in its pool, as the user gave it.</param>
    /// <param name="target">The thing in words.</param>
    /// <param name="remove">The request.</param>
    private protected async Task RemoveAsync(string key, string target, Func<CancellationToken, Task> remove)
    {
        if (!ShouldProcess(target, "Remove"))
            return;
        await StartAsync(
            key,
            $"{UserPoolId}/{key}",
            async token =>
            {
                await remove(token).ConfigureAwait(false);
                return null;
            }
        );
    }
}
