using System.Management.Automation;
using System.Security;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Errors;
using CognitoPS.Secrets;

namespace CognitoPS.SignIn;

/// <summary>
/// The app client that a request goes through: knows its secret, or reads it with an administrator's rights when the service asks for it.
/// </summary>
/// <param name="clientId">The app client.</param>
/// <param name="secret">Its secret, where that was given.</param>
/// <param name="userPoolId">Its pool, where that was given.</param>
/// <param name="administrator">A client with AWS credentials; null where there are none.</param>
internal sealed class AppClient(string clientId, SecureString? secret, string? userPoolId, IAmazonCognitoIdentityProvider? administrator)
{
    /// <summary>Sends a request with the client's secret, or without one where it has none.</summary>
    /// <exception cref="CognitoException">MissingSecretHash, FlowNotEnabled.</exception>
    public async Task<T> SendAsync<T>(Func<SecureString?, Task<T>> send, CancellationToken cancellationToken)
    {
        try
        {
            return await send(secret).ConfigureAwait(false);
        }
        catch (AmazonCognitoIdentityProviderException refused) when (secret is null && WantsSecret(refused))
        {
            UserPoolClientType? client = await DescribeAsync(cancellationToken).ConfigureAwait(false);
            if (client?.ClientSecret is not { Length: > 0 } found)
            {
                throw new CognitoException(
                    "MissingSecretHash",
                    ErrorCategory.InvalidArgument,
                    $"The app client {clientId} has a secret, but none was specified.",
                    "Specify -ClientSecret, or -UserPoolId together with AWS credentials that can describe the client.",
                    refused
                );
            }

            return await send(SecureText.Hide(found)).ConfigureAwait(false);
        }
        catch (InvalidParameterException refused) when (refused.Message.Contains("not enabled for"))
        {
            UserPoolClientType? client = await DescribeAsync(cancellationToken).ConfigureAwait(false);
            string allowed = client is null ? "" : $" It allows: {string.Join(", ", client.ExplicitAuthFlows ?? [])}.";
            throw new CognitoException(
                "FlowNotEnabled",
                ErrorCategory.InvalidOperation,
                $"{refused.Message}.{allowed}".Replace("..", "."),
                "Choose another -AuthFlow, or allow this one with Set-CognitoUserPoolClient -AddExplicitAuthFlow.",
                refused
            );
        }
    }

    /// <summary>SECRET_HASH for a user, or null where the client has no secret.</summary>
    public string? HashOf(SecureString? clientSecret, string username) =>
        clientSecret is null ? null : SecretHash.Compute(clientSecret, username, clientId);

    private static bool WantsSecret(AmazonCognitoIdentityProviderException refused) =>
        refused is NotAuthorizedException
            && (refused.Message.Contains("secret") || refused.Message.Contains("SECRET_HASH"))
            && !refused.Message.Contains("not configured for secret")
        || refused is UnauthorizedException && refused.Message.Contains("secret");

    /// <summary>The client's settings, where an administrator can be asked and may read them.</summary>
    private async Task<UserPoolClientType?> DescribeAsync(CancellationToken cancellationToken)
    {
        if (administrator is null || userPoolId is null)
            return null;
        try
        {
            return (
                await administrator
                    .DescribeUserPoolClientAsync(
                        new DescribeUserPoolClientRequest { UserPoolId = userPoolId, ClientId = clientId },
                        cancellationToken
                    )
                    .ConfigureAwait(false)
            ).UserPoolClient;
        }
        catch (Exception exception) when (ErrorTable.IsReportable(exception) && !cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}
