using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Output;

namespace CognitoPS;

/// <summary>A summary of an identity provider. Pipe it to Get-CognitoIdentityProvider for all of its settings.</summary>
[TableView("ProviderName:24", "ProviderType:15", "UserPoolId:24", "Modified")]
public sealed class IdentityProviderSummary
{
    internal IdentityProviderSummary(ProviderDescription source, string userPoolId, string region)
    {
        ProviderName = source.ProviderName;
        ProviderType = source.ProviderType?.Value;
        UserPoolId = userPoolId;
        Region = region;
        Created = Timestamp.Of(source.CreationDate);
        Modified = Timestamp.Of(source.LastModifiedDate);
    }

    /// <summary>The provider's name, unique in the user pool.</summary>
    public string ProviderName { get; }

    /// <summary>SAML, OIDC, Google, Facebook, LoginWithAmazon or SignInWithApple.</summary>
    public string? ProviderType { get; }

    /// <summary>The ID of the user pool it belongs to.</summary>
    public string UserPoolId { get; }

    /// <summary>The Region of the user pool.</summary>
    public string Region { get; }

    /// <summary>When the provider was created, in local time.</summary>
    public Timestamp? Created { get; }

    /// <summary>When the provider was last changed, in local time.</summary>
    public Timestamp? Modified { get; }

    /// <inheritdoc/>
    public override string ToString() => ProviderName;
}
