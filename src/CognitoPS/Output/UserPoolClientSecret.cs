using System.Security;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Output;
using CognitoPS.Secrets;

namespace CognitoPS;

/// <summary>One of up to two client secrets of an app client.</summary>
[TableView("ClientSecretId:42", "ClientId:26", "Created:16", "UserPoolId")]
public sealed class UserPoolClientSecret
{
    internal UserPoolClientSecret(ClientSecretDescriptorType source, string userPoolId, string clientId, string region)
    {
        UserPoolId = userPoolId;
        ClientId = clientId;
        Region = region;
        ClientSecretId = source.ClientSecretId;
        ClientSecret = source.ClientSecretValue is { } secret ? SecureText.Hide(secret) : null;
        Created = Timestamp.Of(source.ClientSecretCreateDate);
    }

    /// <summary>The ID of the user pool that the client belongs to.</summary>
    public string UserPoolId { get; }

    /// <summary>The client's ID.</summary>
    public string ClientId { get; }

    /// <summary>The pool's Region.</summary>
    public string Region { get; }

    /// <summary>The ID of the secret, which you use to remove it.</summary>
    public string ClientSecretId { get; }

    /// <summary>The secret, if the service returns it. Call GetSecretText() for plain text.</summary>
    public SecureString? ClientSecret { get; }

    /// <summary>When the secret was created, in local time.</summary>
    public Timestamp? Created { get; }

    /// <summary>Returns the secret as plain text, or null if the service didn't return it.</summary>
    public string? GetSecretText() => ClientSecret is null ? null : SecureText.Reveal(ClientSecret);

    /// <inheritdoc/>
    public override string ToString() => ClientSecretId;
}
