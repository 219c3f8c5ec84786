using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Errors;
using CognitoPS.Paging;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.Branding;

/// <summary>Gets the terms of use and privacy policies of a user pool, as a list or with their links.</summary>
/// <remarks>
/// <para>Terms of use and privacy policies are links that managed login shows for an app client. The list contains neither app client nor
/// links. To get them, use -Detailed, -TermsId, or -ClientId with -TermsName.</para>
/// <para>Operations: ListTerms, DescribeTerms, DescribeTermsByClient.</para>
/// </remarks>
/// <example>
/// Get all terms of a user pool with their links.
/// <code>Get-CognitoTerm -UserPoolId eu-west-1_Customers -Detailed</code>
/// </example>
/// <example>
/// Get the privacy policies of several app clients.
/// <code>Get-CognitoUserPoolClient -UserPoolId eu-west-1_Customers -Name web* | Get-CognitoTerm -TermsName privacy-policy</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "CognitoTerm", DefaultParameterSetName = Named, SupportsPaging = true)]
[OutputType(typeof(TermSummary), typeof(Term))]
public sealed class GetCognitoTermCommand : PoolCommand
{
    /// <summary>The IDs of the terms to describe.</summary>
    [Parameter(Position = 1, ParameterSetName = Named, ValueFromPipelineByPropertyName = true)]
    [Parameter(Position = 0, ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(TermsIdCompleter))]
    public string[] TermsId { get; set; } = [];

    /// <summary>The app client whose terms are described. Requires -TermsName.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ClientIdCompleter))]
    public string? ClientId { get; set; }

    /// <summary>The type: terms-of-use or privacy-policy. Wildcards are allowed without -ClientId.</summary>
    [Parameter]
    [Alias("Name")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(TermsNameCompleter))]
    public string? TermsName { get; set; }

    /// <summary>Describes each document with its app client and links. This takes one more request per document.</summary>
    [Parameter]
    public SwitchParameter Detailed { get; set; }

    private protected override async Task ProcessAsync()
    {
        (string pool, string region, var service) = (UserPoolId, PoolRegion, Client);
        if (TermsId.Length > 0)
        {
            foreach (string id in TermsId)
            {
                if (Window.Admits())
                    await StartDescribeAsync(id);
            }

            return;
        }

        if (ClientId is { Length: > 0 } clientId)
        {
            if (TermsName is null)
                throw new CognitoException(
                    "MissingTermsName",
                    ErrorCategory.InvalidArgument,
                    "You can read the terms of an app client only by name.",
                    "Specify -TermsName: terms-of-use or privacy-policy."
                );
            var request = new DescribeTermsByClientRequest
            {
                UserPoolId = pool,
                ClientId = clientId,
                TermsName = TermsName,
            };
            await StartAsync(
                clientId,
                $"{pool}/{clientId}",
                async token => new Term((await service.DescribeTermsByClientAsync(request, token)).Terms, region)
            );
            return;
        }

        var name = NamePattern.Of(TermsName);
        var pages = Pager.PagesAsync(
            service,
            ListOperations.Terms,
            new ListTermsRequest { UserPoolId = pool },
            Window.Demand(filters: TermsName is not null),
            StopToken
        );
        if (Detailed)
            await ForEachAsync(pages, terms => name.IsMatch(terms.TermsName), terms => StartDescribeAsync(terms.TermsId));
        else
            await WriteListAsync(pages, terms => name.IsMatch(terms.TermsName) ? new TermSummary(terms, pool, region) : null);

        Task StartDescribeAsync(string id) =>
            StartAsync(
                id,
                $"{pool}/{id}",
                async token => new Term((await service.DescribeTermsAsync(new() { UserPoolId = pool, TermsId = id }, token)).Terms, region)
            );
    }
}
