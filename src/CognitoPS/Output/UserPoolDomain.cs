using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Output;

namespace CognitoPS;

/// <summary>A domain that managed login of a user pool stands under.</summary>
[TableView("Domain:30", "Status:8", "ManagedLoginVersion:19", "UserPoolId")]
public sealed class UserPoolDomain
{
    internal UserPoolDomain(DomainDescriptionType source, string region)
    {
        Domain = source.Domain;
        UserPoolId = source.UserPoolId;
        Region = region;
        Status = source.Status?.Value;
        ManagedLoginVersion = source.ManagedLoginVersion;
        CloudFrontDomain = source.CloudFrontDistribution;
        IsCustom = source.CustomDomainConfig?.CertificateArn is not null;
        CustomDomainConfig = SettingObject.Of(source.CustomDomainConfig);
        Routing = SettingObject.Of(source.Routing);
        AccountId = source.AWSAccountId;
        Version = source.Version;
        S3Bucket = source.S3Bucket;
    }

    /// <summary>The domain: a prefix of the service's own domain, or a whole name of yours.</summary>
    public string Domain { get; }

    /// <summary>The id of the pool it belongs to.</summary>
    public string UserPoolId { get; }

    /// <summary>The region of the pool.</summary>
    public string Region { get; }

    /// <summary>Whether the domain is a name of your own, with a certificate.</summary>
    public bool IsCustom { get; }

    /// <summary>ACTIVE, or CREATING, UPDATING, DELETING, FAILED.</summary>
    public string? Status { get; }

    /// <summary>1 for the classic hosted pages, 2 for managed login with the branding editor.</summary>
    public int? ManagedLoginVersion { get; }

    /// <summary>The name that the DNS record of a custom domain must point to.</summary>
    public string? CloudFrontDomain { get; }

    /// <summary>Certificate and TLS policy of a custom domain.</summary>
    public SettingObject? CustomDomainConfig { get; }

    /// <summary>How sign-in moves to another region when the first one fails.</summary>
    public SettingObject? Routing { get; }

    /// <summary>The AWS account that owns the pool.</summary>
    public string? AccountId { get; }

    /// <summary>The version of the sign-in application.</summary>
    public string? Version { get; }

    /// <summary>The bucket with the domain's static files.</summary>
    public string? S3Bucket { get; }

    /// <inheritdoc/>
    public override string ToString() => Domain;
}
