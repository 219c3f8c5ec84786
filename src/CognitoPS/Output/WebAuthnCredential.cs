using System.Security;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Output;
using CognitoPS.SignIn;

namespace CognitoPS;

/// <summary>A passkey of a user.</summary>
[TableView("FriendlyCredentialName:28", "Username:24", "RelyingPartyId:25", "Created:16", "CredentialId")]
public sealed class WebAuthnCredential : IActsAsUser
{
    internal WebAuthnCredential(
        WebAuthnCredentialDescription source,
        string? username,
        string? userPoolId,
        string region,
        SecureString accessToken
    )
    {
        Username = username;
        UserPoolId = userPoolId;
        Region = region;
        AccessToken = accessToken;
        CredentialId = source.CredentialId;
        FriendlyCredentialName = source.FriendlyCredentialName;
        RelyingPartyId = source.RelyingPartyId;
        AuthenticatorAttachment = source.AuthenticatorAttachment;
        AuthenticatorTransports = Readable.List(source.AuthenticatorTransports);
        Created = Timestamp.Of(source.CreatedAt);
    }

    /// <summary>The user that the passkey belongs to.</summary>
    public string? Username { get; }

    /// <summary>The ID of the user pool that the user belongs to.</summary>
    public string? UserPoolId { get; }

    /// <summary>The Region of the user pool.</summary>
    public string Region { get; }

    /// <summary>The access token that read it, which Remove-CognitoWebAuthnCredential uses.</summary>
    public SecureString AccessToken { get; }

    /// <summary>The passkey's ID.</summary>
    public string CredentialId { get; }

    /// <summary>The name that the user gave it.</summary>
    public string? FriendlyCredentialName { get; }

    /// <summary>The domain that the passkey belongs to.</summary>
    public string? RelyingPartyId { get; }

    /// <summary>platform for a built-in authenticator, cross-platform for a portable one.</summary>
    public string? AuthenticatorAttachment { get; }

    /// <summary>The transports: usb, nfc, ble, internal, hybrid.</summary>
    public IReadOnlyList<string> AuthenticatorTransports { get; }

    /// <summary>When the passkey was registered, in local time.</summary>
    public Timestamp? Created { get; }

    /// <inheritdoc/>
    public override string ToString() => CredentialId;
}
