using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Pipeline;
using CognitoPS.Settings;

namespace CognitoPS.Cmdlets.Branding;

/// <summary>Changes a managed login style: what is named changes, everything else stays.</summary>
/// <remarks>
/// <para>Settings are merged key by key, so that a hashtable with one key changes one; take keys away with -Clear Settings.components.form.
/// -Assets replaces all images, -AddAsset one of the same category and colour mode. A request takes at most 2 MB: when the whole style is
/// larger, what has not changed is left out, and the service keeps it.</para>
/// <para>Operations: DescribeManagedLoginBranding, DescribeManagedLoginBrandingByClient, UpdateManagedLoginBranding.</para>
/// </remarks>
/// <example>
/// Another logo for dark screens.
/// <code>Set-CognitoManagedLoginBranding -UserPoolId eu-west-1_Customers -ClientId 4example0client0id0web0000 -AddAsset @{ Category = 'FORM_LOGO'; ColorMode = 'DARK'; Path = './logo-dark.svg' }</code>
/// </example>
/// <example>
/// One setting in the styles of all clients, shown first.
/// <code>Get-CognitoManagedLoginBranding -UserPoolId eu-west-1_Customers | Set-CognitoManagedLoginBranding -Settings @{ categories = @{ global = @{ colorSchemeMode = 'DARK' } } } -WhatIf</code>
/// </example>
[Cmdlet(VerbsCommon.Set, "CognitoManagedLoginBranding", SupportsShouldProcess = true)]
[OutputType(typeof(ManagedLoginBranding))]
public sealed class SetCognitoManagedLoginBrandingCommand : ManagedLoginBrandingSettingsCommand
{
    /// <summary>The style's id. Give this or -ClientId.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ManagedLoginBrandingIdCompleter))]
    public string? ManagedLoginBrandingId { get; set; }

    /// <summary>The app client whose style is changed.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ClientIdCompleter))]
    public string? ClientId { get; set; }

    /// <summary>Adds images, each instead of the one of the same category and colour mode.</summary>
    [Parameter]
    [AssetFiles]
    public AssetType[] AddAsset { get; set; } = [];

    /// <summary>Removes images by category, or by category and colour mode as FORM_LOGO/DARK.</summary>
    [Parameter]
    public string[] RemoveAsset { get; set; } = [];

    /// <summary>Settings to take away, by path, as Settings.components.form, Settings or Assets.</summary>
    [Parameter]
    public string[] Clear { get; set; } = [];

    /// <summary>Sends only what is given, without reading first. Needs -ManagedLoginBrandingId.</summary>
    [Parameter]
    public SwitchParameter Replace { get; set; }

    /// <summary>Writes the changed style.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override object? CurrentTarget => ManagedLoginBrandingId is { Length: > 0 } id ? id : ClientId;

    private protected override bool HasOwnStyle => base.HasOwnStyle || AddAsset.Length > 0;

    private protected override Task ProcessAsync()
    {
        Check();
        BoundSettings.RefuseEditsOf(this, nameof(Assets), nameof(AddAsset), nameof(RemoveAsset));
        string id = ManagedLoginBrandingId ?? "";
        if (id.Length == 0 && (Replace || ClientId is null or ""))
        {
            throw new CognitoException(
                "MissingSetting",
                ErrorCategory.InvalidArgument,
                "Which style?",
                Replace ? "-Replace needs -ManagedLoginBrandingId." : "Give -ManagedLoginBrandingId or -ClientId."
            );
        }

        ManagedLoginBrandingType? current = null;
        return SafeUpdate.RunAsync(
            this,
            new Update<ManagedLoginBrandingType, UpdateManagedLoginBrandingRequest>
            {
                Target = _ => Describe(id, UserPoolId),
                Read = async () =>
                {
                    current = await GetCognitoManagedLoginBrandingCommand.DescribeAsync(
                        Client,
                        UserPoolId,
                        id.Length > 0 ? id : null,
                        ClientId,
                        merged: false,
                        StopToken
                    );
                    id = current.ManagedLoginBrandingId;
                    return current;
                },
                Identify = request => (request.UserPoolId, request.ManagedLoginBrandingId) = (UserPoolId, id.Length > 0 ? id : null),
                Adjust = Edit,
                Write = request => Client.UpdateManagedLoginBrandingAsync(Fitting(request, current), StopToken),
                Rules = UpdateRules.ManagedLoginBranding,
                Output = style => new ManagedLoginBranding(
                    style,
                    ClientId is { Length: > 0 } client ? client : null,
                    UserPoolId,
                    PoolRegion
                ),
            },
            Clear,
            Replace,
            PassThru
        );
    }

    private void Edit(UpdateManagedLoginBrandingRequest request)
    {
        if (UseCognitoProvidedValues)
        {
            (request.Settings, request.Assets) = (default, null);
            return;
        }

        if (HasOwnStyle)
            request.UseCognitoProvidedValues = false;
        if (AddAsset.Length == 0 && RemoveAsset.Length == 0)
            return;
        List<AssetType> assets = request.Assets ?? [];
        foreach (AssetType asset in AddAsset)
        {
            assets.RemoveAll(known => IsSamePlace(known, asset));
            assets.Add(asset);
        }

        assets.RemoveAll(asset =>
            RemoveAsset.Any(name =>
                name.Equals(asset.Category.Value, StringComparison.OrdinalIgnoreCase)
                || name.Equals($"{asset.Category}/{asset.ColorMode}", StringComparison.OrdinalIgnoreCase)
            )
        );
        request.Assets = assets;
    }

    /// <summary>The request as it is, or, when it is too large, without what has not changed: the service keeps that.</summary>
    private static UpdateManagedLoginBrandingRequest Fitting(UpdateManagedLoginBrandingRequest request, ManagedLoginBrandingType? current)
    {
        if (SizeOf(request.Settings, request.Assets) <= LargestRequest)
            return request;
        request.Assets = request.Assets?.FindAll(asset =>
            current?.Assets?.Any(known => IsSamePlace(known, asset) && SettingTree.Compare(known, asset).Count == 0) != true
        );
        if (request.Assets is { Count: 0 })
            request.Assets = null;
        return SizeOf(request.Settings, request.Assets) is > LargestRequest and var size ? throw TooLarge(size) : request;
    }

    private static bool IsSamePlace(AssetType one, AssetType other) =>
        one.Category == other.Category && one.ColorMode == other.ColorMode && one.ResourceId == other.ResourceId;
}
