using System.Security;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Output;
using CognitoPS.Secrets;
using CognitoPS.Settings;

namespace CognitoPS;

/// <summary>An identity provider with all of its settings. Secrets are separate SecureString properties.</summary>
[TableView("ProviderName:24", "ProviderType:15", "UserPoolId:24", "IdpIdentifiers")]
public sealed class IdentityProvider
{
    internal IdentityProvider(IdentityProviderType source, string userPoolId, string region)
    {
        ProviderName = source.ProviderName;
        ProviderType = source.ProviderType?.Value;
        UserPoolId = source.UserPoolId ?? userPoolId;
        Region = region;
        Dictionary<string, string> details = source.ProviderDetails ?? [];
        ProviderDetails = Readable.Table(
            details.Where(detail => !SettingMembers.IsSecret(detail.Key)).ToDictionary(detail => detail.Key, detail => detail.Value)
        );
        ProviderClientSecret = Secret("client_secret");
        PrivateKey = Secret("private_key");
        AttributeMapping = Readable.Table(source.AttributeMapping);
        IdpIdentifiers = Readable.List(source.IdpIdentifiers);
        AcrMapping = Readable.Table(source.AcrMapping);
        Created = Timestamp.Of(source.CreationDate);
        Modified = Timestamp.Of(source.LastModifiedDate);

        SecureString? Secret(string key) =>
            details.TryGetValue(key, out string? secret) && secret is not null ? SecureText.Hide(secret) : null;
    }

    /// <summary>The provider's name, unique in the user pool.</summary>
    public string ProviderName { get; }

    /// <summary>SAML, OIDC, Google, Facebook, LoginWithAmazon or SignInWithApple.</summary>
    public string? ProviderType { get; }

    /// <summary>The ID of the user pool it belongs to.</summary>
    public string UserPoolId { get; }

    /// <summary>The Region of the user pool.</summary>
    public string Region { get; }

    /// <summary>The provider details under the API's keys, without secrets.</summary>
    public IReadOnlyDictionary<string, string> ProviderDetails { get; }

    /// <summary>The client secret of the app that is registered with the provider, or null.</summary>
    public SecureString? ProviderClientSecret { get; }

    /// <summary>The private key for Sign in with Apple, or null if the service doesn't return it.</summary>
    public SecureString? PrivateKey { get; }

    /// <summary>The attribute mapping, from user pool attribute to provider attribute.</summary>
    public IReadOnlyDictionary<string, string> AttributeMapping { get; }

    /// <summary>Identifiers that a sign-in can select the provider with, such as email domains.</summary>
    public IReadOnlyList<string> IdpIdentifiers { get; }

    /// <summary>How authentication context classes are translated for the provider.</summary>
    public IReadOnlyDictionary<string, string> AcrMapping { get; }

    /// <summary>When the provider was created, in local time.</summary>
    public Timestamp? Created { get; }

    /// <summary>When the provider was last changed, in local time.</summary>
    public Timestamp? Modified { get; }

    /// <inheritdoc/>
    public override string ToString() => ProviderName;
}
