using System.Management.Automation;
using CognitoPS.Errors;

namespace CognitoPS.Settings;

/// <summary>What ProviderDetails of an identity provider may hold: the keys of each type.</summary>
internal static class ProviderDetails
{
    public const string Saml = "SAML";
    public const string Oidc = "OIDC";
    public const string Apple = "SignInWithApple";
    public const string Facebook = "Facebook";
    public const string PrivateKey = "private_key";

    private static readonly string[] App = ["client_id", "client_secret", "authorize_scopes"];
    private static readonly string[] Endpoints = ["authorize_url", "token_url", "attributes_url", "jwks_uri"];
    private static readonly string[] SetByService =
    [
        "attributes_url",
        "attributes_url_add_attributes",
        "authorize_url",
        "oidc_issuer",
        "token_request_method",
        "token_url",
    ];

    /// <summary>By type: what must be there, what may be there, and what the service adds and takes from nobody.</summary>
    private static readonly Dictionary<string, (string[] Required, string[] Optional, string[] SetByService)> Types = new()
    {
        [Saml] = (
            [],
            [
                "MetadataURL",
                "MetadataFile",
                "IDPSignout",
                "IDPInit",
                "EncryptedResponses",
                "RequestSigningAlgorithm",
                "SSORedirectBindingURI",
                "SLORedirectBindingURI",
            ],
            ["ActiveEncryptionCertificate"]
        ),
        [Oidc] = (
            ["client_id", "oidc_issuer", "attributes_request_method", "authorize_scopes"],
            ["client_secret", .. Endpoints],
            ["attributes_url_add_attributes"]
        ),
        ["Google"] = (App, [], SetByService),
        [Facebook] = (App, ["api_version"], SetByService),
        ["LoginWithAmazon"] = (App, [], SetByService),
        [Apple] = (["client_id", "team_id", "key_id", PrivateKey, "authorize_scopes"], [], SetByService),
    };

    /// <summary>Keys that a new value of another one makes stale: they are left out, so that the service finds them anew.</summary>
    private static readonly (string Key, string[] Stale)[] Stales =
    [
        ("MetadataURL", ["MetadataFile", "SSORedirectBindingURI", "SLORedirectBindingURI"]),
        ("MetadataFile", ["MetadataURL", "SSORedirectBindingURI", "SLORedirectBindingURI"]),
        ("oidc_issuer", Endpoints),
    ];

    /// <summary>The keys that may be given for a type, or for any when it is not known.</summary>
    public static IEnumerable<string> KeysOf(string? type) =>
        type is not null && Types.TryGetValue(type, out var keys)
            ? keys.Required.Concat(keys.Optional)
            : Types.Values.SelectMany(one => one.Required.Concat(one.Optional)).Distinct();

    /// <summary>A type in the service's letter case; one that this version does not know as it is.</summary>
    public static string Canonical(string type) =>
        Types.Keys.FirstOrDefault(known => known.Equals(type, StringComparison.OrdinalIgnoreCase)) ?? type;

    /// <summary>Whether only one provider of a type can be in a pool, under the type's name.</summary>
    public static bool IsSocial(string type) => Types.ContainsKey(type) && type is not (Saml or Oidc);

    /// <summary>Every key is one of the type's. A type that this version does not know may have any.</summary>
    /// <exception cref="CognitoException">UnknownSetting.</exception>
    public static void CheckKeys(string? type, IEnumerable<string> given)
    {
        if (type is not null && !Types.ContainsKey(type))
            return;
        string[] known = [.. KeysOf(type)];
        foreach (string key in given)
        {
            if (known.Contains(key) || IsSetByService(type, key))
                continue;
            throw new CognitoException(
                "UnknownSetting",
                ErrorCategory.InvalidArgument,
                $"'ProviderDetails.{key}' is not a setting of {(type is null ? "any identity provider" : $"a provider of type {type}")}.",
                NearestName.Advice(key, known)
            );
        }
    }

    /// <summary>Everything is there that a provider of the type needs.</summary>
    /// <exception cref="CognitoException">ContradictingParameters, MissingSetting.</exception>
    public static void CheckComplete(string type, IReadOnlyDictionary<string, string> details)
    {
        if (!Types.TryGetValue(type, out var keys))
            return;
        string[] missing = [.. keys.Required.Where(key => !details.ContainsKey(key))];
        if (type == Saml && !details.ContainsKey("MetadataURL") && !details.ContainsKey("MetadataFile"))
            missing = ["MetadataURL or MetadataFile"];
        if (missing.Length > 0)
            throw new CognitoException(
                "MissingSetting",
                ErrorCategory.InvalidArgument,
                $"A provider of type {type} needs {string.Join(", ", missing)}.",
                "Specify them as parameters or in -ProviderDetails."
            );
    }

    /// <summary>Takes out what the service sets itself: it refuses an update that sends some of it back.</summary>
    public static void RemoveSetByService(string? type, IDictionary<string, string>? details)
    {
        if (type is null || details is null)
            return;
        foreach (string key in details.Keys.Where(key => IsSetByService(type, key)).ToList())
            details.Remove(key);
    }

    /// <summary>Takes out what the given keys make stale, unless it was given too.</summary>
    public static void RemoveStale(IReadOnlyDictionary<string, string> given, IDictionary<string, string> details)
    {
        foreach ((string key, string[] stale) in Stales)
        {
            if (!given.ContainsKey(key))
                continue;
            foreach (string one in stale.Where(one => !given.ContainsKey(one)))
                details.Remove(one);
        }
    }

    /// <summary>Apple's private key is never told, so that details which were read lack it.</summary>
    public static bool LacksPrivateKey(string? type, IReadOnlyDictionary<string, string>? details) =>
        type == Apple && details?.ContainsKey(PrivateKey) != true;

    /// <summary>Puts what was given into the details that were read.</summary>
    /// <exception cref="CognitoException">MissingSetting.</exception>
    public static void Merge(string? type, IReadOnlyDictionary<string, string> given, Dictionary<string, string> details)
    {
        RemoveSetByService(type, details);
        RemoveStale(given, details);
        foreach (KeyValuePair<string, string> detail in given)
            details[detail.Key] = detail.Value;
        if (LacksPrivateKey(type, details))
        {
            throw new CognitoException(
                "MissingSetting",
                ErrorCategory.InvalidArgument,
                "The private key for Apple cannot be read back, so this change needs it again.",
                "Add -PrivateKeyPath or -PrivateKey."
            );
        }
    }

    private static bool IsSetByService(string? type, string key) =>
        type is not null && Types.TryGetValue(type, out var keys)
            ? keys.SetByService.Contains(key)
            : type is null && Types.Values.Any(one => one.SetByService.Contains(key));
}
