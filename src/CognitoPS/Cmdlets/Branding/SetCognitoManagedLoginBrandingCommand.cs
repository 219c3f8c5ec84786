using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Errors;
using CognitoPS.Pipeline;
using CognitoPS.Resources;
using CognitoPS.Settings;
using CognitoPS.Updates;

namespace CognitoPS.Cmdlets.Branding;

/// <summary>Updates a managed login branding style. Settings you don't specify are left unchanged.</summary>
/// <remarks>
/// <para>Settings are merged key by key, so a hashtable with one key changes only that key. To remove keys, use -Clear, for example -Clear
/// Settings.components.form. -Assets replaces all images; -AddAsset replaces only the image with the same category and color mode. A
/// request can have up to 2 MB. For a larger style, the cmdlet omits what hasn't changed, and the service keeps it.</para>
/// <para>Operations: DescribeManagedLoginBranding, DescribeManagedLoginBrandingByClient, UpdateManagedLoginBranding.</para>
/// </remarks>
/// <example>
/// Replace the logo for dark mode.
/// <code>Set-CognitoManagedLoginBranding -UserPoolId eu-west-1_Customers -ClientId 4example0client0id0web0000 -AddAsset @{ Category = 'FORM_LOGO'; ColorMode = 'DARK'; Path = './logo-dark.svg' }</code>
/// </example>
/// <example>
/// Preview changing one setting in the styles of all app clients.
/// <code>Get-CognitoManagedLoginBranding -UserPoolId eu-west-1_Customers | Set-CognitoManagedLoginBranding -Settings @{ categories = @{ global = @{ colorSchemeMode = 'DARK' } } } -WhatIf</code>
/// </example>
/// <parameter name="Clear">Paths of settings to remove, such as Assets or Settings.components.form. To reset all settings, use
/// -UseCognitoProvidedValues.</parameter>
/// <parameter name="Replace">Sends only the settings you specify, without reading first. Requires -ManagedLoginBrandingId.</parameter>
[Cmdlet(VerbsCommon.Set, "CognitoManagedLoginBranding", DefaultParameterSetName = Named, SupportsShouldProcess = true)]
[OutputType(typeof(ManagedLoginBranding))]
public sealed class SetCognitoManagedLoginBrandingCommand : SetCommand
{
    /// <inheritdoc cref="NewCognitoManagedLoginBrandingCommand.Settings"/>
    [Parameter]
    [JsonSettings]
    public object? Settings { get; set; }

    /// <inheritdoc cref="NewCognitoManagedLoginBrandingCommand.Assets"/>
    [Parameter]
    [Alias("Asset")]
    [AssetFiles]
    public AssetType[] Assets { get; set; } = [];

    /// <inheritdoc cref="NewCognitoManagedLoginBrandingCommand.UseCognitoProvidedValues"/>
    [Parameter]
    public SwitchParameter UseCognitoProvidedValues { get; set; }

    /// <summary>The style's ID. Specify this or -ClientId.</summary>
    [Parameter(Position = 1, ParameterSetName = Named, ValueFromPipelineByPropertyName = true)]
    [Parameter(Position = 0, ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ManagedLoginBrandingIdCompleter))]
    public string? ManagedLoginBrandingId { get; set; }

    /// <summary>The app client whose style is updated.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ClientIdCompleter))]
    public string? ClientId { get; set; }

    /// <summary>Adds images, each of which replaces the one with the same category and color mode.</summary>
    [Parameter]
    [AssetFiles]
    public AssetType[] AddAsset { get; set; } = [];

    /// <summary>Removes images by category, or by category and color mode, such as FORM_LOGO/DARK.</summary>
    [Parameter]
    public string[] RemoveAsset { get; set; } = [];

    private protected override object? CurrentTarget => ManagedLoginBrandingId is { Length: > 0 } id ? id : ClientId;

    private protected override Task ProcessAsync()
    {
        ManagedLoginStyles.CheckOwn(UseCognitoProvidedValues, IsGiven(nameof(Settings)));
        Bound.RefuseEditsOf(nameof(Assets), nameof(AddAsset), nameof(RemoveAsset));
        (string pool, string region, var client) = (UserPoolId, PoolRegion, Client);
        string? clientId = ClientId is { Length: > 0 } given ? given : null;
        string? id = ManagedLoginBrandingId is { Length: > 0 } named ? named : null;
        if (id is null && (Replace || clientId is null))
        {
            throw new CognitoException(
                "MissingSetting",
                ErrorCategory.InvalidArgument,
                "No style was specified.",
                Replace ? "-Replace needs -ManagedLoginBrandingId." : "Specify -ManagedLoginBrandingId or -ClientId."
            );
        }

        ManagedLoginBrandingType? current = null;
        return UpdateAsync(
            new Update<ManagedLoginBrandingType, UpdateManagedLoginBrandingRequest>
            {
                Target = _ => Target.ManagedLoginStyle(id ?? "", pool),
                Read = async token =>
                {
                    current = await ManagedLoginStyles.DescribeAsync(client, pool, id, clientId, merged: false, token);
                    id = current.ManagedLoginBrandingId;
                    return current;
                },
                Identify = request => (request.UserPoolId, request.ManagedLoginBrandingId) = (pool, id),
                Adjust = (_, request) => Edit(request),
                Write = async (request, token) =>
                    (
                        await client.UpdateManagedLoginBrandingAsync(ManagedLoginStyles.Fitting(request, current), token)
                    ).ManagedLoginBranding,
                Rules = UpdateRules.ManagedLoginBranding,
                Output = style => new ManagedLoginBranding(style, clientId, pool, region),
            }
        );
    }

    private void Edit(UpdateManagedLoginBrandingRequest request)
    {
        // The service takes settings or its own values, never both, and one of them with every update.
        if (UseCognitoProvidedValues)
            request.Settings = default;
        else if (IsGiven(nameof(Settings)))
            request.UseCognitoProvidedValues = false;
        if (AddAsset.Length == 0 && RemoveAsset.Length == 0)
            return;
        List<AssetType> assets = request.Assets ?? [];
        foreach (AssetType asset in AddAsset)
        {
            assets.RemoveAll(known => ManagedLoginStyles.IsSamePlace(known, asset));
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
}
