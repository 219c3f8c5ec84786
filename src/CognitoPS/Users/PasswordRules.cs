using System.Management.Automation;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Errors;

namespace CognitoPS.Users;

/// <summary>A pool's password policy in words.</summary>
internal static class PasswordRules
{
    /// <summary>Runs a request that carries a password; when the service refuses it, the error says the pool's rules.</summary>
    /// <exception cref="CognitoException">InvalidPasswordException, PasswordHistoryPolicyViolationException.</exception>
    public static async Task<T> ExplainAsync<T>(
        PoolDescriptions facts,
        IAmazonCognitoIdentityProvider client,
        string pool,
        Func<Task<T>> send,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await send().ConfigureAwait(false);
        }
        catch (AmazonCognitoIdentityProviderException exception)
            when (exception is InvalidPasswordException or PasswordHistoryPolicyViolationException)
        {
            PasswordPolicyType? policy = (await facts.OfAsync(client, pool, cancellationToken).ConfigureAwait(false))
                ?.Policies
                ?.PasswordPolicy;
            throw new CognitoException(
                exception.GetType().Name,
                ErrorCategory.InvalidArgument,
                policy is null ? exception.Message : $"{exception.Message} The password policy requires {Words(policy)}.",
                cause: exception
            );
        }
    }

    private static string Words(PasswordPolicyType policy)
    {
        var rules = new List<string> { $"at least {policy.MinimumLength ?? 8} characters" };
        if (policy.RequireLowercase is true)
            rules.Add("a lowercase letter");
        if (policy.RequireUppercase is true)
            rules.Add("an uppercase letter");
        if (policy.RequireNumbers is true)
            rules.Add("a number");
        if (policy.RequireSymbols is true)
            rules.Add("a special character");
        if (policy.PasswordHistorySize is > 0)
            rules.Add($"none of the last {policy.PasswordHistorySize} passwords");
        return string.Join(", ", rules);
    }
}
