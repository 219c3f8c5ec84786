using System.Text.Json;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Errors;

namespace CognitoPS.Transfer;

/// <summary>
/// Gives a user who is there again what no creation gives: linked identities, MFA by message, and that they may not sign in.
/// </summary>
/// <remarks>Each of these may be sent twice and does the same again.</remarks>
/// <param name="client">The client to ask.</param>
/// <param name="userPoolId">The pool.</param>
/// <param name="plan">The plan of the import.</param>
internal sealed class UserRestore(IAmazonCognitoIdentityProvider client, string userPoolId, UserImportPlan plan)
{
    private const string Sms = "SMS_MFA";
    private const string Email = "EMAIL_OTP";

    /// <summary>Restores what can be, and tells what cannot.</summary>
    public async Task<IReadOnlyList<string>> RunAsync(UserRecord user, CancellationToken cancellationToken)
    {
        var lost = new List<string>();
        foreach ((string provider, string userId) in Identities(user))
        {
            if (plan.Providers?.Contains(provider) is true)
                await TryAsync($"identity {provider}/{userId}", () => LinkAsync(user.Username, provider, userId, cancellationToken))
                    .ConfigureAwait(false);
            else
                lost.Add($"identity {provider}/{userId}: the pool has no such provider");
        }

        foreach (string mfa in (user.Mfa ?? []).Where(mfa => mfa is not (Sms or Email)))
            lost.Add($"{mfa}: the user has to set it up again");
        if (user.Mfa?.Any(mfa => mfa is Sms or Email) is true)
            await TryAsync("MFA", () => PreferAsync(user, cancellationToken)).ConfigureAwait(false);
        if (user.Enabled is false)
        {
            var disable = new AdminDisableUserRequest { UserPoolId = userPoolId, Username = user.Username };
            await client.AdminDisableUserAsync(disable, cancellationToken).ConfigureAwait(false);
        }

        return lost;

        async Task TryAsync(string what, Func<Task> restore)
        {
            try
            {
                await restore().ConfigureAwait(false);
            }
            catch (AmazonCognitoIdentityProviderException exception)
                when (exception is not (TooManyRequestsException or InternalErrorException) && (int)exception.StatusCode is >= 400 and < 500
                )
            {
                lost.Add($"{what}: {exception.Message}");
            }
        }
    }

    private Task LinkAsync(string username, string provider, string userId, CancellationToken cancellationToken) =>
        client.AdminLinkProviderForUserAsync(
            new AdminLinkProviderForUserRequest
            {
                UserPoolId = userPoolId,
                DestinationUser = new ProviderUserIdentifierType { ProviderName = "Cognito", ProviderAttributeValue = username },
                SourceUser = new ProviderUserIdentifierType
                {
                    ProviderName = provider,
                    ProviderAttributeName = "Cognito_Subject",
                    ProviderAttributeValue = userId,
                },
            },
            cancellationToken
        );

    private Task PreferAsync(UserRecord user, CancellationToken cancellationToken) =>
        client.AdminSetUserMFAPreferenceAsync(
            new AdminSetUserMFAPreferenceRequest
            {
                UserPoolId = userPoolId,
                Username = user.Username,
                SMSMfaSettings = user.Mfa!.Contains(Sms)
                    ? new SMSMfaSettingsType { Enabled = true, PreferredMfa = user.PreferredMfa == Sms }
                    : null,
                EmailMfaSettings = user.Mfa!.Contains(Email)
                    ? new EmailMfaSettingsType { Enabled = true, PreferredMfa = user.PreferredMfa == Email }
                    : null,
            },
            cancellationToken
        );

    /// <summary>The identities that are linked to a user of the pool's own.</summary>
    private static List<(string Provider, string UserId)> Identities(UserRecord user)
    {
        var identities = new List<(string, string)>();
        if (!user.Attributes.TryGetValue("identities", out string? text))
            return identities;
        try
        {
            using var document = JsonDocument.Parse(text);
            foreach (JsonElement identity in document.RootElement.EnumerateArray())
                identities.Add((identity.GetProperty("providerName").GetString()!, identity.GetProperty("userId").GetString()!));
            return identities;
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new CognitoException(
                "InvalidUserFile",
                System.Management.Automation.ErrorCategory.InvalidData,
                $"The attribute identities of '{user.Username}' cannot be read: {exception.Message}"
            );
        }
    }
}
