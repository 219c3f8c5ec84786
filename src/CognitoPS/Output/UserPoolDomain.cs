using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Output;

namespace CognitoPS;

/// <summary>A Cognito domain or custom domain of a user pool's managed login.</summary>
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

    /// <summary>The domain: the prefix of a Cognito domain, or a custom domain.</summary>
    public string Domain { get; }

    /// <summary>The ID of the user pool it belongs to.</summary>
    public string UserPoolId { get; }

    /// <summary>The Region of the user pool.</summary>
    public string Region { get; }

    /// <summary>Whether the domain is a custom domain.</summary>
    public bool IsCustom { get; }

    /// <summary>The status: ACTIVE, CREATING, UPDATING, DELETING or FAILED.</summary>
    public string? Status { get; }

    /// <summary>The branding version: 1 for Hosted UI (classic), 2 for managed login with the branding editor.</summary>
    public int? ManagedLoginVersion { get; }

    /// <summary>The name that the DNS record of a custom domain must point to.</summary>
    public string? CloudFrontDomain { get; }

    /// <summary>The certificate and TLS policy of a custom domain.</summary>
    public SettingObject? CustomDomainConfig { get; }

    /// <summary>How sign-in fails over to another Region.</summary>
    public SettingObject? Routing { get; }

    /// <summary>The AWS account that owns the pool.</summary>
    public string? AccountId { get; }

    /// <summary>The version of the domain's sign-in application.</summary>
    public string? Version { get; }

    /// <summary>The Amazon S3 bucket with the domain's static files.</summary>
    public string? S3Bucket { get; }

    /// <inheritdoc/>
    public override string ToString() => Domain;
}
