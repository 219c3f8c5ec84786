using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Output;

namespace CognitoPS;

/// <summary>The Hosted UI (classic) customization of an app client, or of all app clients.</summary>
[TableView("UserPoolId:24", "ClientId:26", "ImageUrl")]
public sealed class UICustomization
{
    internal UICustomization(UICustomizationType source, string userPoolId, string region)
    {
        UserPoolId = source.UserPoolId ?? userPoolId;
        ClientId = source.ClientId;
        Region = region;
        CSS = source.CSS;
        CSSVersion = source.CSSVersion;
        ImageUrl = source.ImageUrl;
        Created = Timestamp.Of(source.CreationDate);
        Modified = Timestamp.Of(source.LastModifiedDate);
    }

    /// <summary>The ID of the user pool.</summary>
    public string UserPoolId { get; }

    /// <summary>The app client, or ALL.</summary>
    public string? ClientId { get; }

    /// <summary>The Region of the user pool.</summary>
    public string Region { get; }

    /// <summary>The CSS.</summary>
    public string? CSS { get; }

    /// <summary>The version of the CSS.</summary>
    public string? CSSVersion { get; }

    /// <summary>The URL of the logo.</summary>
    public string? ImageUrl { get; }

    /// <summary>When the customization was created, in local time.</summary>
    public Timestamp? Created { get; }

    /// <summary>When the customization was last changed, in local time.</summary>
    public Timestamp? Modified { get; }

    /// <inheritdoc/>
    public override string ToString() => ClientId ?? UserPoolId;
}
