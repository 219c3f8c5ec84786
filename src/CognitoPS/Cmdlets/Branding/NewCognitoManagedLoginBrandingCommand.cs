using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Pipeline;
using CognitoPS.Resources;
using CognitoPS.Settings;

namespace CognitoPS.Cmdlets.Branding;

/// <summary>Gives an app client a style for managed login.</summary>
/// <remarks>
/// <para>Without settings and images the client gets the service's own style, which Set-CognitoManagedLoginBranding can then change.
/// Managed login needs a domain with ManagedLoginVersion 2.</para>
/// <para>Operation: CreateManagedLoginBranding. A request takes at most 2 MB, images count a third more than their files.</para>
/// </remarks>
/// <example>
/// The service's own style.
/// <code>New-CognitoManagedLoginBranding -UserPoolId eu-west-1_Customers -ClientId 4example0client0id0web0000</code>
/// </example>
/// <example>
/// A style of your own, with a logo.
/// <code>New-CognitoManagedLoginBranding -UserPoolId eu-west-1_Customers -ClientId 4example0client0id0web0000 -Settings ./style.json -Assets @{ Category = 'FORM_LOGO'; ColorMode = 'LIGHT'; Path = './logo.png' }</code>
/// </example>
[Cmdlet(VerbsCommon.New, "CognitoManagedLoginBranding", DefaultParameterSetName = Named, SupportsShouldProcess = true)]
[OutputType(typeof(ManagedLoginBranding))]
public sealed class NewCognitoManagedLoginBrandingCommand : PoolCommand
{
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

    /// <summary>Uses the service's own settings. Goes with -Assets, and not with -Settings. Default: when you give no -Settings.</summary>
    [Parameter]
    public SwitchParameter UseCognitoProvidedValues { get; set; }

    /// <summary>The app client's id.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = Named, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ClientIdCompleter))]
    public string ClientId { get; set; } = "";

    private protected override object? CurrentTarget => ClientId;

    private protected override async Task ProcessAsync()
    {
        bool hasSettings = IsGiven(nameof(Settings));
        ManagedLoginStyles.CheckOwn(UseCognitoProvidedValues, hasSettings);
        (string pool, string region, string clientId, var client) = (UserPoolId, PoolRegion, ClientId, Client);
        var request = new CreateManagedLoginBrandingRequest();
        Bound.Apply(request);
        request.UserPoolId = pool;
        request.UseCognitoProvidedValues = IsGiven(nameof(UseCognitoProvidedValues)) ? UseCognitoProvidedValues.IsPresent : !hasSettings;
        ManagedLoginStyles.CheckSize(request.Settings, request.Assets);
        if (!ShouldCreate($"managed login style for {Target.AppClient(null, clientId, pool)}", request))
            return;
        await StartAsync(
            clientId,
            pool,
            async token => new ManagedLoginBranding(
                (await client.CreateManagedLoginBrandingAsync(request, token)).ManagedLoginBranding,
                clientId,
                pool,
                region
            )
        );
    }
}
