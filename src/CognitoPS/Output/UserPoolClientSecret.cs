using System.Security;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Output;
using CognitoPS.Secrets;

namespace CognitoPS;

/// <summary>One of an app client's secrets, of which it can have two.</summary>
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

    /// <summary>The id of the pool that the client belongs to.</summary>
    public string UserPoolId { get; }

    /// <summary>The client's id.</summary>
    public string ClientId { get; }

    /// <summary>The pool's region.</summary>
    public string Region { get; }

    /// <summary>The secret's id, by which it is removed.</summary>
    public string ClientSecretId { get; }

    /// <summary>The secret, where the service tells it; GetSecretText() gives it as text.</summary>
    public SecureString? ClientSecret { get; }

    /// <summary>When the secret was created, in local time.</summary>
    public Timestamp? Created { get; }

    /// <summary>The secret as text, or null where the service did not tell it.</summary>
    public string? GetSecretText() => ClientSecret is null ? null : SecureText.Reveal(ClientSecret);

    /// <inheritdoc/>
    public override string ToString() => ClientSecretId;
}
