using System.Management.Automation;
using System.Text;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Errors;
using CognitoPS.Pipeline;
using CognitoPS.Settings;
using CognitoPS.Updates;

namespace CognitoPS.Cmdlets.Branding;

/// <summary>Updates the Hosted UI (classic) customization, CSS and logo, of one app client or of all.</summary>
/// <remarks>
/// <para>CSS you don't specify is left unchanged. The service doesn't return the logo, so specify -ImagePath with every change; otherwise
/// the service may drop it, and a warning says so. The user pool must have a domain first.</para>
/// <para>Operations: GetUICustomization, SetUICustomization.</para>
/// </remarks>
/// <example>
/// Set the CSS and logo for all app clients of a user pool.
/// <code>Set-CognitoUICustomization -UserPoolId eu-west-1_Customers -CSSPath ./login.css -ImagePath ./logo.png</code>
/// </example>
/// <example>
/// Set a separate customization for one app client.
/// <code>Set-CognitoUICustomization -UserPoolId eu-west-1_Customers -ClientId 4example0client0id0web0000 -CSS '.banner-customizable { background-color: navy; }'</code>
/// </example>
[Cmdlet(VerbsCommon.Set, "CognitoUICustomization", DefaultParameterSetName = Named, SupportsShouldProcess = true)]
[OutputType(typeof(UICustomization))]
public sealed class SetCognitoUICustomizationCommand : SetCommand
{
    private const int LargestCss = 131_072;
    private const int LargestImage = 100 * 1024;

    /// <summary>The app client's ID. Default: ALL, which is the customization for every app client without its own.</summary>
    [Parameter(Position = 1, ParameterSetName = Named, ValueFromPipelineByPropertyName = true)]
    [Parameter(Position = 0, ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ClientIdCompleter))]
    public string? ClientId { get; set; }

    /// <summary>The CSS as text, up to 131,072 characters.</summary>
    [Parameter]
    public string? CSS { get; set; }

    /// <summary>The path of the CSS file, up to 131,072 bytes.</summary>
    [Parameter]
    public string? CSSPath { get; set; }

    /// <summary>The path of the logo file: .png, .jpg or .jpeg, up to 102,400 bytes.</summary>
    [Parameter]
    public string? ImagePath { get; set; }

    private protected override object? CurrentTarget => ClientId is { Length: > 0 } id ? id : UserPoolId;

    private protected override Task ProcessAsync()
    {
        if (CSS is not null && CSSPath is not null)
            throw BoundSettings.Contradiction("-CSS and -CSSPath both set the style sheet.");
        string? css = CSSPath is null
            ? CSS
            : Encoding.UTF8.GetString(InputFile.Read(SessionState, CSSPath, LargestCss)).TrimStart('\uFEFF');
        byte[]? image = ImagePath is null ? null : ReadImage(ImagePath);
        (string pool, string region, var client) = (UserPoolId, PoolRegion, Client);
        string? clientId = ClientId is { Length: > 0 } id ? id : null;
        return UpdateAsync(
            new Update<UICustomizationType, SetUICustomizationRequest>
            {
                Target = _ =>
                    "Hosted UI (classic) branding of "
                    + $"{(clientId is null or "ALL" ? "all app clients" : $"app client {clientId}")} of {pool}",
                Read = async token =>
                    (await client.GetUICustomizationAsync(new() { UserPoolId = pool, ClientId = clientId }, token)).UICustomization,
                Identify = request => (request.UserPoolId, request.ClientId) = (pool, clientId),
                Adjust = (_, request) =>
                {
                    request.CSS = css ?? request.CSS;
                    request.ImageFile = image is null ? null : new MemoryStream(image);
                },
                Caution = (look, _) =>
                    look?.ImageUrl is not null && image is null
                        ? $"The logo ({look.ImageUrl}) cannot be read back, so this change may remove it. Add -ImagePath to keep it."
                        : null,
                Write = async (request, token) => (await client.SetUICustomizationAsync(request, token)).UICustomization,
                Rules = UpdateRules.UICustomization,
                Output = look => new UICustomization(look, pool, region),
            }
        );
    }

    private byte[] ReadImage(string path) =>
        Path.GetExtension(path).ToLowerInvariant() is ".png" or ".jpg" or ".jpeg"
            ? InputFile.Read(SessionState, path, LargestImage)
            : throw new CognitoException(
                "InvalidSetting",
                ErrorCategory.InvalidArgument,
                $"'{path}' is not an image type that the service supports.",
                "Its name must end with .png, .jpg or .jpeg."
            );
}
