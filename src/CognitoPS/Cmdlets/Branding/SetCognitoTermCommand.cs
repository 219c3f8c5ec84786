using System.Collections;
using System.Management.Automation;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Pipeline;
using CognitoPS.Settings;
using CognitoPS.Updates;

namespace CognitoPS.Cmdlets.Branding;

/// <summary>Updates terms of use or a privacy policy. Settings you don't specify are left unchanged.</summary>
/// <remarks>
/// <para>Links are updated language by language. To remove one, use -Clear, for example -Clear Links.cognito:french.</para>
/// <para>Operations: DescribeTerms, UpdateTerms.</para>
/// </remarks>
/// <example>
/// Change the French link.
/// <code>Set-CognitoTerm -UserPoolId eu-west-1_Customers -TermsId 11111111-2222-4333-8444-555555555555 -Links @{ 'cognito:french' = 'https://example.com/fr/conditions' }</code>
/// </example>
/// <example>
/// Preview a new URL in all privacy policies of a user pool.
/// <code>Get-CognitoTerm -UserPoolId eu-west-1_Customers -TermsName privacy-policy | Set-CognitoTerm -Links @{ 'cognito:default' = 'https://example.com/privacy-2' } -WhatIf</code>
/// </example>
/// <parameter name="Clear">Paths of settings to remove, such as Links.cognito:french.</parameter>
[Cmdlet(VerbsCommon.Set, "CognitoTerm", DefaultParameterSetName = Named, SupportsShouldProcess = true)]
[OutputType(typeof(Term))]
public sealed class SetCognitoTermCommand : SetCommand
{
    /// <summary>The ID of the terms.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = Named, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(TermsIdCompleter))]
    public string TermsId { get; set; } = "";

    /// <summary>The new type: terms-of-use or privacy-policy.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(TermsNameCompleter))]
    public string? TermsName { get; set; }

    /// <summary>
    /// The URLs by language, such as @{ 'cognito:french' = 'https://…' }. Languages you don't specify are left unchanged.
    /// </summary>
    [Parameter]
    [Alias("Link")]
    [HashtableOrObject]
    public IDictionary? Links { get; set; }

    /// <summary>The source of the text: LINK.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(EnumCompleter<TermsSourceType>))]
    public string? TermsSource { get; set; }

    /// <summary>How the terms are enforced: NONE shows links only.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(EnumCompleter<TermsEnforcementType>))]
    public string? Enforcement { get; set; }

    private protected override object? CurrentTarget => TermsId;

    private protected override Task ProcessAsync()
    {
        (string pool, string region, string id, var client) = (UserPoolId, PoolRegion, TermsId, Client);
        return UpdateAsync(
            new Update<TermsType, UpdateTermsRequest>
            {
                Target = terms => Target.Terms(terms?.TermsName, id, pool),
                Read = async token => (await client.DescribeTermsAsync(new() { UserPoolId = pool, TermsId = id }, token)).Terms,
                Identify = request => (request.UserPoolId, request.TermsId) = (pool, id),
                Write = async (request, token) => (await client.UpdateTermsAsync(request, token)).Terms,
                Rules = UpdateRules.Terms,
                Output = terms => new Term(terms, region),
            }
        );
    }
}
