using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Pipeline;
using CognitoPS.Settings;

namespace CognitoPS.Cmdlets.Branding;

/// <summary>The settings of a managed login style, which New- and Set-CognitoManagedLoginBranding share.</summary>
public abstract class ManagedLoginBrandingSettingsCommand : PoolCommand
{
    private protected const int LargestRequest = 2_000_000;

    /// <summary>The style's settings: a hashtable, JSON text, the path of a JSON file, or Settings of another style.</summary>
    [Parameter]
    [JsonSettings]
    public object? Settings { get; set; }

    /// <summary>
    /// The style's images, as @{ Category = 'FORM_LOGO'; ColorMode = 'LIGHT'; Path = 'logo.png' }: at most 40, of 1,000,000 bytes each. The
    /// file's name tells the type: .ico, .jpg, .jpeg, .png, .svg, .webp. ColorMode is LIGHT, DARK or DYNAMIC.
    /// </summary>
    [Parameter]
    [Alias("Asset")]
    [AssetFiles]
    public AssetType[] Assets { get; set; } = [];

    /// <summary>Uses the service's own style. Goes with neither -Settings nor -Assets.</summary>
    [Parameter]
    public SwitchParameter UseCognitoProvidedValues { get; set; }

    /// <summary>Whether a style of one's own is given.</summary>
    private protected virtual bool HasOwnStyle => IsGiven(nameof(Settings)) || IsGiven(nameof(Assets));

    /// <summary>A style in words, for questions.</summary>
    internal static string Describe(string id, string pool) => $"managed login style {id} of {pool}";

    /// <exception cref="CognitoException">ContradictingParameters.</exception>
    private protected void Check()
    {
        if (UseCognitoProvidedValues && HasOwnStyle)
        {
            throw new CognitoException(
                "ContradictingParameters",
                ErrorCategory.InvalidArgument,
                "-UseCognitoProvidedValues cannot be given together with settings or images.",
                "Leave one of them out."
            );
        }
    }

    /// <summary>About how many bytes a request takes: images travel as base64.</summary>
    private protected static long SizeOf(Amazon.Runtime.Documents.Document settings, IEnumerable<AssetType>? assets) =>
        Documents.Size(settings) + (assets ?? []).Sum(asset => 200 + ((asset.Bytes?.Length ?? 0) * 4 / 3));

    private protected static CognitoException TooLarge(long size) =>
        new(
            "RequestTooLarge",
            ErrorCategory.LimitsExceeded,
            $"The request would have about {size / 1000:N0} kB; the service takes 2,000 kB.",
            "Create the style with some of the images and add the others with Set-CognitoManagedLoginBranding -AddAsset, in several calls."
        );
}
