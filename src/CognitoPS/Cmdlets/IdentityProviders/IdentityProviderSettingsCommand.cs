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

/// <summary>The settings of an identity provider, which New- and Set-CognitoIdentityProvider share.</summary>
public abstract class IdentityProviderSettingsCommand : PoolCommand
{
    private const int LargestMetadata = 131_072;
    private const int LargestKey = 16_384;

    /// <summary>
    /// The settings of the provider's type under the service's keys, as @{ MetadataURL = 'https://…'; IDPSignout = $true }. Tab completes
    /// the keys of the type. Most have a parameter of their own.
    /// </summary>
    [Parameter]
    [ArgumentCompleter(typeof(ProviderDetailsCompleter))]
    [Alias("ProviderDetail")]
    [HashtableOrObject]
    public IDictionary? ProviderDetails { get; set; }

    /// <summary>
    /// Which attribute of the pool is filled from which of the provider's, as @{ email = 'mail'; 'custom:department' = 'department' }.
    /// </summary>
    [Parameter]
    [HashtableOrObject]
    public IDictionary? AttributeMapping { get; set; }

    /// <summary>Other names by which a sign-in may choose the provider, as e-mail domains: at most 50, of 1 to 40 characters.</summary>
    [Parameter]
    [Alias("IdpIdentifier")]
    public string[] IdpIdentifiers { get; set; } = [];

    /// <summary>How authentication context classes are translated for the provider: yours to theirs.</summary>
    [Parameter]
    [HashtableOrObject]
    public IDictionary? AcrMapping { get; set; }

    /// <summary>SAML: the address of the provider's metadata; the service reads it again from time to time.</summary>
    [Parameter]
    [ProviderDetail("MetadataURL")]
    public Uri? MetadataUrl { get; set; }

    /// <summary>SAML: the file with the provider's metadata, at most 131,072 bytes. Its text is sent.</summary>
    [Parameter]
    [ProviderDetail("MetadataFile", LargestFile = LargestMetadata)]
    public string? MetadataPath { get; set; }

    /// <summary>SAML: whether signing out here signs the user out at the provider too. Default false.</summary>
    [Parameter]
    [ProviderDetail("IDPSignout")]
    public bool? IdpSignout { get; set; }

    /// <summary>SAML: whether sign-in may begin at the provider. Default false.</summary>
    [Parameter]
    [ProviderDetail("IDPInit")]
    public bool? IdpInit { get; set; }

    /// <summary>SAML: whether the provider must encrypt its assertions. Default false.</summary>
    [Parameter]
    [ProviderDetail("EncryptedResponses")]
    public bool? EncryptedResponses { get; set; }

    /// <summary>SAML: how requests to the provider are signed, as rsa-sha256. Default: not signed.</summary>
    [Parameter]
    [ProviderDetail("RequestSigningAlgorithm")]
    public string? RequestSigningAlgorithm { get; set; }

    /// <summary>OIDC and social: the id of the app that is registered at the provider.</summary>
    [Parameter]
    [ProviderDetail("client_id")]
    public string? ProviderClientId { get; set; }

    /// <summary>OIDC and social: the secret of the app that is registered at the provider, as a SecureString or as text.</summary>
    [Parameter]
    [SecretText]
    [ProviderDetail("client_secret")]
    public SecureString? ProviderClientSecret { get; set; }

    /// <summary>OIDC and social: the scopes to ask the provider for, as openid, email.</summary>
    [Parameter]
    [ProviderDetail("authorize_scopes")]
    [Alias("AuthorizeScope")]
    public string[] AuthorizeScopes { get; set; } = [];

    /// <summary>OIDC: the provider's address, from which the service discovers its endpoints.</summary>
    [Parameter]
    [ProviderDetail("oidc_issuer")]
    public Uri? OidcIssuer { get; set; }

    /// <summary>OIDC: how user attributes are asked for: GET or POST.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(RequestMethodCompleter))]
    [ProviderDetail("attributes_request_method")]
    public string? AttributesRequestMethod { get; set; }

    /// <summary>OIDC: where users are sent to sign in, when it cannot be discovered.</summary>
    [Parameter]
    [ProviderDetail("authorize_url")]
    public Uri? AuthorizeUrl { get; set; }

    /// <summary>OIDC: where tokens are asked for, when it cannot be discovered.</summary>
    [Parameter]
    [ProviderDetail("token_url")]
    public Uri? TokenUrl { get; set; }

    /// <summary>OIDC: where user attributes are asked for, when it cannot be discovered.</summary>
    [Parameter]
    [ProviderDetail("attributes_url")]
    public Uri? AttributesUrl { get; set; }

    /// <summary>OIDC: where the provider's signing keys are, when it cannot be discovered.</summary>
    [Parameter]
    [ProviderDetail("jwks_uri")]
    public Uri? JwksUri { get; set; }

    /// <summary>Facebook: the version of its API, as v17.0.</summary>
    [Parameter]
    [ProviderDetail("api_version")]
    public string? ApiVersion { get; set; }

    /// <summary>Sign in with Apple: the id of your team.</summary>
    [Parameter]
    [ProviderDetail("team_id")]
    public string? TeamId { get; set; }

    /// <summary>Sign in with Apple: the id of the private key.</summary>
    [Parameter]
    [ProviderDetail("key_id")]
    public string? KeyId { get; set; }

    /// <summary>Sign in with Apple: the private key, as a SecureString or as text.</summary>
    [Parameter]
    [SecretText]
    [ProviderDetail(Settings.ProviderDetails.PrivateKey)]
    public SecureString? PrivateKey { get; set; }

    /// <summary>Sign in with Apple: the .p8 file with the private key.</summary>
    [Parameter]
    [ProviderDetail(Settings.ProviderDetails.PrivateKey, LargestFile = LargestKey)]
    public string? PrivateKeyPath { get; set; }

    /// <summary>What -ProviderDetails and the parameters for its keys say together; the type decides how scopes are written.</summary>
    /// <exception cref="CognitoException">ContradictingParameters, FileNotFound, FileTooLarge, InvalidSetting, NullInList,
    /// UnknownSetting.</exception>
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
