using System.Management.Automation;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime.Documents;
using CognitoPS.Errors;
using CognitoPS.Settings;

namespace CognitoPS.Resources;

/// <summary>Reads managed login styles, and knows what a request about one can hold.</summary>
internal static class ManagedLoginStyles
{
    private const int LargestRequest = 2_000_000;

    /// <summary>One style, by its id or by client.</summary>
    public static async Task<ManagedLoginBrandingType> DescribeAsync(
        IAmazonCognitoIdentityProvider client,
        string pool,
        string? id,
        string? clientId,
        bool merged,
        CancellationToken cancellationToken
    ) =>
        id is not null
            ? (
                await client
                    .DescribeManagedLoginBrandingAsync(
                        new()
                        {
                            UserPoolId = pool,
                            ManagedLoginBrandingId = id,
                            ReturnMergedResources = merged,
                        },
                        cancellationToken
                    )
                    .ConfigureAwait(false)
            ).ManagedLoginBranding
            : (
                await client
                    .DescribeManagedLoginBrandingByClientAsync(
                        new()
                        {
                            UserPoolId = pool,
                            ClientId = clientId,
                            ReturnMergedResources = merged,
                        },
                        cancellationToken
                    )
                    .ConfigureAwait(false)
            ).ManagedLoginBranding;

    /// <summary>Refuses settings beside the service's own; images may stand beside either.</summary>
    /// <exception cref="CognitoException">ContradictingParameters.</exception>
    public static void CheckOwn(bool usesCognitoProvidedValues, bool hasSettings)
    {
        if (usesCognitoProvidedValues && hasSettings)
        {
            throw new CognitoException(
                "ContradictingParameters",
                ErrorCategory.InvalidArgument,
                "-UseCognitoProvidedValues cannot be used together with -Settings.",
                "Leave one of them out."
            );
        }
    }

    /// <exception cref="CognitoException">RequestTooLarge.</exception>
    public static void CheckSize(Document settings, IEnumerable<AssetType>? assets)
    {
        if (SizeOf(settings, assets) is > LargestRequest and var size)
        {
            throw new CognitoException(
                "RequestTooLarge",
                ErrorCategory.LimitsExceeded,
                $"The request would have about {size / 1000:N0} kB, but the service accepts at most 2,000 kB.",
                "Create the style with some of the images. Add the others with several calls of Set-CognitoManagedLoginBranding -AddAsset."
            );
        }
    }

    /// <summary>Whether two images are for the same place.</summary>
    public static bool IsSamePlace(AssetType one, AssetType other) =>
        one.Category == other.Category && one.ColorMode == other.ColorMode && one.ResourceId == other.ResourceId;

    /// <summary>The request as it is, or, when it is too large, without what has not changed: the service keeps that.</summary>
    public static UpdateManagedLoginBrandingRequest Fitting(UpdateManagedLoginBrandingRequest request, ManagedLoginBrandingType? current)
    {
        if (SizeOf(request.Settings, request.Assets) <= LargestRequest)
            return request;
        request.Assets = request.Assets?.FindAll(asset =>
            current?.Assets?.Any(known => IsSamePlace(known, asset) && SettingTree.Compare(known, asset).Count == 0) != true
        );
        if (request.Assets is { Count: 0 })
            request.Assets = null;
        CheckSize(request.Settings, request.Assets);
        return request;
    }

    /// <summary>About how many bytes a request takes: images travel as base64.</summary>
    private static long SizeOf(Document settings, IEnumerable<AssetType>? assets) =>
        DocumentSettings.Size(settings) + (assets ?? []).Sum(asset => 200 + ((asset.Bytes?.Length ?? 0) * 4 / 3));
}
