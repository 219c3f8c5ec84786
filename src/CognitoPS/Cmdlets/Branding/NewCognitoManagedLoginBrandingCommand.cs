using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Pipeline;
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
[Cmdlet(VerbsCommon.New, "CognitoManagedLoginBranding", SupportsShouldProcess = true)]
[OutputType(typeof(ManagedLoginBranding))]
public sealed class NewCognitoManagedLoginBrandingCommand : ManagedLoginBrandingSettingsCommand
{
    /// <summary>The app client's id.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ClientIdCompleter))]
    public string ClientId { get; set; } = "";

    private protected override object? CurrentTarget => ClientId;

    private protected override async Task ProcessAsync()
    {
        Check();
        var request = new CreateManagedLoginBrandingRequest();
        BoundSettings.Apply(this, request);
        (request.UserPoolId, request.UseCognitoProvidedValues) = (
            UserPoolId,
            IsGiven(nameof(UseCognitoProvidedValues)) ? UseCognitoProvidedValues.IsPresent : !HasOwnStyle
        );
        if (SizeOf(request.Settings, request.Assets) is > LargestRequest and var size)
            throw TooLarge(size);
        if (!Creation.ShouldCreate(this, $"managed login style for app client {ClientId} of {UserPoolId}", request))
            return;
        CreateManagedLoginBrandingResponse created = await Client.CreateManagedLoginBrandingAsync(request, StopToken);
        WriteObject(new ManagedLoginBranding(created.ManagedLoginBranding, ClientId, UserPoolId, PoolRegion));
    }
}
