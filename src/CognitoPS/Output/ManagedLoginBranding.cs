using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Output;

namespace CognitoPS;

/// <summary>The managed login branding style of an app client.</summary>
[TableView("ManagedLoginBrandingId:36", "ClientId:26", "Modified")]
public sealed class ManagedLoginBranding
{
    internal ManagedLoginBranding(ManagedLoginBrandingType source, string? clientId, string userPoolId, string region)
    {
        ManagedLoginBrandingId = source.ManagedLoginBrandingId;
        UserPoolId = source.UserPoolId ?? userPoolId;
        ClientId = clientId;
        Region = region;
        UseCognitoProvidedValues = source.UseCognitoProvidedValues;
        Settings = SettingObject.Of(source.Settings);
        Assets = SettingObject.List(source.Assets);
        Created = Timestamp.Of(source.CreationDate);
        Modified = Timestamp.Of(source.LastModifiedDate);
    }

    /// <summary>The style's ID.</summary>
    public string ManagedLoginBrandingId { get; }

    /// <summary>The ID of the user pool it belongs to.</summary>
    public string UserPoolId { get; }

    /// <summary>The app client it belongs to. Known only if you requested the style by app client.</summary>
    public string? ClientId { get; }

    /// <summary>The Region of the user pool.</summary>
    public string Region { get; }

    /// <summary>Whether the style uses the default settings.</summary>
    public bool? UseCognitoProvidedValues { get; }

    /// <summary>
    /// The style's settings as an object. ConvertTo-Json -Depth 20 creates the file that New- and Set-CognitoManagedLoginBranding accept.
    /// </summary>
    public object? Settings { get; }

    /// <summary>The style's images, each with category, color mode, file type and bytes.</summary>
    public IReadOnlyList<SettingObject> Assets { get; }

    /// <summary>When the style was created, in local time.</summary>
    public Timestamp? Created { get; }

    /// <summary>When the style was last changed, in local time.</summary>
    public Timestamp? Modified { get; }

    /// <inheritdoc/>
    public override string ToString() => ManagedLoginBrandingId;
}
