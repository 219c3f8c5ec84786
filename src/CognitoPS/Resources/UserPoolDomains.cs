using System.Management.Automation;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Errors;

namespace CognitoPS.Resources;

/// <summary>Reads and checks domains of user pools.</summary>
internal static class UserPoolDomains
{
    /// <summary>The service answers with nothing, and no error, for a domain that it does not know.</summary>
    public static async Task<DomainDescriptionType> DescribeAsync(
        IAmazonCognitoIdentityProvider client,
        string domain,
        CancellationToken cancellationToken
    )
    {
        DescribeUserPoolDomainResponse answer = await client
            .DescribeUserPoolDomainAsync(new() { Domain = domain }, cancellationToken)
            .ConfigureAwait(false);
        return answer.DomainDescription is { Domain.Length: > 0 } found
            ? found
            : throw new CognitoException(
                "DomainNotFound",
                ErrorCategory.ObjectNotFound,
                $"There is no domain '{domain}' in this account and Region.",
                "To find the domains of a pool, run Get-CognitoUserPoolDomain -UserPoolId …"
            );
    }

    /// <summary>A prefix has neither dots nor a certificate; a custom domain has both.</summary>
    /// <exception cref="CognitoException">ContradictingParameters, MissingSetting.</exception>
    public static void Check(string domain, CustomDomainConfigType? config)
    {
        bool custom = domain.Contains('.');
        if (custom && config?.CertificateArn is null)
            throw new CognitoException(
                "MissingSetting",
                ErrorCategory.InvalidArgument,
                $"The custom domain '{domain}' needs a certificate.",
                "Add -CertificateArn. For a Cognito domain, specify a prefix without dots."
            );
        if (!custom && config is not null)
            throw new CognitoException(
                "ContradictingParameters",
                ErrorCategory.InvalidArgument,
                $"The Cognito domain '{domain}' cannot have a certificate, because the service provides one.",
                "Leave -CertificateArn out. For a custom domain, specify the full domain name."
            );
    }
}
