using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Output;

namespace CognitoPS;

/// <summary>A summary of terms. Pipe it to Get-CognitoTerm for the app client and links.</summary>
[TableView("TermsName:14", "TermsId:36", "UserPoolId")]
public sealed class TermSummary
{
    internal TermSummary(TermsDescriptionType source, string userPoolId, string region)
    {
        TermsId = source.TermsId;
        TermsName = source.TermsName;
        UserPoolId = userPoolId;
        Region = region;
        Enforcement = source.Enforcement?.Value;
        Created = Timestamp.Of(source.CreationDate);
        Modified = Timestamp.Of(source.LastModifiedDate);
    }

    /// <summary>The ID of the terms.</summary>
    public string TermsId { get; }

    /// <summary>terms-of-use or privacy-policy.</summary>
    public string TermsName { get; }

    /// <summary>The ID of the user pool they belong to.</summary>
    public string UserPoolId { get; }

    /// <summary>The Region of the user pool.</summary>
    public string Region { get; }

    /// <summary>How the terms are enforced: NONE shows links only.</summary>
    public string? Enforcement { get; }

    /// <summary>When the terms were created, in local time.</summary>
    public Timestamp? Created { get; }

    /// <summary>When the terms were last changed, in local time.</summary>
    public Timestamp? Modified { get; }

    /// <inheritdoc/>
    public override string ToString() => TermsId;
}
