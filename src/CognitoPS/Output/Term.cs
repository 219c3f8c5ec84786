using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Output;

namespace CognitoPS;

/// <summary>Terms of use or a privacy policy that managed login links to for an app client.</summary>
[TableView("TermsName:14", "TermsId:36", "ClientId")]
public sealed class Term
{
    internal Term(TermsType source, string region)
    {
        TermsId = source.TermsId;
        TermsName = source.TermsName;
        UserPoolId = source.UserPoolId;
        ClientId = source.ClientId;
        Region = region;
        TermsSource = source.TermsSource?.Value;
        Enforcement = source.Enforcement?.Value;
        Links = Readable.Table(source.Links);
        Created = Timestamp.Of(source.CreationDate);
        Modified = Timestamp.Of(source.LastModifiedDate);
    }

    /// <summary>The ID of the terms.</summary>
    public string TermsId { get; }

    /// <summary>terms-of-use or privacy-policy.</summary>
    public string TermsName { get; }

    /// <summary>The ID of the user pool they belong to.</summary>
    public string UserPoolId { get; }

    /// <summary>The app client that shows them.</summary>
    public string ClientId { get; }

    /// <summary>The Region of the user pool.</summary>
    public string Region { get; }

    /// <summary>The source of the text: LINK.</summary>
    public string? TermsSource { get; }

    /// <summary>How the terms are enforced: NONE shows links only.</summary>
    public string? Enforcement { get; }

    /// <summary>The URL for each language, such as cognito:default and cognito:french.</summary>
    public IReadOnlyDictionary<string, string> Links { get; }

    /// <summary>When the terms were created, in local time.</summary>
    public Timestamp? Created { get; }

    /// <summary>When the terms were last changed, in local time.</summary>
    public Timestamp? Modified { get; }

    /// <inheritdoc/>
    public override string ToString() => TermsId;
}
