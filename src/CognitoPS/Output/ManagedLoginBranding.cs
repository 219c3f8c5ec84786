using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Output;

namespace CognitoPS;

/// <summary>How managed login looks for an app client.</summary>
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

    /// <summary>The style's id.</summary>
    public string ManagedLoginBrandingId { get; }

    /// <summary>The id of the pool it belongs to.</summary>
    public string UserPoolId { get; }

    /// <summary>The app client it belongs to, when the style was asked for by client; the service does not tell otherwise.</summary>
    public string? ClientId { get; }

    /// <summary>The region of the pool.</summary>
    public string Region { get; }

    /// <summary>Whether the style is the service's own.</summary>
    public bool? UseCognitoProvidedValues { get; }

    /// <summary>
    /// The style's settings as an object; ConvertTo-Json -Depth 20 gives the file that New- and Set-CognitoManagedLoginBranding take.
    /// </summary>
    public object? Settings { get; }

    /// <summary>The style's images, each with category, colour mode, file type and bytes.</summary>
    public IReadOnlyList<SettingObject> Assets { get; }

    /// <summary>When the style was created, in local time.</summary>
    public Timestamp? Created { get; }

    /// <summary>When the style was last changed, in local time.</summary>
    public Timestamp? Modified { get; }

    /// <inheritdoc/>
    public override string ToString() => ManagedLoginBrandingId;
}
