using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Output;

namespace CognitoPS;

/// <summary>Terms of use or a privacy policy that managed login of an app client links to.</summary>
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

    /// <summary>The id of the terms.</summary>
    public string TermsId { get; }

    /// <summary>terms-of-use or privacy-policy.</summary>
    public string TermsName { get; }

    /// <summary>The id of the pool they belong to.</summary>
    public string UserPoolId { get; }

    /// <summary>The app client whose pages show them.</summary>
    public string ClientId { get; }

    /// <summary>The region of the pool.</summary>
    public string Region { get; }

    /// <summary>Where the text comes from: LINK.</summary>
    public string? TermsSource { get; }

    /// <summary>How users are held to them: NONE shows links only.</summary>
    public string? Enforcement { get; }

    /// <summary>The address for each language, as cognito:default and cognito:french.</summary>
    public IReadOnlyDictionary<string, string> Links { get; }

    /// <summary>When the terms were created, in local time.</summary>
    public Timestamp? Created { get; }

    /// <summary>When the terms were last changed, in local time.</summary>
    public Timestamp? Modified { get; }

    /// <inheritdoc/>
    public override string ToString() => TermsId;
}
