using System.Collections;
using System.Management.Automation;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Pipeline;
using CognitoPS.Settings;

namespace CognitoPS.Cmdlets.Branding;

/// <summary>Gives an app client terms of use or a privacy policy to link to.</summary>
/// <remarks>
/// <para>Managed login links to them where users sign up.</para>
/// <para>Operation: CreateTerms. A client has each of the two at most once.</para>
/// </remarks>
/// <example>
/// Terms of use in two languages.
/// <code>New-CognitoTerm -UserPoolId eu-west-1_Customers -ClientId 4example0client0id0web0000 -TermsName terms-of-use -Links @{ 'cognito:default' = 'https://example.com/terms'; 'cognito:french' = 'https://example.com/fr/terms' }</code>
/// </example>
/// <example>
/// The same privacy policy for every app client of a pool.
/// <code>Get-CognitoUserPoolClient -UserPoolId eu-west-1_Customers | New-CognitoTerm -TermsName privacy-policy -Links @{ 'cognito:default' = 'https://example.com/privacy' }</code>
/// </example>
[Cmdlet(VerbsCommon.New, "CognitoTerm", DefaultParameterSetName = Named, SupportsShouldProcess = true)]
[OutputType(typeof(Term))]
public sealed class NewCognitoTermCommand : PoolCommand
{
    /// <summary>The app client's id.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = Named, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ClientIdCompleter))]
    public string ClientId { get; set; } = "";

    /// <summary>terms-of-use or privacy-policy.</summary>
    [Parameter(Mandatory = true, Position = 2, ParameterSetName = Named)]
    [Parameter(Mandatory = true, ParameterSetName = Piped)]
    [Alias("Name")]
    [ArgumentCompleter(typeof(TermsNameCompleter))]
    public string TermsName { get; set; } = "";

    /// <summary>The address for each language: cognito:default, and others as cognito:french. At most 13.</summary>
    [Parameter(Mandatory = true, Position = 3, ParameterSetName = Named)]
    [Parameter(Mandatory = true, ParameterSetName = Piped)]
    [Alias("Link")]
    [HashtableOrObject]
    public IDictionary Links { get; set; } = new Hashtable();

    /// <summary>Where the text comes from. Default LINK, the only source there is.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(EnumCompleter<TermsSourceType>))]
    public string TermsSource { get; set; } = "LINK";

    /// <summary>How users are held to them. Default NONE, which shows the links only.</summary>
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
