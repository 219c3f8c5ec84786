using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;

namespace CognitoPS.Audit;

internal static partial class AuditRules
{
    private static readonly TimeSpan ExpiresSoon = TimeSpan.FromDays(30);

    /// <summary>Addresses that can be set; others come from the metadata.</summary>
    private static readonly string[] SettableAddresses =
    [
        "MetadataURL",
        "oidc_issuer",
        "authorize_url",
        "token_url",
        "attributes_url",
        "jwks_uri",
    ];

    private static IEnumerable<Rule> ProviderRules() =>
        [
            new Rule<IdentityProviderType>(Subjects.Provider)
            {
                Id = "saml-unsigned-requests",
                Title = "Requests to SAML providers are signed",
                Severity = Severity.Low,
                Why =
                    "The provider cannot tell your requests from anybody else's. It must know the pool's "
                    + "signing certificate: Get-CognitoSigningCertificate.",
                Applies = one => IsSaml(one.Item),
                Problem = one =>
                    Unless(Detail(one.Item, "RequestSigningAlgorithm") is { Length: > 0 }, "ProviderDetails.RequestSigningAlgorithm", null),
                Remedy = one => ChangeProvider(one, ("RequestSigningAlgorithm", "rsa-sha256")),
            },
            new Rule<IdentityProviderType>(Subjects.Provider)
            {
                Id = "saml-unencrypted-assertions",
                Title = "SAML assertions are encrypted",
                Severity = Severity.Low,
                Why =
                    "Assertions pass through the user's browser with everything that they say about the user. "
                    + "The provider must encrypt for the pool first.",
                Applies = one => IsSaml(one.Item),
                Problem = one =>
                    Unless(
                        IsOn(one.Item, "EncryptedResponses"),
                        "ProviderDetails.EncryptedResponses",
                        Detail(one.Item, "EncryptedResponses")
                    ),
                Remedy = one => ChangeProvider(one, ("EncryptedResponses", true)),
            },
            new Rule<IdentityProviderType>(Subjects.Provider)
            {
                Id = "saml-idp-initiated",
                Title = "SAML sign-in begins at the pool",
                Severity = Severity.Medium,
                Why = "An answer that nobody asked for cannot be told from one that was stolen and is sent again.",
                Applies = one => IsSaml(one.Item),
                Problem = one => Unless(!IsOn(one.Item, "IDPInit"), "ProviderDetails.IDPInit", true),
                Remedy = one => ChangeProvider(one, ("IdpInit", false)),
            },
            new Rule<IdentityProviderType>(Subjects.Provider)
            {
                Id = "saml-certificate-expiring",
                Title = "A SAML provider's certificate is valid for another 30 days",
                Severity = Severity.High,
                Why =
                    "When it has expired nobody signs in by this provider any more. Metadata from an address "
                    + "are renewed by the service itself.",
                Manual = "Get the provider's new metadata, then Set-CognitoIdentityProvider -MetadataPath.",
                Applies = one => IsSaml(one.Item) && Detail(one.Item, "MetadataFile") is not null,
                Problem = one =>
                    LastCertificateEnd(Detail(one.Item, "MetadataFile")!) is { } end && end < one.Options.UtcNow + ExpiresSoon
                        ? Found("ProviderDetails.MetadataFile", $"certificate until {Shown(end)}")
                        : null,
            },
            new Rule<IdentityProviderType>(Subjects.Provider)
            {
                Id = "provider-http",
                Title = "Providers are asked by https",
                Severity = Severity.High,
                Why = "Whoever is on the way can answer in the provider's place, and so sign in as anybody.",
                Manual = "The address comes from the provider's metadata: it must be mended there.",
                Problem = one =>
                    HttpAddresses(one.Item) is { Length: > 0 } found ? Found($"ProviderDetails.{found[0].Key}", found[0].Value) : null,
                Remedy = one =>
                    HttpAddresses(one.Item).All(address => SettableAddresses.Contains(address.Key))
                        ? ChangeProvider(
                            one,
                            (
                                "ProviderDetails",
                                new Table([
                                    .. HttpAddresses(one.Item)
                                        .Select(address => (address.Key, (object)$"https{address.Value.Substring("http".Length)}")),
                                ])
                            )
                        )
                        : null,
            },
            new Rule<IdentityProviderType>(Subjects.Provider)
            {
                Id = "provider-unverified-email",
                Title = "An address is called verified only where the provider has verified it",
                Severity = Severity.High,
                Why = "Whoever can choose their address at the provider can take over the account that it belongs to.",
                Problem = one =>
                    VerifiedBy(one.Item) is { } source && source.IndexOf("verified", StringComparison.OrdinalIgnoreCase) < 0
                        ? Found("AttributeMapping.email_verified", source)
                        : null,
                Remedy = one => ChangeProvider(one, ("Clear", "AttributeMapping.email_verified")),
            },
        ];

    private static bool IsSaml(IdentityProviderType provider) => provider.ProviderType == IdentityProviderTypeType.SAML;

    private static string? Detail(IdentityProviderType provider, string key) =>
        provider.ProviderDetails is { } details && details.TryGetValue(key, out string? value) ? value : null;

    private static bool IsOn(IdentityProviderType provider, string key) =>
        string.Equals(Detail(provider, key), "true", StringComparison.OrdinalIgnoreCase);

    private static string? VerifiedBy(IdentityProviderType provider) =>
        provider.AttributeMapping is { } mapping && mapping.TryGetValue("email_verified", out string? source) ? source : null;

    private static KeyValuePair<string, string>[] HttpAddresses(IdentityProviderType provider) =>
        [
            .. (provider.ProviderDetails ?? [])
                .Where(detail => detail.Value?.StartsWith("http://", StringComparison.OrdinalIgnoreCase) is true)
                .OrderBy(detail => detail.Key, StringComparer.Ordinal),
        ];

    private static Remedy ChangeProvider(Case<IdentityProviderType> one, params (string, object)[] parameters) =>
        new(
            "Set-CognitoIdentityProvider",
            [("UserPoolId", one.Picture.UserPoolId), ("ProviderName", one.Item.ProviderName), .. parameters]
        );

    /// <summary>
    /// When the last certificate in SAML metadata ends: until then sign-ins go on. Null where there is none that can be read.
    /// </summary>
    private static DateTime? LastCertificateEnd(string metadata)
    {
        DateTime? last = null;
        foreach (Match match in Regex.Matches(metadata, @"X509Certificate[^>]*>([^<]+)<"))
        {
            try
            {
                using var certificate = new X509Certificate2(Convert.FromBase64String(match.Groups[1].Value.Trim()));
                DateTime end = certificate.NotAfter.ToUniversalTime();
                last = last > end ? last : end;
            }
            catch (Exception exception) when (exception is FormatException or CryptographicException)
            {
                // What cannot be read says nothing about its end.
            }
        }

        return last;
    }
}
