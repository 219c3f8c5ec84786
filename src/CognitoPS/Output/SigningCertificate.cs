using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CognitoPS.Output;

namespace CognitoPS;

/// <summary>The certificate that a user pool signs SAML requests with.</summary>
[TableView("UserPoolId:24", "NotAfter:16", "Thumbprint:42", "Subject")]
public sealed class SigningCertificate
{
    internal SigningCertificate(string? certificate, string userPoolId, string region)
    {
        UserPoolId = userPoolId;
        Region = region;
        Certificate = certificate ?? "";
        try
        {
            using var parsed = new X509Certificate2(Convert.FromBase64String(Bare(Certificate)));
            (Subject, Thumbprint) = (parsed.Subject, parsed.Thumbprint);
            (NotBefore, NotAfter) = (Timestamp.Of(parsed.NotBefore), Timestamp.Of(parsed.NotAfter));
        }
        catch (Exception exception) when (exception is FormatException or CryptographicException or ArgumentException)
        {
            // Its text is shown all the same; only what stands in it is not known.
        }
    }

    /// <summary>The pool's ID.</summary>
    public string UserPoolId { get; }

    /// <summary>The pool's Region.</summary>
    public string Region { get; }

    /// <summary>The certificate as returned by the service: X.509 in Base64.</summary>
    public string Certificate { get; }

    /// <summary>The subject of the certificate.</summary>
    public string? Subject { get; }

    /// <summary>Its SHA-1 thumbprint.</summary>
    public string? Thumbprint { get; }

    /// <summary>When the certificate becomes valid, in local time.</summary>
    public Timestamp? NotBefore { get; }

    /// <summary>When the certificate expires, in local time.</summary>
    public Timestamp? NotAfter { get; }

    /// <inheritdoc/>
    public override string ToString() => Certificate;

    private static string Bare(string pem) =>
        string.Concat(pem.Split('\n').Select(line => line.Trim()).Where(line => !line.StartsWith("-----", StringComparison.Ordinal)));
}
