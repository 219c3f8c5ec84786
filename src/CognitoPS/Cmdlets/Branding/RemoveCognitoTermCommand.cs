using System.Management.Automation;
using CognitoPS.Completion;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.Branding;

/// <summary>Removes terms of use or privacy policies from a user pool.</summary>
/// <remarks>
/// <para>Managed login no longer links to them for the app client.</para>
/// <para>Operation: DeleteTerms. Several documents are removed at a time.</para>
/// </remarks>
/// <example>
/// Remove one document after confirmation.
/// <code>Remove-CognitoTerm -UserPoolId eu-west-1_Customers -TermsId 11111111-2222-4333-8444-555555555555</code>
/// </example>
/// <example>
/// Remove all terms of a test pool without prompting for confirmation.
/// <code>Get-CognitoTerm -UserPoolId eu-west-1_Test | Remove-CognitoTerm -Confirm:$false</code>
/// </example>
[Cmdlet(
    VerbsCommon.Remove,
    "CognitoTerm",
    DefaultParameterSetName = Named,
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.High
)]
public sealed class RemoveCognitoTermCommand : PoolCommand
{
    /// <summary>The IDs of the terms.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = Named, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(TermsIdCompleter))]
    public string[] TermsId { get; set; } = [];

    /// <summary>The type of the terms, taken from the pipeline for the confirmation prompt.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, DontShow = true)]
    public string? TermsName { get; set; }

    private protected override async Task ProcessAsync()
    {
        (string pool, var client) = (UserPoolId, Client);
        foreach (string id in TermsId)
            await RemoveAsync(
                id,
                Target.Terms(TermsName, id, pool),
                token => client.DeleteTermsAsync(new() { UserPoolId = pool, TermsId = id }, token)
            );
    }
}
