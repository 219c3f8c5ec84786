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

    /// <summary>Whose passkey it is.</summary>
    public string? Username { get; }

    /// <summary>The id of the user's pool.</summary>
    public string? UserPoolId { get; }

    /// <summary>The region of the pool.</summary>
    public string Region { get; }

    /// <summary>The access token that read it, with which Remove-CognitoWebAuthnCredential goes on.</summary>
    public SecureString AccessToken { get; }

    /// <summary>The passkey's id.</summary>
    public string CredentialId { get; }

    /// <summary>What the user calls it.</summary>
    public string? FriendlyCredentialName { get; }

    /// <summary>The domain that it is good for.</summary>
    public string? RelyingPartyId { get; }

    /// <summary>platform for one built in, cross-platform for a key that is carried.</summary>
    public string? AuthenticatorAttachment { get; }

    /// <summary>How it is reached: usb, nfc, ble, internal, hybrid.</summary>
    public IReadOnlyList<string> AuthenticatorTransports { get; }

    /// <summary>When it was registered, in local time.</summary>
    public Timestamp? Created { get; }

    /// <inheritdoc/>
    public override string ToString() => CredentialId;
}
