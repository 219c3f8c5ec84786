using System.Collections;
using System.Management.Automation;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Pipeline;
using CognitoPS.Settings;

namespace CognitoPS.Cmdlets.Branding;

/// <summary>Creates terms of use or a privacy policy for an app client.</summary>
/// <remarks>
/// <para>Managed login links to them where users sign up.</para>
/// <para>Operation: CreateTerms. An app client can have one of each type.</para>
/// </remarks>
/// <example>
/// Create terms of use in two languages.
/// <code>New-CognitoTerm -UserPoolId eu-west-1_Customers -ClientId 4example0client0id0web0000 -TermsName terms-of-use -Links @{ 'cognito:default' = 'https://example.com/terms'; 'cognito:french' = 'https://example.com/fr/terms' }</code>
/// </example>
/// <example>
/// Create the same privacy policy for every app client of a user pool.
/// <code>Get-CognitoUserPoolClient -UserPoolId eu-west-1_Customers | New-CognitoTerm -TermsName privacy-policy -Links @{ 'cognito:default' = 'https://example.com/privacy' }</code>
/// </example>
[Cmdlet(VerbsCommon.New, "CognitoTerm", DefaultParameterSetName = Named, SupportsShouldProcess = true)]
[OutputType(typeof(Term))]
public sealed class NewCognitoTermCommand : PoolCommand
{
    /// <summary>The app client's ID.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = Named, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ClientIdCompleter))]
    public string ClientId { get; set; } = "";

    /// <summary>The type: terms-of-use or privacy-policy.</summary>
    [Parameter(Mandatory = true, Position = 2, ParameterSetName = Named)]
    [Parameter(Mandatory = true, ParameterSetName = Piped)]
    [Alias("Name")]
    [ArgumentCompleter(typeof(TermsNameCompleter))]
    public string TermsName { get; set; } = "";

    /// <summary>The URL for each language: cognito:default, and others such as cognito:french. Up to 13.</summary>
    [Parameter(Mandatory = true, Position = 3, ParameterSetName = Named)]
    [Parameter(Mandatory = true, ParameterSetName = Piped)]
    [Alias("Link")]
    [HashtableOrObject]
    public IDictionary Links { get; set; } = new Hashtable();

    /// <summary>The source of the text. Default: LINK, which is the only valid value.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(EnumCompleter<TermsSourceType>))]
    public string TermsSource { get; set; } = "LINK";

    /// <summary>How the terms are enforced. Default: NONE, which is the only valid value and shows links only.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(EnumCompleter<TermsEnforcementType>))]
    public string Enforcement { get; set; } = "NONE";

    private protected override object? CurrentTarget => ClientId;

    private protected override async Task ProcessAsync()
    {
        var request = new CreateTermsRequest();
        Bound.Apply(request);
        (request.UserPoolId, request.TermsSource, request.Enforcement) = (UserPoolId, TermsSource, Enforcement);
        if (!ShouldCreate($"{TermsName} of {Target.AppClient(null, ClientId, UserPoolId)}", request))
            return;
        (string region, var client) = (PoolRegion, Client);
        await StartAsync(ClientId, UserPoolId, async token => new Term((await client.CreateTermsAsync(request, token)).Terms, region));
    }
}
