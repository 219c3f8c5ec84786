using System.Collections;
using System.Management.Automation;
using System.Security;
using System.Text;
using System.Xml;
using CognitoPS.Completion;
using CognitoPS.Errors;
using CognitoPS.Pipeline;
using CognitoPS.Secrets;
using CognitoPS.Settings;

namespace CognitoPS.Cmdlets.IdentityProviders;

/// <summary>The settings of an identity provider that New- and Set-CognitoIdentityProvider share.</summary>
public abstract class IdentityProviderSettingsCommand : PoolCommand
{
    private const int LargestMetadata = 131_072;
    private const int LargestKey = 16_384;

    /// <summary>
    /// The provider details under the API's keys, such as @{ MetadataURL = 'https://…'; IDPSignout = $true }. Press Tab to complete the
    /// keys of the provider's type. Most keys have a parameter of their own.
    /// </summary>
    [Parameter]
    [ArgumentCompleter(typeof(ProviderDetailsCompleter))]
    [Alias("ProviderDetail")]
    [HashtableOrObject]
    public IDictionary? ProviderDetails { get; set; }

    /// <summary>
    /// The attribute mapping, from user pool attribute to provider attribute, such as @{ email = 'mail'; 'custom:department' = 'department'
    /// }.
    /// </summary>
    [Parameter]
    [HashtableOrObject]
    public IDictionary? AttributeMapping { get; set; }

    /// <summary>
    /// Identifiers that a sign-in can select the provider with, such as email domains: up to 50, with 1 to 40 characters each.
    /// </summary>
    [Parameter]
    [Alias("IdpIdentifier")]
    public string[] IdpIdentifiers { get; set; } = [];

    /// <summary>How authentication context classes are translated for the provider: your value to the provider's value.</summary>
    [Parameter]
    [HashtableOrObject]
    public IDictionary? AcrMapping { get; set; }

    /// <summary>SAML: the URL of the provider's metadata document. The service refreshes the metadata from time to time.</summary>
    [Parameter]
    [ProviderDetail("MetadataURL")]
    public Uri? MetadataUrl { get; set; }

    /// <summary>SAML: the path of the provider's metadata file, up to 131,072 bytes. The cmdlet sends its content.</summary>
    [Parameter]
    [ProviderDetail("MetadataFile", LargestFile = LargestMetadata)]
    public string? MetadataPath { get; set; }

    /// <summary>SAML: whether signing out also signs the user out at the provider (single logout). Default: false.</summary>
    [Parameter]
    [ProviderDetail("IDPSignout")]
    public bool? IdpSignout { get; set; }

    /// <summary>SAML: whether a sign-in can start at the provider (IdP-initiated SSO). Default: false.</summary>
    [Parameter]
    [ProviderDetail("IDPInit")]
    public bool? IdpInit { get; set; }

    /// <summary>SAML: whether the provider must encrypt its assertions. Default: false.</summary>
    [Parameter]
    [ProviderDetail("EncryptedResponses")]
    public bool? EncryptedResponses { get; set; }

    /// <summary>SAML: the algorithm that signs requests to the provider, such as rsa-sha256. Default: requests are not signed.</summary>
    [Parameter]
    [ProviderDetail("RequestSigningAlgorithm")]
    public string? RequestSigningAlgorithm { get; set; }

    /// <summary>OIDC and social: the client ID of the app that is registered with the provider.</summary>
    [Parameter]
    [ProviderDetail("client_id")]
    public string? ProviderClientId { get; set; }

    /// <summary>OIDC and social: the client secret of the app that is registered with the provider, as a SecureString or as text.</summary>
    [Parameter]
    [SecretText]
    [ProviderDetail("client_secret")]
    public SecureString? ProviderClientSecret { get; set; }

    /// <summary>OIDC and social: the scopes to request from the provider, such as openid, email.</summary>
    [Parameter]
    [ProviderDetail("authorize_scopes")]
    [Alias("AuthorizeScope")]
    public string[] AuthorizeScopes { get; set; } = [];

    /// <summary>OIDC: the issuer URL of the provider, which the service uses to discover its endpoints.</summary>
    [Parameter]
    [ProviderDetail("oidc_issuer")]
    public Uri? OidcIssuer { get; set; }

    /// <summary>OIDC: the HTTP method to request user attributes with: GET or POST.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(RequestMethodCompleter))]
    [ProviderDetail("attributes_request_method")]
    public string? AttributesRequestMethod { get; set; }

    /// <summary>OIDC: the authorization endpoint, if it can't be discovered.</summary>
    [Parameter]
    [ProviderDetail("authorize_url")]
    public Uri? AuthorizeUrl { get; set; }

    /// <summary>OIDC: the token endpoint, if it can't be discovered.</summary>
    [Parameter]
    [ProviderDetail("token_url")]
    public Uri? TokenUrl { get; set; }

    /// <summary>OIDC: the userinfo endpoint, if it can't be discovered.</summary>
    [Parameter]
    [ProviderDetail("attributes_url")]
    public Uri? AttributesUrl { get; set; }

    /// <summary>OIDC: the URL of the provider's signing keys (JWKS), if it can't be discovered.</summary>
    [Parameter]
    [ProviderDetail("jwks_uri")]
    public Uri? JwksUri { get; set; }

    /// <summary>Facebook: the API version, such as v17.0.</summary>
    [Parameter]
    [ProviderDetail("api_version")]
    public string? ApiVersion { get; set; }

    /// <summary>Sign in with Apple: your team ID.</summary>
    [Parameter]
    [ProviderDetail("team_id")]
    public string? TeamId { get; set; }

    /// <summary>Sign in with Apple: the key ID of the private key.</summary>
    [Parameter]
    [ProviderDetail("key_id")]
    public string? KeyId { get; set; }

    /// <summary>Sign in with Apple: the private key, as a SecureString or as text.</summary>
    [Parameter]
    [SecretText]
    [ProviderDetail(Settings.ProviderDetails.PrivateKey)]
    public SecureString? PrivateKey { get; set; }

    /// <summary>Sign in with Apple: the path of the .p8 file that contains the private key.</summary>
    [Parameter]
    [ProviderDetail(Settings.ProviderDetails.PrivateKey, LargestFile = LargestKey)]
    public string? PrivateKeyPath { get; set; }

    /// <summary>Combines -ProviderDetails with the parameters for its keys. The type decides how scopes are written.</summary>
    /// <exception cref="CognitoException">
    /// ContradictingParameters, FileNotFound, FileTooLarge, InvalidSetting, NullInList, UnknownSetting.
    /// </exception>
    private protected Dictionary<string, string> GivenDetails(string? type)
    {
        var given =
            (Dictionary<string, string>?)
                SettingConverter.Convert(ProviderDetails, typeof(Dictionary<string, string>), nameof(ProviderDetails))
            ?? [];
        foreach ((string name, ProviderDetailAttribute detail) in Bound.Marked<ProviderDetailAttribute>())
        {
            if (Bound[name] is not { } value)
                continue;
            if (given.ContainsKey(detail.Key))
                throw BoundSettings.Contradiction($"-{name} and another parameter both set {detail.Key}.");
            given[detail.Key] = TextOf(value, detail, name, type);
        }

        if (given.ContainsKey("MetadataURL") && given.ContainsKey("MetadataFile"))
            throw BoundSettings.Contradiction("The metadata comes from a URL and from a file.");
        if (given.TryGetValue("MetadataFile", out string? metadata))
            CheckMetadata(metadata);
        Settings.ProviderDetails.CheckKeys(type, given.Keys);
        Settings.ProviderDetails.RemoveSetByService(type, given);
        return given;
    }

    private string TextOf(object value, ProviderDetailAttribute detail, string parameter, string? type)
    {
        if (detail.LargestFile > 0)
            return Encoding.UTF8.GetString(InputFile.Read(SessionState, (string)value, detail.LargestFile)).TrimStart('\uFEFF');
        return value switch
        {
            SecureString secret => SecureText.Reveal(secret),
            string[] scopes => string.Join(
                type == Settings.ProviderDetails.Facebook ? "," : " ",
                (List<string>)SettingConverter.Convert(scopes, typeof(List<string>), parameter)!
            ),
            Uri { IsAbsoluteUri: true } address when address.Scheme is "https" or "http" => address.OriginalString,
            Uri address => throw new CognitoException(
                "InvalidSetting",
                ErrorCategory.InvalidArgument,
                $"'{address.OriginalString}' is not a valid URL for -{parameter}.",
                "Specify the full URL, such as https://idp.example.com/metadata."
            ),
            _ => (string)SettingConverter.Convert(value, typeof(string), parameter)!,
        };
    }

    /// <summary>Metadata is XML with an entity's description; a web page or a certificate saved under its name is not.</summary>
    private static void CheckMetadata(string metadata)
    {
        try
        {
            using var reader = XmlReader.Create(
                new StringReader(metadata),
                new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null }
            );
            if (reader.MoveToContent() != XmlNodeType.Element || reader.LocalName is not ("EntityDescriptor" or "EntitiesDescriptor"))
                throw NotMetadata($"its root element is {reader.LocalName}", null);
            while (reader.Read()) { }
        }
        catch (XmlException exception)
        {
            throw NotMetadata(exception.Message, exception);
        }
    }

    private static CognitoException NotMetadata(string reason, Exception? cause) =>
        new(
            "InvalidMetadata",
            ErrorCategory.InvalidData,
            $"The file is not SAML metadata: {reason}",
            "Download the metadata of your identity provider again. It is XML that starts with EntityDescriptor.",
            cause
        );
}
