using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Pipeline;
using CognitoPS.Resources;
using CognitoPS.Settings;

namespace CognitoPS.Cmdlets.Branding;

/// <summary>Creates a managed login branding style for an app client.</summary>
/// <remarks>
/// <para>Without settings and images, the app client gets the default style, which you can change with Set-CognitoManagedLoginBranding.
/// Managed login requires a domain with ManagedLoginVersion 2.</para>
/// <para>Operation: CreateManagedLoginBranding. A request can have up to 2 MB. In the request, images are a third larger than their
/// files.</para>
/// </remarks>
/// <example>
/// Create the default style.
/// <code>New-CognitoManagedLoginBranding -UserPoolId eu-west-1_Customers -ClientId 4example0client0id0web0000</code>
/// </example>
/// <example>
/// Create a custom style with a logo.
/// <code>New-CognitoManagedLoginBranding -UserPoolId eu-west-1_Customers -ClientId 4example0client0id0web0000 -Settings ./style.json -Assets @{ Category = 'FORM_LOGO'; ColorMode = 'LIGHT'; Path = './logo.png' }</code>
/// </example>
[Cmdlet(VerbsCommon.New, "CognitoManagedLoginBranding", DefaultParameterSetName = Named, SupportsShouldProcess = true)]
[OutputType(typeof(ManagedLoginBranding))]
public sealed class NewCognitoManagedLoginBrandingCommand : PoolCommand
{
    /// <summary>The style's settings: a hashtable, JSON text, the path of a JSON file, or the Settings of another style.</summary>
    [Parameter]
    [JsonSettings]
    public object? Settings { get; set; }

    /// <summary>
    /// The style's images, such as @{ Category = 'FORM_LOGO'; ColorMode = 'LIGHT'; Path = 'logo.png' }: up to 40, with up to 1,000,000
    /// bytes each. The file name extension determines the type: .ico, .jpg, .jpeg, .png, .svg or .webp. ColorMode is LIGHT, DARK or
    /// DYNAMIC.
    /// </summary>
    [Parameter]
    [Alias("Asset")]
    [AssetFiles]
    public AssetType[] Assets { get; set; } = [];

    /// <summary>
    /// Uses the default settings. You can combine it with -Assets, but not with -Settings. It is on by default if you don't specify
    /// -Settings.
    /// </summary>
    [Parameter]
    public SwitchParameter UseCognitoProvidedValues { get; set; }

    /// <summary>The app client's ID.</summary>
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
